import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repositoryRoot } from '../../../electron/launcher/repository.ts';
import { tellTried } from '../bundle/tell-tried.ts';
import { type BuiltFile, builtFile, printedBy, type Runtime, runtimesAtHand } from '../runtimes.ts';
import { trials } from '../trial.ts';

interface Told {
  readonly digests: readonly string[];
  readonly machine: { readonly locale: string; readonly timeZone: string; readonly umask: number };
}

interface Machine {
  readonly runtime: Runtime;
  readonly timeZone: string;
  readonly locale: string;
  readonly cwd: string;
  readonly umask: string;
}

const timeZones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Kiritimati'];
const locales = ['C', 'de_DE.UTF-8', 'tr_TR.UTF-8', 'ar_EG.UTF-8'];

let built: BuiltFile;
let runtimes: readonly [Runtime, Runtime];
let folder: string;
beforeAll(async () => {
  built = await builtFile(join(import.meta.dirname, 'harness/main.ts'), 'seal-shuffled');
  runtimes = await runtimesAtHand();
  folder = mkdtempSync(join(tmpdir(), 'freigabe ü '));
});
afterAll(() => {
  built.remove();
  rmSync(folder, { recursive: true });
});

function machines(): readonly Machine[] {
  const places = [
    { cwd: repositoryRoot, umask: '022' },
    { cwd: '/', umask: '077' },
    { cwd: folder, umask: '000' },
  ];
  return timeZones.flatMap((timeZone) =>
    locales.flatMap((locale) =>
      places.flatMap((place) => runtimes.map((runtime) => ({ runtime, timeZone, locale, ...place }))),
    ),
  );
}

async function sealedOn({ runtime, timeZone, locale, cwd, umask }: Machine, order: number): Promise<Told> {
  const environment = {
    ...runtime.environment,
    TZ: timeZone,
    LANG: locale,
    LC_ALL: locale,
    LANGUAGE: locale,
  };
  const script = `umask ${umask}; exec "$0" "$@"`;
  const args = ['-c', script, runtime.executable, built.path, String(order)];
  return JSON.parse(await printedBy('sh', args, { cwd, environment })) as Told;
}

it('gives one digest on every machine, whatever the order of rows and zones', async () => {
  const all = machines();
  const count = trials(4, all.length * 2);
  const names = runtimes.map(({ name }) => name).join(' and ');
  const what = `${names}, 5 time zones, 4 locales, 3 folders and umasks, 2 orders: one digest`;
  const first = await sealedOn({ ...(all[0] as Machine) }, 0);
  const met = new Set<string>();
  await tellTried('D1', what, async () => {
    const missed: string[] = [];
    for (let trial = 0; trial < count; trial += 1) {
      const machine = all[count < all.length ? trial * 31 + 1 : trial % all.length] as Machine;
      const { digests, machine: found } = await sealedOn(machine, trial + 1);
      met.add(found.timeZone).add(found.locale);
      if (digests.join() !== first.digests.join())
        missed.push(`${machine.runtime.name} ${JSON.stringify(found)}`);
    }
    return { trials: count, missed };
  });
  expect(met.size, 'the settings reached the runtimes').toBeGreaterThan(4);
}, 3_600_000);
