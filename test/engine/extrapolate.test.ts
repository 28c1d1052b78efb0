import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { byPrimaryKey, columnsOf } from '../../shared/bundle/table-columns.ts';
import { writeTableCsv } from '../../shared/bundle/table-csv.ts';
import { tableFaults } from '../../shared/bundle/table-faults.ts';
import { parquetFault, writeTableParquet } from '../../shared/bundle/table-parquet.ts';
import { readTableCsv } from '../../shared/bundle/table-read.ts';
import type { Candidate } from '../../shared/ipc/candidate.ts';
import type { Product } from '../../shared/products/product.ts';
import type { TableRow } from '../../shared/products/table-row.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { rowsOfTable } from '../../shared/workflow/rows-of-candidate.ts';
import { openReview, type OpenReview } from '../support/open-review.ts';

const timeLimit = 60_000;
const west = { west: 11, east: 13, far: 15 } as const;
type Zone = keyof typeof west;

interface Customer {
  readonly home: Zone;
  readonly age: number;
  readonly gender: 'female' | 'male';
  readonly visits: readonly Zone[];
}

/** Customers of each home, age band and gender in uneven numbers; one of them alone goes far. */
const numbers = [
  ['west', 30, 'female', 24],
  ['west', 30, 'male', 12],
  ['west', 60, 'female', 7],
  ['west', 60, 'male', 17],
  ['east', 30, 'female', 9],
  ['east', 30, 'male', 14],
  ['east', 60, 'female', 11],
  ['east', 60, 'male', 6],
] as const;
const customers: readonly Customer[] = numbers.flatMap(([home, age, gender, count]) =>
  Array.from({ length: count }, (_, i) => ({
    home,
    age,
    gender,
    visits: home === 'west' && age === 30 && i === 0 && gender === 'male' ? (['far'] as const) : [],
  })),
);

const zonesGeoJson = JSON.stringify({
  type: 'FeatureCollection',
  features: Object.entries(west).map(([zone_id, from]) => ({
    type: 'Feature',
    properties: { zone_id },
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [from, 50],
          [from + 2, 50],
          [from + 2, 52],
          [from, 52],
          [from, 50],
        ],
      ],
    },
  })),
});

const eventsCsv = [
  'person,time,lat,lon,age,gender',
  ...customers.flatMap(({ home, age, gender, visits }, i) =>
    [
      [home, '2026-05-04T23:10:00Z'] as const,
      [home, '2026-05-04T12:00:00Z'] as const,
      ...visits.map((zone) => [zone, '2026-05-04T14:00:00Z'] as const),
    ].map(([zone, time]) => `p${i},${time},51,${west[zone] + 1},${age},${gender}`),
  ),
  '',
].join('\n');

/** 513 inhabitants to 100 customers: one customer stands for 5.13, as in the example of the trap. */
const inhabitants = [
  ['west', '0-39', 'female', 101],
  ['west', '0-39', 'male', 90],
  ['west', '40+', 'female', 70],
  ['west', '40+', 'male', 47],
  ['east', '0-39', 'female', 40],
  ['east', '0-39', 'male', 55],
  ['east', '40+', 'female', 66],
  ['east', '40+', 'male', 44],
  ['far', '0-39', 'female', 0],
  ['far', '0-39', 'male', 0],
  ['far', '40+', 'female', 0],
  ['far', '40+', 'male', 0],
] as const;
const populationCsv = (rows: readonly (readonly (string | number)[])[]): string =>
  ['zone_id,age_band,gender,persons', ...rows.map((row) => row.join(',')), ''].join('\n');

const plain: Recipe = {
  ...presets.conservative,
  releaseDate: '2026-06-01',
  timeZone: 'UTC',
  zones: { kind: 'polygons' },
  products: ['footfall', 'catchment'],
  timeBin: 'day',
  minimumNights: 1,
  minimumPersons: 5,
  roundingBase: 1,
  machineLike: 'count',
  suppressedGroups: 'list',
  extrapolate: true,
};
const broken: Recipe = { ...plain, ageBreaks: [40], byGender: true, totals: true };
let open: OpenReview;

const rowsOf = (candidate: Candidate, product: Product): readonly TableRow[] => {
  const table = candidate.tables.find((one) => one.product === product);
  return table ? [...rowsOfTable(candidate, table)] : [];
};

async function refusalOf(work: () => unknown): Promise<Refusal['failure']> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.failure;
    throw error;
  }
  throw new Error('nothing was refused');
}

const load = async (rows: readonly (readonly (string | number)[])[] | undefined): Promise<unknown> =>
  open.load(
    {
      events: eventsCsv,
      zones: zonesGeoJson,
      ...(rows && { population: populationCsv(rows) }),
    },
    { zones: { kind: 'polygons' } },
  );

const bandOf = ({ age }: Customer): string => (age < 40 ? '0-39' : '40+');

/** Weight of each customer by plain loops: to zones, then ages, then genders, two thousand times. */
function slowWeights(): readonly number[] {
  const weights = customers.map(() => 1);
  const margins: readonly (readonly [(one: Customer) => string, 0 | 1 | 2])[] = [
    [({ home }) => home, 0],
    [bandOf, 1],
    [({ gender }) => gender, 2],
  ];
  for (let round = 0; round < 2000; round++)
    for (const [labelOf, column] of margins)
      for (const label of new Set(customers.map(labelOf))) {
        const total = inhabitants.reduce((sum, row) => sum + (row[column] === label ? row[3] : 0), 0);
        const now = customers.reduce(
          (sum, one, i) => sum + (labelOf(one) === label ? (weights[i] ?? 0) : 0),
          0,
        );
        customers.forEach((one, i) => {
          if (labelOf(one) === label) weights[i] = ((weights[i] ?? 0) * total) / now;
        });
      }
  return weights;
}

/** What one customer stands for on average, of those for whom `isIn` holds. */
function slowFactor(weights: readonly number[], isIn: (one: Customer) => boolean): number {
  const picked = weights.filter((_, i) => isIn(customers[i] ?? fail()));
  return picked.reduce((sum, weight) => sum + weight, 0) / picked.length;
}

function withoutEstimate(row: TableRow): TableRow {
  const { estimate, ...bare } = row;
  return estimate === undefined ? row : bare;
}

function fail(): never {
  throw new Error('no customer');
}

beforeAll(async () => {
  open = openReview(await startEngine());
  await load(inhabitants);
}, timeLimit);
afterAll(() => open.close());

describe('extrapolation of a release', () => {
  it(
    'never publishes one person times 5.13: the threshold looks at persons',
    async () => {
      const rows = rowsOf(await open.candidate(plain), 'footfall');
      const lone = rows.filter(({ zoneId }) => zoneId === 'far');
      expect(lone.length).toBeGreaterThan(0);
      for (const row of lone) {
        expect(row.status).toBe('suppressed');
        expect(row.persons).toBeUndefined();
        expect(row.estimate).toBeUndefined();
      }
      const published = rows.filter(({ status }) => status === 'published');
      expect(published.map(({ zoneId, persons }) => [zoneId, persons])).toEqual([
        ['west', 60],
        ['east', 40],
      ]);
      expect(published.map(({ estimate }) => estimate)).toEqual([
        Math.round(60 * 5.13),
        Math.round(40 * 5.13),
      ]);
    },
    timeLimit,
  );

  it(
    'weighs homes in catchment, ages and genders elsewhere, and totals by the ratio of sums',
    async () => {
      const weights = slowWeights();
      const candidate = await open.candidate(broken);
      let compared = 0;
      for (const product of ['footfall', 'catchment'] as const)
        for (const { homeId, ageBand, gender, persons, estimate } of rowsOf(candidate, product)) {
          if (persons === undefined) {
            expect(estimate).toBeUndefined();
            continue;
          }
          const factor = slowFactor(
            weights,
            (one) =>
              (homeId === undefined || homeId === 'all' || homeId === one.home) &&
              (ageBand === 'all' || (ageBand === '0-39') === one.age < 40) &&
              (gender === 'all' || gender === one.gender),
          );
          expect([product, homeId, ageBand, gender, estimate]).toEqual([
            product,
            homeId,
            ageBand,
            gender,
            Math.floor(persons * factor + 0.5),
          ]);
          compared++;
        }
      expect(compared).toBeGreaterThan(20);
    },
    timeLimit,
  );

  it(
    'tells how far the weights can be trusted, rounded',
    async () => {
      const { extrapolation } = (await open.candidate(broken)).protection;
      const weights = slowWeights();
      const sum = weights.reduce((total, weight) => total + weight, 0);
      const squares = weights.reduce((total, weight) => total + weight * weight, 0);
      expect(extrapolation).toEqual({
        effectiveSampleSize: Math.floor(Number(((sum * sum) / squares).toPrecision(2))),
        trimmedPercent: 0,
        lowestWeight: Number(Math.min(...weights).toPrecision(3)),
        highestWeight: Number(Math.max(...weights).toPrecision(3)),
      });
    },
    timeLimit,
  );

  it(
    'is written to a table that reads back as it was and fits its recipe, and only then',
    async () => {
      const candidate = await open.candidate(broken);
      const zones = new Map(candidate.zones.map(({ zoneId, level }) => [zoneId, level]));
      for (const product of broken.products) {
        const rows = rowsOf(candidate, product).toSorted(byPrimaryKey);
        const columns = columnsOf(candidate.recipe, product);
        const read = readTableCsv(writeTableCsv(rows, columns), product);
        expect(read).toEqual({ ok: true, columns, rows });
        const parquet = writeTableParquet(rows, columns);
        expect(await parquetFault(parquet, { product, columns, rows })).toBeUndefined();
        const changed = rows.map((row) => (row.estimate === undefined ? row : { ...row, estimate: 0 }));
        expect(await parquetFault(parquet, { product, columns, rows: changed })).toMatchObject({
          what: 'parquet-cell',
          values: { column: 'persons_estimate' },
        });
        expect(tableFaults({ product, rows }, candidate.recipe, zones)).toEqual([]);
        const faults = tableFaults({ product, rows }, { ...candidate.recipe, extrapolate: false }, zones);
        expect(faults.map(({ particular }) => particular.what)).toEqual(['estimate-unasked']);
        const missing = tableFaults({ product, rows: rows.map(withoutEstimate) }, candidate.recipe, zones);
        expect(missing.map(({ particular }) => particular.what)).toEqual(['estimate-missing']);
      }
    },
    timeLimit,
  );

  it(
    'leaves no trace where the recipe does not ask for it',
    async () => {
      const candidate = await open.candidate({ ...broken, extrapolate: false });
      expect(candidate.protection.extrapolation).toBeUndefined();
      expect(candidate.tables.map(({ estimate }) => estimate.length)).toEqual([0, 0]);
    },
    timeLimit,
  );
});

describe('extrapolation that cannot be', () => {
  it(
    'is refused with noise, since nobody pays for weights from raw data',
    async () => {
      const noisy: Recipe = {
        ...plain,
        period: { from: '2026-05-04', to: '2026-05-04' },
        maximumGroupsPerPersonDay: 4,
        guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 },
      };
      expect((await refusalOf(async () => open.candidate(noisy))).code).toBe('extrapolate-with-noise');
    },
    timeLimit,
  );

  it(
    'is refused without inhabitants, and with a file that lacks a zone',
    async () => {
      await load(undefined);
      expect((await refusalOf(async () => open.candidate(plain))).code).toBe('no-population');
      await load(inhabitants.filter(([zone]) => zone !== 'east'));
      expect(await refusalOf(async () => open.candidate(plain))).toMatchObject({
        code: 'population-zone-missing',
        detail: { zone: 'east', missing: 1, zones: 3 },
      });
      await load(inhabitants.map(([zone, age, gender, n]) => [zone, age, gender, zone === 'far' ? 3 : n]));
      expect((await refusalOf(async () => open.candidate(plain))).code).toBe('raking-nobody');
    },
    timeLimit,
  );
});
