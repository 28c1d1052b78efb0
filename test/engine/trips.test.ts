import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { byPrimaryKey, columnsOf } from '../../shared/bundle/table-columns.ts';
import { writeTableCsv } from '../../shared/bundle/table-csv.ts';
import { tableFaults } from '../../shared/bundle/table-faults.ts';
import { parquetFault, writeTableParquet } from '../../shared/bundle/table-parquet.ts';
import { readTableCsv } from '../../shared/bundle/table-read.ts';
import type { Candidate } from '../../shared/ipc/candidate.ts';
import { builtInPolicies, type Policy } from '../../shared/policy/policy.ts';
import type { TableRow } from '../../shared/products/table-row.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { rowsOfTable } from '../../shared/workflow/rows-of-candidate.ts';
import { openReview, type OpenReview } from '../support/open-review.ts';

const timeLimit = 60_000;
const here = '51.340,12.370';
const there = '51.540,12.870';
const night = Date.UTC(2026, 4, 4, 22, 1);
const noon = Date.UTC(2026, 4, 5, 10, 1);
const name = (who: number): string => who.toString(16).padStart(16, 'a');

/** From here to there and back, `count` times there, 11 minutes each way. */
const trips = (who: number, from: number, count: number): readonly string[] =>
  Array.from({ length: 2 * count }, (_, i) =>
    [name(who), new Date(from + i * 660_000).toISOString(), i % 2 === 0 ? here : there].join(','),
  );
const numbers = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, i) => from + i);

/** A courier firm of 25 devices that go 20 times each in one night, 500 trips; 20 others who go once; at noon 40 go twice. */
const couriers = numbers(0, 25);
const others = numbers(25, 45);
const commuters = numbers(45, 85);
const events = [
  'person,time,lat,lon',
  ...couriers.flatMap((who) => trips(who, night, 20)),
  ...others.flatMap((who) => trips(who, night, 1)),
  ...commuters.flatMap((who) => trips(who, noon, 2)),
  '',
].join('\n');
const persons = [
  'person,age,holder',
  ...numbers(0, 85).map((who) => `${name(who)},${who % 2 === 0 ? 30 : 70},${who < 25 ? 'firm' : ''}`),
  '',
].join('\n');

const recipe: Recipe = {
  ...presets.conservative,
  timeZone: 'UTC',
  zones: { kind: 'h3', resolution: 7 },
  products: ['flows'],
  machineLike: 'count',
  minimumPersons: 5,
  roundingBase: 5,
  trips: true,
};
let open: OpenReview;

const rowsOf = (candidate: Candidate): readonly TableRow[] =>
  candidate.tables.flatMap((table) => [...rowsOfTable(candidate, table)]).toSorted(byPrimaryKey);
const told = (candidate: Candidate): readonly unknown[] =>
  rowsOf(candidate)
    .map((row) => [row.start, row.ageBand, row.persons, row.trips] as const)
    .toSorted((a, b) => a.join().localeCompare(b.join()));
const candidateOf = async (changes: Partial<Recipe>, policy?: Partial<Policy>): Promise<Candidate> =>
  open.candidate({ ...recipe, ...changes }, { ...builtInPolicies.solo, ...policy });

beforeAll(async () => {
  open = openReview(await startEngine());
  await open.load({ events, persons }, { zones: recipe.zones });
}, timeLimit);
afterAll(() => open.close());

const [midnight, morning] = ['2026-05-04T22:00:00Z', '2026-05-05T10:00:00Z'];

describe('trips of flows', () => {
  it(
    'are published where persons are and nobody makes most of them',
    async () => {
      expect(told(await candidateOf({}))).toEqual([
        [midnight, undefined, 45, undefined],
        [morning, undefined, 40, 40],
        [morning, undefined, 40, 80],
      ]);
    },
    timeLimit,
  );

  it(
    'follow the rules of the policy: the firm makes 500 of 520, the next contributor one',
    async () => {
      const loose = { concentration: { percent: 3, dominanceOne: 97 } };
      expect(told(await candidateOf({}, loose))).toContainEqual([midnight, undefined, 45, 520]);
      for (const concentration of [
        { percent: 4, dominanceOne: 97 },
        { percent: 3, dominanceOne: 96 },
      ])
        expect(told(await candidateOf({}, { concentration }))).toContainEqual([
          midnight,
          undefined,
          45,
          undefined,
        ]);
    },
    timeLimit,
  );

  it(
    'stand in one layer: parts that could be subtracted from their sum have none',
    async () => {
      const split = told(await candidateOf({ ageBreaks: [60], totals: true }));
      expect(split).toEqual([
        [midnight, '0-59', 25, undefined],
        [midnight, '60+', 20, undefined],
        [midnight, 'all', 45, undefined],
        [morning, '0-59', 20, undefined],
        [morning, '0-59', 20, undefined],
        [morning, '60+', 20, undefined],
        [morning, '60+', 20, undefined],
        [morning, 'all', 40, 40],
        [morning, 'all', 40, 80],
      ]);
      const parts = told(await candidateOf({ ageBreaks: [60] }));
      expect(parts.filter((row) => JSON.stringify(row).includes('60+'))).toContainEqual([
        morning,
        '60+',
        20,
        40,
      ]);
      const levels = await candidateOf({ levels: [1] });
      const finest = new Set(levels.zones.filter(({ level }) => level === 0).map(({ zoneId }) => zoneId));
      const coarse = rowsOf(levels).filter(({ zoneId }) => !finest.has(zoneId));
      expect(coarse.filter(({ persons: count }) => count !== undefined).length).toBeGreaterThan(0);
      expect(coarse.every((row) => row.trips === undefined)).toBe(true);
      expect(rowsOf(levels).some((row) => row.trips === 80)).toBe(true);
    },
    timeLimit,
  );

  it(
    'are written to a table that reads back as it was and fits its recipe, and only then',
    async () => {
      const candidate = await candidateOf({ ageBreaks: [60], totals: true });
      const zones = new Map(candidate.zones.map(({ zoneId, level }) => [zoneId, level]));
      const rows = rowsOf(candidate);
      const columns = columnsOf(candidate.recipe, 'flows');
      expect(columns.slice(-3)).toEqual(['persons', 'trips', 'status']);
      const read = readTableCsv(writeTableCsv(rows, columns), 'flows');
      expect(read).toEqual({ ok: true, columns, rows });
      expect(await parquetFault(writeTableParquet(rows, columns), { product: 'flows', columns, rows })).toBe(
        undefined,
      );
      const faults = (changed: readonly TableRow[], own = candidate.recipe): readonly string[] =>
        tableFaults({ product: 'flows', rows: changed }, own, zones).map(({ particular }) => particular.what);
      const withTrips = (isOne: (row: TableRow) => boolean, value: number): readonly TableRow[] =>
        rows.map((row) => (isOne(row) ? { ...row, trips: value } : row));
      expect(faults(rows)).toEqual([]);
      expect(faults(rows, { ...candidate.recipe, trips: false })).toEqual(['trips-unasked']);
      expect(faults(withTrips(({ ageBand }) => ageBand === '60+', 40))).toEqual(['trips-unasked']);
      expect(faults(withTrips((row) => row.trips === 80, 81))).toEqual(['trips-not-rounded']);
      expect(faults(withTrips((row) => row.trips === 80, 35))).toEqual(['trips-too-few']);
    },
    timeLimit,
  );

  it(
    'are never told without rules, with noise, or unasked',
    async () => {
      await expect(candidateOf({}, { concentration: 'withheld' })).rejects.toThrow(/withholds its rules/);
      const cellKeyNoise = { maximumNoise: 3, variance: '3', smallestFigure: 2 };
      for (const changes of [
        { trips: false },
        { guarantee: { kind: 'classical' as const, cellKeyNoise } },
        { products: ['footfall' as const] },
      ])
        expect((await candidateOf(changes)).tables.map((table) => table.trips.length)).toEqual([0]);
    },
    timeLimit,
  );
});
