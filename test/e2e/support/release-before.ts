import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { repositoryRoot } from '../../../electron/launcher/repository.ts';
import type { ExtractPaths } from './generated-extract.ts';

/** Corners of two zones each, as they are and as the earlier release had them: within, a few hundred metres of one zone change hands. */
const movedCorners = [
  ['[12.606882,51.347364]', '[12.606882,51.343364]'],
  ['[12.623032,51.329391]', '[12.623032,51.333391]'],
] as const;

/** The release that is made: exact figures a day, so that few persons between two zone maps show. */
const settings = [
  'roundingBase=1',
  'timeBin=day',
  'timeZone=Europe/Berlin',
  'terms.purpose=Planning',
  'terms.legalBasis=Anonymised',
  'terms.recipient=City',
];

/**
 * Releases an extract on a slightly other zone map by the command line, into the ledger of a user-data folder: what an officer did some
 * time ago. Answers the id of the release.
 */
export function releaseBefore(folder: string, extract: ExtractPaths, userData: string): string {
  const [zones, policy, passphrase, key] = ['before.geojson', 'policy.json', 'passphrase', 'petra'].map(
    (name) => join(folder, name),
  ) as [string, string, string, string];
  const now = readFileSync(extract.zones, 'utf8');
  const moved = movedCorners.reduce((text, [corner, other]) => text.replaceAll(corner, other), now);
  if (moved === now) throw new Error('the zones of the town have other corners by now');
  writeFileSync(zones, moved);
  const { solo } = builtInPolicies;
  writeFileSync(
    policy,
    JSON.stringify({ ...solo, id: 'before', attacks: { ...solo.attacks, required: [] } }),
  );
  writeFileSync(passphrase, 'five plain words for before\n');
  run('keygen', '--out', key, '--passphrase-file', passphrase, '--id', 'petra@example.org');
  const { events, cells, persons } = extract;
  const options = {
    events,
    cells,
    persons,
    zones,
    policy,
    objections: 'none:generated',
    key: `${key}.key.json`,
    'passphrase-file': passphrase,
    ledger: join(userData, 'ledger'),
    out: join(folder, 'before.freigabe.zip'),
  };
  const { releaseId } = run(
    'release',
    ...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]),
    ...settings.flatMap((setting) => ['--set', setting]),
  );
  if (typeof releaseId !== 'string') throw new Error('nothing was released');
  return releaseId;
}

function run(...args: readonly string[]): Readonly<Record<string, unknown>> {
  const done = spawnSync(process.execPath, ['--import', 'tsx', 'electron/cli/entry.ts', ...args, '--json'], {
    cwd: repositoryRoot,
    encoding: 'utf8',
  });
  if (done.status !== 0) throw new Error(`${args[0]}: ${done.stdout} ${done.stderr.slice(-600)}`);
  return JSON.parse(done.stdout.trim().split('\n').at(-1) ?? '{}') as Readonly<Record<string, unknown>>;
}
