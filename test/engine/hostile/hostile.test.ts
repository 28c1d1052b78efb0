import { closeSync, openSync, writeSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWasmEngine } from '../../../electron/node/wasm-engine.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import { openReview, type OpenReview } from '../../support/open-review.ts';
import { filesOfBytes } from './files-of-bytes.ts';
import { filesOfLines } from './files-of-lines.ts';
import { filesOfNames } from './files-of-names.ts';
import { filesOfOthers } from './files-of-others.ts';
import { filesOfPlaces } from './files-of-places.ts';
import { filesOfTimes } from './files-of-times.ts';
import { filesOfZones } from './files-of-zones.ts';
import { filesThatChange } from './files-that-change.ts';
import { good, type Content, type HostileFile, type Read, type Refused } from './hostile-file.ts';

const groups: Readonly<Record<string, readonly HostileFile[]>> = {
  bytes: filesOfBytes,
  lines: filesOfLines,
  names: filesOfNames,
  times: filesOfTimes,
  places: filesOfPlaces,
  zones: filesOfZones,
  'other files': filesOfOthers,
  'files that change': filesThatChange,
};
const all = Object.values(groups).flat();

/** No file may take longer, whatever is in it; the machine may be busy with other things. */
const timeLimit = 30_000;
/** No file may raise the most memory ever used by more than this, in KiB. */
const memoryLimit = 700 * 1024;
let open: OpenReview;

beforeAll(async () => {
  open = openReview(await startWasmEngine());
}, timeLimit);
afterAll(() => open.close());

/** Writes a file piece by piece over an empty one, and tells its size. */
function write(path: string, content: Content): number {
  const pieces =
    typeof content === 'string'
      ? [Buffer.from(content)]
      : content instanceof Uint8Array
        ? [content]
        : content;
  const file = openSync(path, 'w');
  let size = 0;
  try {
    for (const piece of pieces) size += writeSync(file, piece);
  } finally {
    closeSync(file);
  }
  return size;
}

async function loadHostile(file: HostileFile): ReturnType<OpenReview['load']> {
  const kind = file.kind ?? 'events';
  const { sources, pathOf } = open.put({ events: good, ...file.beside, [kind]: '' });
  const sizeBytes = write(pathOf(kind), file.content());
  const source = sources[kind];
  if (source?.kind !== 'file') throw new Error('no file was put');
  file.afterwards?.(pathOf(kind));
  return open.loadSources(
    { ...sources, [kind]: { ...source, sizeBytes } },
    { timeZone: file.timeZone ?? 'UTC', zones: file.zones ?? { kind: 'h3', resolution: 6 } },
  );
}

async function expectRefused(file: HostileFile, { refused, says }: Refused): Promise<void> {
  const outcome = await loadHostile(file).then(
    (understood) => ({ kept: understood.rowsKept, dropped: understood.dropped }),
    (error: unknown) => error,
  );
  if (!(outcome instanceof Refusal))
    throw outcome instanceof Error ? outcome : new Error(`was read: ${JSON.stringify(outcome)}`);
  expect(outcome.failure.code).toBe(refused);
  expect(outcome.failure.message).toMatch(says);
  expect(outcome.failure.message.length, 'a message somebody can read').toBeLessThan(400);
}

async function expectRead(
  file: HostileFile,
  { rows, kept, persons, dropped = {}, rejected, also }: Read,
): Promise<void> {
  const understood = await loadHostile(file);
  const none = Object.fromEntries(Object.keys(understood.dropped).map((reason) => [reason, 0]));
  expect({
    rows: understood.rowsRead,
    kept: understood.rowsKept,
    dropped: understood.dropped,
    persons: understood.persons,
  }).toEqual({
    rows,
    kept,
    dropped: { ...none, ...dropped },
    persons,
  });
  if (rejected) expect(understood.rejects.map(({ line }) => line)).toEqual(rejected);
  expect(understood).toMatchObject(also ?? {});
}

it('lists its files by name, and at least sixty', () => {
  const names = all.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(60);
});

describe.each(Object.entries(groups))('hostile %s', (_, files) => {
  it.each(files.map((file) => [file.name, file.what, file] as const))(
    '%s: %s',
    async (_name, _what, file) => {
      const before = process.resourceUsage().maxRSS;
      if ('refused' in file.expected) await expectRefused(file, file.expected);
      else await expectRead(file, file.expected);
      expect(process.resourceUsage().maxRSS - before, 'KiB more than ever before').toBeLessThan(memoryLimit);
    },
    timeLimit,
  );
});

it(
  'leaves a vault that still counts',
  async () => {
    await open.load({ events: good });
    const recipe = {
      ...presets.conservative,
      timeZone: 'UTC',
      zones: { kind: 'h3' as const, resolution: 6 },
      minimumPersons: 5,
      roundingBase: 1,
    };
    expect([...((await open.candidate(recipe)).tables[0]?.persons ?? [])]).toEqual([7]);
  },
  timeLimit,
);
