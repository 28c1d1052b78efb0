import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { startThread } from '../../../../../electron/cli/vault/start-thread.ts';
import type { LinearSolver } from '../../../../../shared/ports/linear-solver.ts';
import { suppress, type Suppressed } from '../../../../../shared/protect/secondary/suppress.ts';
import { driven } from '../../../../../shared/workflow/driven.ts';
import { poolOfThread } from '../../../../../shared/workflow/second-thread/pool-of-thread.ts';
import type { StartedThread } from '../../../../../shared/workflow/second-thread/thread-messages.ts';
import { highsSolver } from '../../../../support/highs.ts';
import { manyBlocks } from '../../../../support/many-blocks.ts';
import { suppressed } from '../../../../support/suppressed.ts';

const iterationLimit = 10_000;
const { release, rule } = manyBlocks(900);
let solver: LinearSolver;
let expected: Suppressed;

beforeAll(async () => {
  solver = await highsSolver();
  expected = suppressed(release, rule, { solver, iterationLimit });
});

interface Watched {
  results: number;
  thread?: StartedThread;
}

const pause = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2));

/**
 * Protects on two threads; once the other has something to do, this one waits at its pauses until it has done some of it. On a busy
 * machine the first pause can come before anything was given away.
 */
async function onTwoThreads(seen: Watched, onProgress: () => void): Promise<Suppressed> {
  const start = (): StartedThread => {
    const thread = startThread();
    thread.onMessage((message) => {
      if (message.kind === 'results') seen.results += message.results.length;
    });
    seen.thread = thread;
    return thread;
  };
  return driven(
    suppress(release, rule, { solver, iterationLimit, pool: poolOfThread(start, 0) }),
    { signal: new AbortController().signal, onProgress },
    {
      breathe: async () => {
        do await pause();
        while (seen.thread !== undefined && seen.results === 0);
      },
      now: () => performance.now(),
    },
  );
}

it('works on blocks in a thread of the process, with the same result', async () => {
  const seen: Watched = { results: 0 };
  expect(await onTwoThreads(seen, () => undefined)).toEqual(expected);
  expect(seen.results).toBeGreaterThan(0);
  seen.thread?.end();
});

it('loses nothing when the thread ends on the way', async () => {
  const seen: Watched = { results: 0 };
  const isOver = onTwoThreads(seen, () => {
    if (seen.results > 0) seen.thread?.end();
  });
  expect(await isOver).toEqual(expected);
  expect(seen.results).toBeGreaterThan(0);
});

it('does not keep its process', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-thread-'));
  const script = join(folder, 'script.mts');
  const at = new URL('../../../../../electron/cli/vault/start-thread.ts', import.meta.url).href;
  writeFileSync(
    script,
    `import { startThread } from '${at}';
    const thread = startThread();
    thread.onMessage(() => undefined);
    thread.onEnd(() => undefined);
    setTimeout(() => console.log('done'), 1000);`,
  );
  const run = promisify(execFile)(process.execPath, ['--import', import.meta.resolve('tsx'), script], {
    timeout: 20_000,
  });
  expect((await run).stdout).toBe('done\n');
  rmSync(folder, { recursive: true });
});
