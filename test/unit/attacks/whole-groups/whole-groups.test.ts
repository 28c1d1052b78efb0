import { describe, expect, it } from 'vitest';
import {
  wholeGroups,
  wholeGroupsDefaults,
  type WholeGroupsOptions,
  type WholeGroupsResult,
} from '../../../../shared/attacks/whole-groups/whole-groups.ts';
import type { Released } from '../../../../shared/ledger/released.ts';
import { inA, releaseWith, squareAt, squares } from '../../../support/small-release.ts';
import { wholeRun } from '../../../support/whole-run.ts';

type Row = ReturnType<typeof inA>;

function attack(released: Released, change: Partial<WholeGroupsOptions> = {}): WholeGroupsResult {
  return wholeRun(wholeGroups(released, { ...wholeGroupsDefaults, ...change }));
}

const byGender = { byGender: true, totals: true };
const bySex = (zoneId: string, all: number, female?: number, male?: number): readonly Row[] => [
  { ...inA(all, undefined, 'all'), zoneId },
  ...(female === undefined ? [] : [{ ...inA(female, undefined, 'female'), zoneId }]),
  ...(male === undefined ? [] : [{ ...inA(male, undefined, 'male'), zoneId }]),
];
const from = (homeId: string, zoneId: string, persons: number): Row => ({ zoneId, homeId, persons });

/** A release in which figures of nobody are shown as empty. */
function withZeros(released: Released): Released {
  const tables = released.tables.map((table) => ({
    ...table,
    status: table.status.map((status, row) => (table.persons[row] === 0 ? 2 : status)),
  }));
  return { ...released, tables };
}

const threeZones = (femaleInA: number | undefined, maleInA: number | undefined): readonly Row[] => [
  ...bySex('a', 100, femaleInA, maleInA),
  ...bySex('b', 100, 10, 90),
  ...bySex('c', 50, 40, 10),
];

const places = (...ids: readonly string[]): WholeGroupsOptions['places'] => ({
  kind: 'zones',
  zoneIds: new Set(ids),
});

const release = (...counts: Parameters<typeof threeZones>): Released =>
  releaseWith(byGender, { footfall: threeZones(...counts) });

describe('facts about everybody of a group', () => {
  it('are those of Lupp and Langsrud: 6 of 6 for k* = 0, 5 of 6 only for k* = 1', () => {
    const married = releaseWith(byGender, { footfall: bySex('a', 6, 6) });
    const divorced = releaseWith(byGender, { footfall: bySex('a', 6, 5) });
    expect(attack(married)).toMatchObject({ count: { everyone: 1, allBut: 0 }, pairs: 1 });
    expect(attack(divorced).count).toMatchObject({ everyone: 0, allBut: 0 });
    expect(attack(divorced, { slack: 1 }).statements).toEqual([
      {
        kind: 'allBut',
        product: 'footfall',
        group: { zone: 'a', start: 1_777_845_600, gender: 'all' },
        category: { zone: 'a', start: 1_777_845_600, gender: 'female' },
        persons: 6,
        exceptions: 1,
        share: 5 / 6,
      },
    ]);
  });

  it('are none where rounding leaves room, and none about what is unknown', () => {
    const rounded = releaseWith(
      { ...byGender, minimumPersons: 30, roundingBase: 10 },
      { footfall: bySex('a', 40, 40) },
    );
    expect(attack(rounded, { slack: 1 }).count.everyone).toBe(0);
    const unknown = [inA(9, undefined, 'all'), inA(9, undefined, 'unknown')];
    expect(attack(releaseWith(byGender, { footfall: unknown })).statements).toEqual([]);
  });

  it('say that everybody from a home who was in town was at the hospital', () => {
    const zones = [
      ...squares(['home', 'hospital', 'shop']),
      { zoneId: 'town', level: 1, polygons: [squareAt(1), squareAt(2)] },
    ];
    const rows = [from('home', 'town', 12), from('home', 'hospital', 12), from('home', 'home', 60)];
    const { statements } = attack(
      releaseWith({ products: ['catchment'], levels: [1] }, { catchment: rows }, zones),
    );
    expect(statements).toContainEqual({
      kind: 'everyone',
      product: 'catchment',
      group: { zone: 'town', other: 'home' },
      category: { zone: 'hospital', other: 'home' },
      persons: 12,
      exceptions: 0,
      share: 1,
    });
  });

  it('say it of the whole table where every other zone is shown to be empty, and only there', () => {
    const rows = [from('c', 'a', 12), from('c', 'b', 0), from('c', 'c', 0)];
    const shown = withZeros(releaseWith({ products: ['catchment'] }, { catchment: rows }));
    expect(attack(shown).statements).toEqual([
      expect.objectContaining({ kind: 'everyone', group: { zone: 'all', other: 'c' }, persons: 12 }),
    ]);
    const hidden = releaseWith({ products: ['catchment'] }, { catchment: rows.slice(0, 1) });
    expect(attack(hidden).statements).toEqual([]);
    const own = [from('a', 'a', 12), from('a', 'b', 0), from('a', 'c', 0)];
    expect(
      attack(withZeros(releaseWith({ products: ['catchment'] }, { catchment: own }))).statements,
    ).toEqual([]);
  });
});

describe('lifts', () => {
  it('are the share of a group at a place over that of people at large', () => {
    const result = attack(release(10, 90));
    // 40 of 60 women at c, and 50 of all 250: two thirds over one fifth.
    expect(result).toMatchObject({ count: { lift: 1 }, lifts: 6, possibleLifts: 0 });
    expect(result.largestLift).toBeCloseTo(10 / 3, 12);
    expect(result.statements[0]).toMatchObject({
      kind: 'lift',
      group: { zone: 'all', gender: 'female' },
      category: { zone: 'c', gender: 'female' },
      persons: 40,
      share: 2 / 3,
    });
    expect(attack(release(10, 90), { mostLift: 3.4 }).count.lift).toBe(0);
  });

  it('count what is hidden against the finding, as far as others of the zone leave room', () => {
    expect(attack(release(undefined, 90)).count.lift).toBe(1);
    const both = attack(release(undefined, undefined));
    // At least 40 of 150 women are at c, at most 40 of 50: 1.33 to 4 times.
    expect(both).toMatchObject({ count: { lift: 0 }, possibleLifts: 1 });
  });

  it('look at the places that are asked for and at groups of enough persons', () => {
    expect(attack(release(10, 90), { places: places('c') })).toMatchObject({ lifts: 2, count: { lift: 1 } });
    expect(attack(release(10, 90), { places: places('a', 'b') }).count.lift).toBe(0);
    expect(attack(release(10, 90), { minimumPersons: 41 }).count.lift).toBe(0);
  });

  it('take no home’s own zone for a place of its people', () => {
    const zones = ['a', 'b', 'c'];
    const catchment = zones.flatMap((zone) => [
      from('all', zone, 300),
      ...zones.map((home) => from(home, zone, home === zone ? 280 : 10)),
    ]);
    const result = attack(releaseWith({ products: ['catchment'], totals: true }, { catchment }), {
      mostLift: 1.5,
    });
    expect(result).toMatchObject({ lifts: 6, count: { lift: 0 } });
  });
});

describe('a release with noise on everything', () => {
  it('is not looked at', () => {
    const guarantee = { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 9 } as const;
    const result = attack(releaseWith({ ...byGender, guarantee }, { footfall: bySex('a', 6, 6) }));
    expect(result).toMatchObject({ pairs: 0, lifts: 0, count: { everyone: 0, allBut: 0, lift: 0 } });
  });
});
