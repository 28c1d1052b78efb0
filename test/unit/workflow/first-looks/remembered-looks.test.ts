import { expect, it } from 'vitest';
import type { FileKind, Source, Sources } from '../../../../shared/extract/source.ts';
import { lookAtFiles } from '../../../../shared/workflow/first-looks/look-at-files.ts';
import { keyOf, RememberedLooks } from '../../../../shared/workflow/first-looks/remembered-looks.ts';
import { textReader } from '../../../support/load-files.ts';

const texts = {
  events: 'subscriber_id,event_time,cell_id\nseen-4711,2026-05-04T10:00:00Z,41000\n',
  cells: 'cell_id,lat,lon\n41000,51.3,12.4\n',
  persons: 'subscriber_id,age\nknown-4711,40\n',
  objections: 'subscriber_id\nobjecting-4711\n',
};
const source = (kind: FileKind): Source => ({
  kind: 'file',
  token: '0'.repeat(32),
  name: `${kind}.csv`,
  sizeBytes: 1,
});
const sources: Sources = {
  events: source('events'),
  cells: source('cells'),
  persons: source('persons'),
  objections: source('objections'),
};
const signal = new AbortController().signal;
const held = (remembered: RememberedLooks): string =>
  JSON.stringify(remembered, (_, value: unknown) => (value instanceof Map ? [...value] : value));

async function lookedAt(): Promise<RememberedLooks> {
  const remembered = new RememberedLooks();
  await lookAtFiles(textReader(texts), sources, signal, { remembered });
  return remembered;
}

it('holds rows of events and cells alone, and none of people whom another file tells of', async () => {
  const all = held(await lookedAt());
  expect(all).toContain('seen-4711');
  expect(all).not.toContain('known-4711');
  expect(all).not.toContain('objecting-4711');
});

it('holds nothing of a file that is not chosen any more, or is said to be written in another way', async () => {
  const remembered = await lookedAt();
  const dialect = { delimiter: ';', header: true, encoding: 'utf-8', gzip: false } as const;
  remembered.keepOnly({ sources, dialects: { cells: dialect } });
  expect(remembered.of('cells', keyOf(source('cells'), undefined))).toBeUndefined();
  expect(held(remembered)).toContain('seen-4711');
  const { events: _, ...others } = sources;
  remembered.keepOnly({ sources: others });
  expect(held(remembered)).not.toContain('seen-4711');
});

it('takes nothing of a look that another one has overtaken with other files', async () => {
  const remembered = await lookedAt();
  const key = keyOf(source('events'), undefined);
  const sight = remembered.of('events', key);
  if (sight === undefined) throw new Error('the events are not known');
  remembered.keepOnly({
    sources: { events: { ...source('events'), kind: 'file', name: 'newer.csv' } as Source },
  });
  remembered.remember('events', key, sight);
  expect(held(remembered)).not.toContain('seen-4711');
});

it('does not hold rows without end', async () => {
  const wide = 'x'.repeat(1000);
  const remembered = new RememberedLooks();
  const key = keyOf(source('events'), undefined);
  const sight = (await lookedAt()).of('events', key);
  if (!sight || !('rows' in sight)) throw new Error('the events are not known');
  const holding = (rows: number) => {
    const look = { ...sight.rows.look, rows: Array.from({ length: rows }, () => [wide, wide, wide]) };
    remembered.keepOnly({ sources });
    remembered.remember('events', key, { rows: { ...sight.rows, look } });
    const known = remembered.of('events', key) !== undefined;
    remembered.keepOnly({ sources: {} });
    return known;
  };
  expect([holding(2000), holding(4000)]).toEqual([true, false]);
});
