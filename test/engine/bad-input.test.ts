import { appendFileSync, truncateSync, unlinkSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { Refusal } from '../../shared/base/failure.ts';
import type { ColumnRole } from '../../shared/extract/profile.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import { Recipe } from '../../shared/recipe/recipe.ts';
import { type Files, type LoadOptions, openReview, type OpenReview } from '../support/open-review.ts';
import { smallRecipe } from '../support/small-recipe.ts';

const timeLimit = 20_000;
const header = 'person,time,lat,lon\n';
const row = (i: number): string => `p${i},2026-05-04T10:00:00Z,51,12\n`;
const good = header + Array.from({ length: 7 }, (_, i) => row(i)).join('');
const policy = builtInPolicies.default;
let open: OpenReview;

const persons = async (): Promise<readonly number[]> => [
  ...((await open.candidate(smallRecipe, policy)).tables[0]?.persons ?? []),
];

async function refusalOf(work: () => unknown): Promise<Refusal> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** A gzip file without its last 2,000 bytes; its rows hardly compress, so the cut lies in the middle of the data. */
function cutGzip(): Uint8Array {
  const rows = Array.from({ length: 20_000 }, (_, i) => `${(i * 2_654_435_761) % 4_294_967_296}${row(i)}`);
  const packed = gzipSync(header + rows.join(''));
  return packed.subarray(0, packed.length - 2000);
}

const withRoles =
  (...roles: ColumnRole[]): NonNullable<LoadOptions['mappings']> =>
  (suggested) => ({ ...suggested, events: { ...suggested.events, roles } });

/** Squares of two degrees around latitude 51, by id and western border. */
function zonesOf(...zones: readonly (readonly [id: string, west: number])[]): string {
  const features = zones.map(([zone_id, west]) => ({
    type: 'Feature',
    properties: { zone_id },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, 50],
          [west + 2, 50],
          [west + 2, 52],
          [west, 52],
          [west, 50],
        ],
      ],
    },
  }));
  return JSON.stringify({ type: 'FeatureCollection', features });
}

const noise = Uint8Array.from({ length: 4096 }, (_, i) => (i * 2_654_435_761) >>> 24);

interface Case {
  readonly code: string;
  readonly says: RegExp;
  readonly files: Files;
  readonly options?: LoadOptions;
}

const cases: Readonly<Record<string, Case>> = {
  'an empty file': { code: 'empty-file', says: /events\.csv is empty/, files: { events: '' } },
  'nothing but line ends': { code: 'empty-file', says: /is empty/, files: { events: '\n\r\n\n' } },
  'only a header': { code: 'no-rows', says: /no rows below/, files: { events: header } },
  'no header and no time': {
    code: 'role-missing',
    says: /holds the time/,
    files: { events: 'aaaaaaaaaaaaaaaa,x,51,12\nbbbbbbbbbbbbbbbb,y,51,12\n' },
  },
  'one column': { code: 'one-column', says: /only one column/, files: { events: 'person\na\nb\n' } },
  'a binary file': { code: 'unknown-encoding', says: /not text/, files: { events: noise } },
  'UTF-16 without its mark': {
    code: 'unknown-encoding',
    says: /UTF-16 with a byte order mark/,
    files: { events: Buffer.from(good, 'utf16le') },
  },
  'a cut gzip': { code: 'gzip-damaged', says: /cut short/, files: { events: cutGzip() } },
  'an empty gzip': { code: 'empty-file', says: /is empty/, files: { events: gzipSync('') } },
  'only ragged rows': {
    code: 'nothing-kept',
    says: /1000 ragged/,
    files: { events: header + 'a,2026-05-04T10:00:00Z\n'.repeat(1000) },
    options: { mappings: withRoles('person', 'time', 'latitude', 'longitude') },
  },
  'times in the years 0001 and 9999': {
    code: 'nothing-kept',
    says: /2 badTime.*1990 and 2037/,
    files: { events: `${header}a,0001-01-01T00:00:00Z,51,12\nb,9999-12-31T00:00:00Z,51,12\n` },
  },
  'latitude 91': {
    code: 'nothing-kept',
    says: /1 badPosition.*on Earth/,
    files: { events: `${header}a,2026-05-04T10:00:00Z,91,12\n` },
  },
  'two columns of one role': {
    code: 'role-twice',
    says: /Two columns .* latitude/,
    files: { events: good },
    options: { mappings: withRoles('person', 'time', 'latitude', 'latitude') },
  },
  'cells without a reference': {
    code: 'cells-missing',
    says: /no cell reference/,
    files: { events: 'person,time,cell\na,2026-05-04T10:00:00Z,c1\n' },
  },
  'an unknown time zone': {
    code: 'unknown-time-zone',
    says: /no time zone "Mars\/Olympus"/,
    files: { events: good },
    options: { timeZone: 'Mars/Olympus' },
  },
  'an unknown time zone for local times': {
    code: 'unknown-time-zone',
    says: /Europe\/Berlin/,
    files: { events: good.replaceAll('Z,', ',') },
    options: { timeZone: 'Mars/Olympus' },
  },
  'polygons asked for and not given': {
    code: 'no-polygons',
    says: /no zone file/,
    files: { events: good },
    options: { zones: { kind: 'polygons' } },
  },
  'zones that are no JSON': {
    code: 'zones-not-json',
    says: /not JSON/,
    files: { events: good, zones: '<kml/>' },
  },
  'zones that are points': {
    code: 'zones-not-polygons',
    says: /geometry/,
    files: {
      events: good,
      zones: '{"type":"FeatureCollection","features":[{"geometry":{"type":"Point","coordinates":[1,2]}}]}',
    },
  },
  'zones that overlap': {
    code: 'zones-overlap',
    says: /zones west and east of zones\.csv overlap/,
    files: { events: good, zones: zonesOf(['west', 11], ['far', 20], ['east', 12.9]) },
  },
  'sensitive places of an unknown kind': {
    code: 'place-category',
    says: /Place 2 of places\.csv has the category "pub".*use one of hospital, /,
    files: { events: good, places: 'lat,lon,category\n51,12,school\n51,12,pub\n' },
  },
  'sensitive places without a position': {
    code: 'place-position',
    says: /Line 2 of places\.csv/,
    files: { events: good, places: 'lat,lon,category\n,,school\n' },
  },
  'inhabitants that are no number': {
    code: 'population-number',
    says: /population\.csv, line 2/,
    files: { events: good, population: 'zone_id,age_band,gender,persons\na,all,all,many\n' },
  },
};

beforeAll(async () => {
  open = openReview(await startEngine());
  await open.load({ events: good });
}, timeLimit);
afterAll(() => open.close());

describe('input that cannot be used', () => {
  it.each(Object.entries(cases))(
    'is refused with its own message, and what was open stays: %s',
    async (_, { code, says, files, options }) => {
      const { failure } = await refusalOf(async () => open.load(files, options));
      expect(failure.code).toBe(code);
      expect(failure.message).toMatch(says);
      expect(await persons()).toEqual([7]);
    },
    timeLimit,
  );

  it.each([
    ['grows', (path: string) => appendFileSync(path, row(9))],
    ['is cut short', (path: string) => truncateSync(path, good.length - 5)],
  ])(
    'is a file that %s after it was chosen',
    async (_, change) => {
      const { sources, pathOf } = open.put({ events: good });
      change(pathOf('events'));
      const { failure } = await refusalOf(async () => open.loadSources(sources));
      expect(failure.code).toBe('file-changed');
      expect(failure.message).toMatch(/events\.csv was changed/);
      expect(await persons()).toEqual([7]);
    },
    timeLimit,
  );

  it(
    'is a file that is gone',
    async () => {
      const { sources, pathOf } = open.put({ events: good });
      unlinkSync(pathOf('events'));
      expect((await refusalOf(async () => open.loadSources(sources))).failure.code).toBe('file-gone');
      expect(await persons()).toEqual([7]);
    },
    timeLimit,
  );
});

describe('input that is nothing to complain about', () => {
  it(
    'is a zone without people: it is read, and its groups are empty',
    async () => {
      const second = openReview(await startEngine());
      const zones = zonesOf(['full', 11], ['empty', 20]);
      const understanding = await second.load({ events: good, zones }, { zones: { kind: 'polygons' } });
      expect(understanding).toMatchObject({ polygons: 2, rowsKept: 7 });
      const candidate = await second.candidate({ ...smallRecipe, zones: { kind: 'polygons' } }, policy);
      expect(candidate.zones.map(({ zoneId }) => zoneId)).toEqual(['full', 'empty']);
      const [table] = candidate.tables;
      const figures = [...(table?.persons ?? [])].map((figure, i) => [table?.zone[i], figure]);
      expect(figures.filter(([, figure]) => figure !== -1)).toEqual([[0, 7]]);
      second.close();
    },
    timeLimit,
  );
});

describe('recipes that cannot be counted', () => {
  const refused: Readonly<Record<string, readonly [string, Partial<Recipe>]>> = {
    'a period outside the extract': ['period-outside', { period: { from: '2027-01-01', to: '2027-01-02' } }],
    'a day that is none': ['no-such-day', { period: { from: '2026-02-30', to: '2026-03-01' } }],
    'ages nobody stated': ['no-ages', { ageBreaks: [18, 30] }],
    'genders nobody stated': ['no-genders', { byGender: true }],
    'an unknown time zone': ['unknown-time-zone', { timeZone: 'Mars/Olympus' }],
  };
  it.each(Object.entries(refused))('are refused: %s', async (_, [code, change]) => {
    const asked = { ...smallRecipe, ...change };
    expect((await refusalOf(() => open.candidate(asked, policy))).failure.code).toBe(code);
    expect(await persons()).toEqual([7]);
  });

  it('are refused before the vault where the form is wrong: a break twice, a period that ends before it starts', () => {
    expect(Recipe.safeParse({ ...smallRecipe, ageBreaks: [18, 18] }).error?.message).toMatch(
      /none may stand twice/,
    );
    expect(Recipe.safeParse({ ...smallRecipe, ageBreaks: [30, 18] }).success).toBe(false);
    const backwards = { from: '2026-05-05', to: '2026-05-04' };
    expect(Recipe.safeParse({ ...smallRecipe, period: backwards }).error?.message).toMatch(
      /ends before it starts/,
    );
    expect(Recipe.safeParse({ ...smallRecipe, ageBreaks: [18, 30] }).success).toBe(true);
  });

  it(
    'are refused where one stray event makes too many groups, and counted when the period is cut',
    async () => {
      const second = openReview(await startEngine());
      const places = Array.from(
        { length: 800 },
        (_, i) => `p${i},2026-05-04T10:00:00Z,${(40 + (i % 40) / 2).toFixed(1)},${(i / 40).toFixed(2)}\n`,
      );
      await second.load({ events: `${header}${places.join('')}p0,1995-01-01T00:00:00Z,51,12\n` });
      const asked = { ...smallRecipe, timeBin: 'quarterHour' as const, period: null };
      const refusal = await refusalOf(() => second.candidate(asked, policy));
      expect(refusal.failure.code).toBe('too-many-groups');
      const day = { from: '2026-05-04', to: '2026-05-04' };
      const { protection } = await second.candidate({ ...asked, period: day }, policy);
      expect(protection.tables[0]?.primary).toBeGreaterThan(100);
      second.close();
    },
    timeLimit,
  );
});

describe('calling a load off', () => {
  const many = header + Array.from({ length: 1000 }, (_, i) => row(i)).join('');

  it.each(['events', 'sorting'])(
    'rejects with the reason and leaves the former extract: at %s',
    async (stage) => {
      const cancellation = new AbortController();
      const load = open.load(
        { events: many },
        {
          signal: cancellation.signal,
          onProgress: (progress) => {
            if (progress.stage === stage) cancellation.abort(new Error('called off'));
          },
        },
      );
      await expect(load).rejects.toThrow('called off');
      expect(await persons()).toEqual([7]);
    },
    timeLimit,
  );

  it(
    'does not disturb the load that follows at once',
    async () => {
      const cancellation = new AbortController();
      const { sources } = open.put({ events: many });
      const [profile] = await open.profiles({ sources }, cancellation.signal);
      const request = {
        sources,
        mappings: {
          events: {
            dialect: profile?.dialect ?? { delimiter: ',', header: true, encoding: 'utf-8', gzip: false },
            timeFormat: 'iso',
            hasOffset: true,
            roles: ['person', 'time', 'latitude', 'longitude'],
          },
        },
        timeZone: 'UTC',
        zones: { kind: 'h3', resolution: 6 },
        noRegisterReason: '',
      } as const;
      const loads = [cancellation.signal, new AbortController().signal].map(async (signal) =>
        open.review.load(structuredClone(request) as never, { signal, onProgress: () => undefined }),
      );
      cancellation.abort(new Error('called off'));
      const [first, second] = await Promise.allSettled(loads);
      expect(first?.status).toBe('rejected');
      expect(second?.status).toBe('fulfilled');
      expect(await persons()).toEqual([1000]);
      await open.load({ events: good });
    },
    timeLimit,
  );
});
