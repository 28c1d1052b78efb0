import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startNativeEngine } from '../../electron/node/native/start-native-engine.ts';
import { sourceReader } from '../../electron/node/read-source.ts';
import { startWasmEngine } from '../../electron/node/wasm-engine.ts';
import { Refusal } from '../../shared/base/failure.ts';
import type { FileProfile } from '../../shared/extract/profile.ts';
import type { FileKind, Source, Sources } from '../../shared/extract/source.ts';
import type { Review } from '../../shared/workflow/review.ts';
import { openReview, type OpenReview } from '../support/open-review.ts';

const timeLimit = 30_000;
const folder = mkdtempSync(join(tmpdir(), 'freigabe-first-looks-'));
const paths = new Map<string, string>();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): Source {
  const token = `${paths.size}`.padStart(32, '0');
  paths.set(token, join(folder, token));
  writeFileSync(join(folder, token), content);
  return { kind: 'file', token, name, sizeBytes: Buffer.from(content).length };
}

const site = (i: number): string => `4${1000 + (i % 9)}`;
const numbered = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => `${line(i)}\n`).join('');
/** Only a look at the reference tells that `station` names the cells. */
const events = put(
  'events.csv',
  `subscriber_id,event_time,station\n${numbered(60, (i) => `person${i % 12},2026-05-04T10:${10 + (i % 50)}:00Z,${site(i)}`)}`,
);
const cells = put('cells.csv', `cell_id,lat,lon\n${numbered(9, (i) => `${site(i)},51.3${i},12.4`)}`);
const persons = put('persons.csv', `subscriber_id,age\n${numbered(12, (i) => `person${i},${30 + i}`)}`);
const objections = put('objections.csv', 'subscriber_id\nperson3\n');
const ring = [
  [12, 51],
  [13, 51],
  [13, 52],
  [12, 51],
];
const zones = put(
  'zones.geojson',
  JSON.stringify({
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { id: 'z', name: 'Z' },
        geometry: { type: 'Polygon', coordinates: [ring] },
      },
    ],
  }),
);
const empty = put('empty.csv', '');
const all: Sources = { events, cells, persons, objections, zones };
const commas = { delimiter: ',', header: true, encoding: 'windows-1252', gzip: false } as const;

const nothing = (): void => undefined;

describe.each(['wasm', 'native'] as const)('first looks with the %s engine', (name) => {
  let open: OpenReview;
  let review: Review;
  let opened: FileKind[] = [];
  /** Called when a file is opened. */
  let onOpen: (kind: FileKind) => void = nothing;
  let engine: Awaited<ReturnType<typeof startWasmEngine>>;
  const tell = (kind: FileKind): void => {
    opened.push(kind);
    onOpen(kind);
  };

  beforeAll(async () => {
    engine = name === 'native' ? await startNativeEngine({ paths }) : await startWasmEngine();
  }, timeLimit);
  beforeEach(() => {
    const reader = sourceReader(paths);
    const { scan } = engine;
    const counting = {
      open: async (...asked: Parameters<typeof reader.open>) => (tell(asked[1]), reader.open(...asked)),
    };
    open = openReview(
      scan
        ? { ...engine, scan: { open: async (source, kind) => (tell(kind), scan.open(source, kind)) } }
        : engine,
      { reader: counting },
    );
    ({ review } = open);
    onOpen = nothing;
    opened = [];
    return () => open.close();
  });

  const look = (sources: Sources, dialects?: { readonly [K in FileKind]?: typeof commas }) =>
    review.profile({ sources, ...(dialects && { dialects }) }, new AbortController().signal);
  const eventRoles = async (sources: Sources) => rolesOf((await look(sources)).profiles, 'events');
  /** Which files a look opens. */
  async function openedBy(...asked: Parameters<typeof look>): Promise<readonly FileKind[]> {
    opened = [];
    await look(...asked);
    return [...new Set(opened)];
  }

  it('open each file once while it is chosen and said to be written in the same way', async () => {
    expect(await openedBy({ events, zones })).toEqual(['events', 'zones']);
    expect(await openedBy({ events, cells, zones })).toEqual(['cells']);
    expect(await openedBy(all)).toEqual(['persons', 'objections']);
    expect(await openedBy(all)).toEqual([]);
    expect(await openedBy(all, { persons: commas })).toEqual(['persons']);
    expect(await openedBy(all, { persons: commas })).toEqual([]);
    expect(await openedBy({ ...all, cells: put('cells.csv', 'cell_id,lat,lon\n41000,51,12\n') })).toEqual([
      'cells',
      'persons',
    ]);
  });

  it('give the same whether a file was opened or remembered', async () => {
    await look({ events, cells });
    const remembered = await look(all);
    review.forgetOthers({ sources: {} });
    expect(await openedBy(all)).toEqual(['events', 'cells', 'persons', 'objections', 'zones']);
    expect(remembered).toEqual(await look(all));
  });

  it('find anew how events name their cells when a reference comes or goes', async () => {
    expect(await eventRoles({ events })).toEqual(['person', 'time', 'ignored']);
    expect(await eventRoles({ events, cells })).toEqual(['person', 'time', 'cell']);
    expect(await eventRoles({ events })).toEqual(['person', 'time', 'ignored']);
    opened = [];
    expect(await eventRoles({ events, cells })).toEqual(['person', 'time', 'cell']);
    expect(opened, 'what was removed is forgotten').toEqual(['cells']);
  });

  it('are forgotten of files that are gone where no look follows', async () => {
    await look(all);
    review.forgetOthers({ sources: { cells, zones } });
    expect(await openedBy(all)).toEqual(['events', 'persons', 'objections']);
  });

  it('tell why a file is refused, beside the profiles of the others, and open it again each time', async () => {
    const { profiles, refused } = await look({ ...all, cells: empty });
    expect(profiles.map(({ kind }) => kind)).toEqual(['events', 'persons', 'objections']);
    expect(refused).toEqual([
      {
        kind: 'cells',
        failure: {
          code: 'empty-file',
          message: 'empty.csv is empty: choose a file with rows in it.',
          detail: { file: 'empty.csv' },
        },
      },
    ]);
    expect(await openedBy({ ...all, cells: empty })).toEqual(['cells']);
    expect(await openedBy(all)).toEqual(['cells']);
    expect((await look(all)).refused).toEqual([]);
  });

  it('refuse events whose day is said by their folders alone, and show the others', async () => {
    const parts = ['a', 'b'].map((part) => {
      const { name: _, ...file } = put(
        part,
        `subscriber_id,cell_id\n${numbered(9, (i) => `person${i},${site(i)}`)}`,
      ) as Extract<Source, { kind: 'file' }>;
      return { token: file.token, sizeBytes: file.sizeBytes, name: `day=2026-05-04/${part}.csv` };
    });
    const dated: Source = { kind: 'parts', name: 'days', parts };
    const { profiles, refused } = await look({ ...all, events: dated, persons: empty });
    expect(refused.map(({ kind, failure }) => [kind, failure.code])).toEqual([
      ['persons', 'empty-file'],
      ['events', 'date-in-folder'],
    ]);
    expect(rolesOf(profiles, 'cells')).toEqual(['cell', 'latitude', 'longitude']);
  });

  it('are refused as a whole where all files are needed, as the first file is', async () => {
    const asked = open.profiles({ sources: { ...all, cells: empty, objections: put('none.csv', '') } });
    await expect(asked).rejects.toMatchObject({
      failure: { code: 'empty-file', detail: { file: 'empty.csv' } },
    });
  });

  it('refuse to read a file that was refused', async () => {
    const sources = { ...all, cells: empty };
    const { profiles } = await look(sources);
    expect(profiles.find(({ kind }) => kind === 'cells')).toBeUndefined();
    const [first] = profiles;
    const mapping = { dialect: first?.dialect ?? commas, hasOffset: true };
    const load = review.load(
      {
        sources,
        mappings: { events: { ...mapping, roles: ['person', 'time', 'cell'] } },
        timeZone: 'UTC',
        zones: { kind: 'h3', resolution: 6 },
        noRegisterReason: 'test',
      },
      { signal: new AbortController().signal, onProgress: () => undefined },
    );
    await expect(load).rejects.toMatchObject({ failure: { code: 'mapping-missing' } });
  });

  it.each(['events', 'cells', 'persons', 'objections', 'zones'] as const)(
    'that are called off while %s are opened end with all files, and that one is not remembered',
    async (kind) => {
      const cancellation = new AbortController();
      onOpen = (one) => one === kind && cancellation.abort(new Error('called off'));
      await expect(review.profile({ sources: all }, cancellation.signal)).rejects.toThrow('called off');
      onOpen = nothing;
      expect(await openedBy(all)).toContain(kind);
    },
  );

  it('are called off, not refused, where the reader tells of a file that changed', async () => {
    const cancellation = new AbortController();
    const gone = put('gone.csv', 'cell_id,lat,lon\n41000,51,12\n');
    onOpen = (one) => {
      if (one !== 'cells') return;
      cancellation.abort(new Error('called off'));
      throw new Refusal('file-changed', 'It changed.');
    };
    await expect(review.profile({ sources: { events, cells: gone } }, cancellation.signal)).rejects.toThrow(
      'called off',
    );
  });

  it('end as a whole with what is no refusal', async () => {
    onOpen = () => {
      throw new TypeError('a defect');
    };
    await expect(look(all)).rejects.toThrow(TypeError);
  });
});

const rolesOf = (profiles: readonly FileProfile[], kind: FileKind): readonly string[] =>
  profiles.find((profile) => profile.kind === kind)?.columns.map(({ role }) => role) ?? [];
