import { describe, expect, it } from 'vitest';
import { binSeconds } from '../../../renderer/desk/features/inspect/bin-seconds.ts';
import { bundleTable } from '../../../renderer/desk/features/inspect/bundle-table.ts';
import {
  bundleArcs,
  bundleBands,
  bundleStrip,
  bundleZoneValues,
} from '../../../renderer/desk/features/inspect/bundle-values.ts';
import { bundleZoneProfile } from '../../../renderer/desk/features/inspect/bundle-zone.ts';
import { parametersOf } from '../../../renderer/desk/features/inspect/recipe-parameters.ts';
import { homeOf, rowColumnsOf } from '../../../renderer/desk/features/inspect/row-columns.ts';
import { allHomes, unknownHome } from '../../../shared/ipc/candidate.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { BundleTable, Contents } from '../../../renderer/desk/features/inspect/bundle-table.ts';
import type { TableColumns } from '../../../shared/ipc/candidate.ts';

const zone = (zoneId: string) => ({ zoneId, name: zoneId, level: 0, polygons: [] });
const start = 1_777_845_600; // 2026-05-03T22:00:00Z, midnight in Berlin
const none = new Int32Array();
const [empty, suppressed, published] = [0, 1, 2];

function tableOf(columns: Partial<TableColumns>, change: Partial<Contents> = {}): BundleTable {
  const whole: TableColumns = {
    product: 'footfall',
    zone: none,
    other: none,
    start: none,
    band: none,
    age: none,
    gender: none,
    persons: none,
    estimate: none,
    trips: none,
    status: new Uint8Array(),
    ...columns,
  };
  const contents: Contents = {
    releaseId: 'r',
    organisation: 'o',
    recipe: { ...presets.conservative, totals: false },
    policy: builtInPolicies.default,
    evidence: {},
    build: { version: 1, name: 'freigabe', software: '0.1.0', commit: '0000000' },
    ledger: null,
    zones: ['a', 'b', 'c', 'd'].map(zone),
    ages: [],
    genders: ['female', 'male'],
    dwellBands: ['0-5', '5+'],
    frequencyBands: ['1', '2+'],
    tables: [whole],
    ...change,
  };
  const table = bundleTable(contents, whole.product);
  if (table === undefined) throw new Error('no table');
  return table;
}

/** Zone a: 40 + 50 at bin 0, hidden at bin 1. Zone b: one class hidden, one at 60, in bin 1. Zone c: nobody, stated. Zone d: silent. */
const footfall = {
  zone: Int32Array.of(0, 0, 0, 1, 1, 2),
  start: Int32Array.of(start, start, start + 3600, start + 3600, start + 3600, start),
  gender: Int32Array.of(0, 1, 0, 0, 1, 0),
  persons: Int32Array.of(40, 50, -1, -1, 60, 0),
  status: Uint8Array.of(0, 0, 1, 1, 0, 2),
};
const table = tableOf(footfall);
const total = { bin: 'total' } as const;
const parametersWith = (change: Partial<Contents['recipe']>) =>
  parametersOf({ ...presets.conservative, ...change });

describe('footfall of an opened bundle', () => {
  it('sums published figures and never counts the mark of a hidden one', () => {
    expect([...bundleZoneValues(table, total).values]).toEqual([90, 60, 0, 0]);
    expect([...bundleZoneValues(table, { bin: 1 }).values]).toEqual([0, 60, 0, 0]);
    expect([...bundleStrip(table, {}).values]).toEqual([90, 60]);
  });

  it('takes silence for hidden unless the table tells both apart', () => {
    const listed = tableOf(footfall, {
      recipe: { ...presets.conservative, totals: false, suppressedGroups: 'list', zeroGroups: 'shown' },
    });
    expect([...bundleZoneValues(table, total).states]).toEqual([published, published, empty, suppressed]);
    expect([...bundleZoneValues(listed, total).states]).toEqual([published, published, empty, empty]);
    expect([...bundleZoneValues(table, { bin: 1 }).states]).toEqual([
      suppressed,
      published,
      suppressed,
      suppressed,
    ]);
  });

  it('tells of one zone its series, hidden groups and groups at a bin', () => {
    expect(bundleZoneProfile(table, { bin: 1 }, 1)).toEqual({
      zone: 1,
      states: Uint8Array.of(suppressed, published),
      values: Int32Array.of(0, 60),
      publishedGroups: 1,
      suppressedGroups: 1,
      groups: [{ gender: 'female' }, { gender: 'male', persons: 60 }],
    });
  });

  it('counts nobody twice where totals stand in the table', () => {
    const withTotals = tableOf(
      {
        zone: Int32Array.of(0, 0, 0),
        start: Int32Array.of(start, start, start),
        gender: Int32Array.of(0, 1, 2),
        persons: Int32Array.of(40, 50, 90),
        status: Uint8Array.of(0, 0, 0),
      },
      { recipe: { ...presets.conservative, totals: true } },
    );
    expect(bundleZoneValues(withTotals, total).values[0]).toBe(90);
    expect([...bundleStrip(withTotals, {}).values]).toEqual([90]);
    expect(bundleZoneProfile(withTotals, { bin: 0 }, 0).groups.at(-1)).toEqual({
      gender: 'all',
      persons: 90,
    });
  });
});

describe('the other tables of an opened bundle', () => {
  it('gives each band a picture of its own, and all of them together', () => {
    const frequency = tableOf({
      product: 'frequency',
      zone: Int32Array.of(0, 0, 1),
      band: Int32Array.of(0, 1, 1),
      persons: Int32Array.of(70, 40, 30),
      status: Uint8Array.of(0, 0, 0),
    });
    expect(bundleBands(frequency, total)?.map(({ values }) => [...values])).toEqual([
      [70, 0, 0, 0],
      [40, 30, 0, 0],
    ]);
    expect([...bundleZoneValues(frequency, total).values]).toEqual([110, 30, 0, 0]);
    expect(rowColumnsOf(frequency)).toEqual(['zone', 'band', 'persons', 'status']);
    const scaled = tableOf({ ...frequency.columns, estimate: Int32Array.of(700, 400, 300) });
    expect(rowColumnsOf(scaled)).toEqual(['zone', 'band', 'persons', 'estimate', 'status']);
    const trips = tableOf({ ...scaled.columns, trips: Int32Array.of(90, 80, -1) });
    expect(rowColumnsOf(trips)).toEqual(['zone', 'band', 'persons', 'estimate', 'trips', 'status']);
    expect(bundleZoneProfile(frequency, total, 0).groups).toEqual([
      { band: 0, persons: 70 },
      { band: 1, persons: 40 },
    ]);
  });

  it('draws flows largest first, and from a chosen zone where they end', () => {
    const flows = tableOf({
      product: 'flows',
      zone: Int32Array.of(0, 0, 1, 0),
      other: Int32Array.of(1, 1, 2, 3),
      start: Int32Array.of(start, start + 3600, start, start),
      persons: Int32Array.of(30, 40, 50, -1),
      status: Uint8Array.of(0, 0, 0, 1),
    });
    const arcs = bundleArcs(flows, total);
    expect([arcs?.from, arcs?.to, arcs?.value].map((column) => [...(column ?? [])])).toEqual([
      [0, 1],
      [1, 2],
      [70, 50],
    ]);
    const ends = bundleZoneValues(flows, { ...total, from: 0 });
    expect([...ends.values]).toEqual([0, 70, 0, 0]);
    expect([...ends.states]).toEqual([suppressed, published, suppressed, suppressed]);
    expect(bundleArcs(table, total)).toBeUndefined();
    expect(rowColumnsOf(flows)).toEqual(['origin', 'destination', 'start', 'persons', 'status']);
  });

  it('shows visitors by zone, and homes of those of a chosen zone without the sum of all', () => {
    const catchment = tableOf(
      {
        product: 'catchment',
        zone: Int32Array.of(0, 0, 0),
        other: Int32Array.of(1, unknownHome, allHomes),
        persons: Int32Array.of(60, 40, 100),
        status: Uint8Array.of(0, 0, 0),
      },
      { recipe: { ...presets.conservative, totals: true } },
    );
    expect([...bundleZoneValues(catchment, total).values]).toEqual([100, 0, 0, 0]);
    expect([...bundleZoneValues(catchment, { ...total, from: 0 }).values]).toEqual([0, 60, 0, 0]);
    expect(bundleZoneProfile(catchment, total, 0).groups).toEqual([
      { zone: 1, persons: 60 },
      { zone: -1, persons: 40 },
      { persons: 100 },
    ]);
    expect([homeOf(1), homeOf(unknownHome), homeOf(allHomes)]).toEqual([1, 'unknown', 'all']);
  });

  it('names the parameters that matter to the tables and no others', () => {
    expect(parametersWith({ products: ['catchment'] })).toContain('minimumNights');
    expect(parametersWith({ products: ['catchment'] })).not.toContain('maximumTripMinutes');
    expect(parametersWith({ products: ['footfall'], presence: 'events' })).not.toContain('maximumGapMinutes');
    expect(parametersWith({ products: ['footfall'], presence: 'stays' })).toContain('maximumGapMinutes');
  });
});

it('finds the longer day of a clock change by the start of the next', () => {
  const day = Math.floor(Date.UTC(2026, 9, 24, 22) / 1000); // 25 October 2026 in Berlin has 25 hours
  const starts = Int32Array.of(day, day + 25 * 3600, day + 10 * 86_400);
  expect([...binSeconds(starts, 'day', 'Europe/Berlin')]).toEqual([25 * 3600, 86_400, 86_400]);
  const night = Math.floor(Date.UTC(2026, 4, 4, 20) / 1000); // 22:00 in Berlin
  expect([...binSeconds(Int32Array.of(night), 'daypart', 'Europe/Berlin')]).toEqual([8 * 3600]);
});
