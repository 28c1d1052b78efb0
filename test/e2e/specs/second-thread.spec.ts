import { availableParallelism } from 'node:os';
import { expect, test, type Page, type Worker } from '@playwright/test';
import { tableNames, TuneScreen } from '../screens/tune-screen.ts';
import { openDemo } from '../support/opened-demo.ts';

/** The global of the second thread, with what the test counts there. */
interface ThreadScope {
  resultsSeen: number;
  postMessage: (message: { readonly kind: string; readonly results?: readonly unknown[] }) => void;
}

test('a recipe is protected on two threads of the vault', async () => {
  test.skip(availableParallelism() < 2, 'one core: there is no second thread');
  const { freigabe, page } = await openDemo();
  try {
    const vault = await freigabe.window('vault');
    const tune = new TuneScreen(page);
    for (const table of tableNames) await tune.released(table).check();
    await tune.choose('Totals', 'with');
    await expect.poll(() => threadOf(vault) !== undefined, { timeout: 60_000 }).toBe(true);
    await tune.settled();
    const thread = threadOf(vault);
    await thread?.evaluate(() => {
      const scope = globalThis as unknown as ThreadScope;
      const post = scope.postMessage.bind(scope);
      scope.resultsSeen = 0;
      scope.postMessage = (message) => {
        scope.resultsSeen += message.results?.length ?? 0;
        post(message);
      };
    });
    let minimum = 31;
    // What is quickly done is given to nobody, and how quick that is differs by the minimum.
    await expect(async () => {
      await tune.typeMinimum(minimum++);
      await tune.settled();
      const seen = await thread?.evaluate(() => (globalThis as unknown as ThreadScope).resultsSeen);
      expect(seen).toBeGreaterThan(0);
    }).toPass({ timeout: 60_000 });
  } finally {
    await freigabe.close();
  }
});

function threadOf(vault: Page): Worker | undefined {
  return vault.workers().find((worker) => /\/assets\/entry-[^/]*\.js$/.test(worker.url()));
}
