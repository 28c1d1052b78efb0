import { describe, expect, it } from 'vitest';
import { compareReleases } from '../../../shared/ledger/compare-releases.ts';
import { rangeOfFigure, remainder, showsFew } from '../../../shared/ledger/figure-range.ts';
import type { Finding } from '../../../shared/ledger/finding.ts';
import type { Released } from '../../../shared/ledger/released.ts';
import { findingsWithin } from '../../../shared/ledger/within-release.ts';
import { exactRecipe, inA, midnight, releaseWith, squareAt, squares } from '../../support/small-release.ts';

type Row = ReturnType<typeof inA>;

function against(earlier: Released, later: Released): readonly Finding[] {
  return compareReleases({ id: 'freigabe-2026-05-10-00000001', released: earlier }, later);
}

const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ code }) => code);

const town = (persons: number, ageBand?: string, gender?: string): Row => ({
  ...inA(persons, ageBand, gender),
  zoneId: 'town',
});
const dwell = (zoneId: string, band: string, persons: number): Row => ({
  ...inA(persons),
  zoneId,
  start: '2026-05-04T04:00:00Z',
  startLocal: '2026-05-04T06:00:00+02:00',
  band,
});
const atNoon = (persons: number): Row => ({
  ...inA(persons),
  start: '2026-05-04T10:00:00Z',
  startLocal: '2026-05-04T12:00:00+02:00',
});
const flow = (trips: number | undefined): Row => {
  const { zoneId, start, startLocal } = dwell('a', '', 0);
  return { zoneId, destinationId: 'b', start, startLocal, persons: 40, ...(trips && { trips }) } as Row;
};
const flows = (trips: number | undefined, change: Partial<Released['recipe']> = {}): Released =>
  releaseWith({ products: ['flows'], trips: true, ...change }, { flows: [flow(trips)] });
const overDays = (persons: number): Row => ({ zoneId: 'a', homeId: 'all', persons });
const cell = (zoneId: string, east: number): ReturnType<typeof squares>[number] => ({
  zoneId,
  level: 0,
  polygons: [squareAt(east)],
});
const inCell = (zoneId: string, persons: number): Row => ({ ...inA(persons), zoneId });

describe('ranges of figures', () => {
  it.each([
    [50, 10, [45, 54]],
    [30, 10, [30, 34]],
    [50, 1, [50, 50]],
    [50, 5, [48, 52]],
  ] as const)('reads %i rounded to %i as %j', (figure, roundingBase, [low, high]) => {
    expect(rangeOfFigure(figure, { ...exactRecipe, minimumPersons: 30, roundingBase })).toEqual({
      low,
      high,
    });
  });

  it('widens them by what cell-key noise may add or take away', () => {
    const guarantee = {
      kind: 'classical',
      cellKeyNoise: { maximumNoise: 3, variance: '2', smallestFigure: 2 },
    } as const;
    expect(rangeOfFigure(50, { ...exactRecipe, guarantee })).toEqual({ low: 47, high: 53 });
  });

  it('shows few only when the whole range is from one to below the threshold', () => {
    expect(showsFew({ low: 1, high: 4 }, 5)).toBe(true);
    expect(showsFew({ low: 0, high: 4 }, 5)).toBe(false);
    expect(showsFew({ low: 1, high: 5 }, 5)).toBe(false);
  });
});

describe('nested figures of one release', () => {
  const withParent = [
    ...squares(['a', 'b']),
    { zoneId: 'town', level: 1, polygons: [squareAt(0), squareAt(1)] },
  ];

  it('flags 50 and 45 of nested groups published together where six is the least (FlowKit 5258)', () => {
    const released = releaseWith(
      { minimumPersons: 6, totals: true, byGender: true },
      { footfall: [inA(50, undefined, 'all'), inA(45, undefined, 'female')] },
    );
    const [finding, ...others] = findingsWithin(released);
    expect(others).toEqual([]);
    expect(finding).toEqual({
      code: 'subtraction',
      product: 'footfall',
      larger: { group: { zone: 'a', start: 1_777_845_600, gender: 'all' }, persons: 50 },
      smaller: { group: { zone: 'a', start: 1_777_845_600, gender: 'female' }, persons: 45 },
      differsBy: ['gender'],
    });
  });

  it('lets them pass where five is the least, and where nothing is left', () => {
    const five = releaseWith(
      { totals: true, byGender: true },
      { footfall: [inA(50, undefined, 'all'), inA(45, undefined, 'female')] },
    );
    const none = releaseWith(
      { totals: true, byGender: true },
      { footfall: [inA(50, undefined, 'all'), inA(50, undefined, 'female')] },
    );
    expect([...findingsWithin(five), ...findingsWithin(none)]).toEqual([]);
  });

  it('finds of the Handbook’s two areas exactly the three differences that show few persons', () => {
    const bands = ['0-17', '18-29', '30+'];
    const small = [
      [50, 54],
      [128, 140],
      [39, 49],
    ];
    const large = [
      [52, 55],
      [130, 140],
      [39, 49],
    ];
    const rows = (figures: readonly (readonly number[])[], group: typeof inA): readonly Row[] =>
      figures.flatMap((pair, i) =>
        pair.map((persons, g) => group(persons, bands[i], g === 0 ? 'male' : 'female')),
      );
    const recipe = { levels: [1], ageBreaks: [18, 30], byGender: true };
    const released = releaseWith(
      recipe,
      { footfall: [...rows(small, inA), ...rows(large, town)] },
      withParent,
    );
    const left = findingsWithin(released).map(({ larger, smaller }) => [
      larger?.group.age,
      larger?.group.gender,
      (larger?.persons ?? 0) - (smaller?.persons ?? 0),
    ]);
    expect(new Set(left)).toEqual(
      new Set([
        ['0-17', 'female', 1],
        ['0-17', 'male', 2],
        ['18-29', 'male', 2],
      ]),
    );
    expect(left).toHaveLength(3);
    const all = small.map((pair, i) =>
      pair.map((persons, g) => {
        const rest = remainder(
          rangeOfFigure(large[i]?.[g] ?? 0, exactRecipe),
          rangeOfFigure(persons, exactRecipe),
        );
        expect(rest.low).toBe(rest.high);
        return rest.low;
      }),
    );
    expect(all).toEqual([
      [2, 1],
      [2, 0],
      [0, 0],
    ]);
  });

  it('finds the one woman where 21 of 22 are men', () => {
    const released = releaseWith(
      { byGender: true, totals: true },
      { footfall: [inA(22, undefined, 'all'), inA(21, undefined, 'male')] },
    );
    expect(findingsWithin(released)).toHaveLength(1);
  });

  it('takes a district without its zone as a group, and knows what rounding hides', () => {
    const figures = { footfall: [town(540), inA(520)] };
    const recipe = { levels: [1], minimumPersons: 30 };
    expect(findingsWithin(releaseWith({ ...recipe, roundingBase: 10 }, figures, withParent))).toHaveLength(1);
    expect(findingsWithin(releaseWith({ ...recipe, roundingBase: 20 }, figures, withParent))).toEqual([]);
  });

  it('compares a band of a district with the same band of a zone only where it is open above', () => {
    const recipe = { products: ['dwell' as const], levels: [1], dwellBreaks: [60] };
    const open = { dwell: [dwell('town', '60+', 24), dwell('a', '60+', 22)] };
    const closed = { dwell: [dwell('town', '0-60', 24), dwell('a', '0-60', 22)] };
    expect(findingsWithin(releaseWith(recipe, open, withParent))).toHaveLength(1);
    expect(findingsWithin(releaseWith(recipe, closed, withParent))).toEqual([]);
  });
});

describe('two releases of one period', () => {
  it('finds the one man of 20 to 24 between 6 below 20 and 7 below 25', () => {
    const recipe = { ageBreaks: [20], byGender: true };
    const first = releaseWith(recipe, { footfall: [inA(6, '0-19', 'male')] });
    const second = releaseWith({ ...recipe, ageBreaks: [25] }, { footfall: [inA(7, '0-24', 'male')] });
    for (const [earlier, later] of [
      [first, second],
      [second, first],
    ] as const) {
      const [finding, ...others] = against(earlier, later);
      expect(others).toEqual([]);
      expect(finding).toMatchObject({ code: 'subtraction', differsBy: ['age'] });
      expect([finding?.larger?.persons, finding?.smaller?.persons]).toEqual([7, 6]);
    }
  });

  it('lets the same figures out again, and fewer of them', () => {
    const first = releaseWith({}, { footfall: [inA(40), { ...inA(60), zoneId: 'b' }] });
    expect(against(first, first)).toEqual([]);
    expect(
      against(first, releaseWith({ minimumPersons: 50 }, { footfall: [{ ...inA(60), zoneId: 'b' }] })),
    ).toEqual([]);
  });

  it('refuses a figure that changed by the one who objected since', () => {
    const first = releaseWith({}, { footfall: [inA(40)] });
    expect(codes(against(first, releaseWith({}, { footfall: [inA(39)] })))).toEqual(['figure-changed']);
  });

  it('refuses noise drawn anew on the classical path, so that it cannot be averaged out', () => {
    const guarantee = {
      kind: 'classical' as const,
      cellKeyNoise: { maximumNoise: 3, variance: '2', smallestFigure: 2 },
    };
    const first = releaseWith({ guarantee }, { footfall: [inA(41)] });
    expect(codes(against(first, releaseWith({ guarantee }, { footfall: [inA(39)] })))).toEqual([
      'figure-changed',
    ]);
  });

  it('refuses a figure where the earlier release hid one', () => {
    const first = releaseWith({ minimumPersons: 30 }, { footfall: [inA(40)] });
    const second = releaseWith({}, { footfall: [inA(40), { ...inA(20), zoneId: 'b' }] });
    expect(codes(against(first, second))).toEqual(['newly-shown']);
  });

  it('finds few persons between a day and one of its hours', () => {
    const hours = releaseWith({ timeBin: 'hour' }, { footfall: [atNoon(40)] });
    expect(codes(against(hours, releaseWith({}, { footfall: [inA(43)] })))).toEqual(['subtraction']);
    expect(codes(against(hours, releaseWith({}, { footfall: [inA(90)] })))).toEqual([]);
    expect(codes(against(hours, releaseWith({}, { footfall: [inA(39)] })))).toEqual(['disagreement']);
  });

  it('finds few persons between a period and a longer one', () => {
    const recipe = { products: ['catchment' as const], totals: true };
    const first = releaseWith(recipe, { catchment: [overDays(80)] });
    const longer = { ...recipe, period: { from: '2026-05-04', to: '2026-05-05' } };
    expect(codes(against(first, releaseWith(longer, { catchment: [overDays(83)] })))).toEqual([
      'subtraction',
    ]);
    expect(codes(against(first, releaseWith(longer, { catchment: [overDays(120)] })))).toEqual([]);
  });

  it('finds few persons between all and those who consented', () => {
    const all = releaseWith({}, { footfall: [inA(40)] });
    const finding = against(all, releaseWith({ aim: 'offers' }, { footfall: [inA(38)] }));
    expect(finding).toMatchObject([{ code: 'subtraction', differsBy: ['population'] }]);
    expect(against(all, releaseWith({ aim: 'offers' }, { footfall: [inA(20)] }))).toEqual([]);
  });

  it('holds trips to what they were, and tells them in one layer of a period only', () => {
    expect(codes(against(flows(80), flows(80)))).toEqual([]);
    expect(codes(against(flows(80), flows(81)))).toEqual(['figure-changed']);
    expect(codes(against(flows(undefined), flows(80)))).toEqual(['figure-changed']);
    expect(codes(against(flows(80), flows(undefined)))).toEqual(['figure-changed']);
    expect(codes(against(flows(undefined, { trips: false }), flows(80)))).toEqual([]);
    for (const change of [{ maximumTripMinutes: 60 }, { ageBreaks: [60] }]) {
      expect(codes(against(flows(80), flows(undefined, change)))).toEqual(['rules-changed']);
      const bare = flows(undefined, { ...change, trips: false });
      expect(codes(against(flows(80), bare))).not.toContain('rules-changed');
    }
  });

  it('refuses rules that cannot be compared', () => {
    const first = releaseWith({ products: ['flows'] }, { flows: [] });
    expect(
      codes(against(first, releaseWith({ products: ['flows'], maximumGapMinutes: 60 }, { flows: [] }))),
    ).toEqual(['rules-changed']);
  });

  it('adds and takes away figures along one dimension', () => {
    const recipe = { ageBreaks: [18, 30], totals: true };
    const first = releaseWith(recipe, { footfall: [inA(100, 'all'), inA(40, '0-17')] });
    const second = releaseWith({ ageBreaks: [18, 50] }, { footfall: [inA(57, '18-49')] });
    expect(codes(against(first, second))).toEqual(['combination']);
    const more = releaseWith({ ageBreaks: [18, 50] }, { footfall: [inA(50, '18-49')] });
    expect(codes(against(first, more))).toEqual([]);
  });

  it('refuses another zone map of the same area, and not one of another area', () => {
    const first = releaseWith({}, { footfall: [inA(40)] });
    const moved = squares(['a', 'b', 'c']).map((zone, i) =>
      i === 1 ? { ...zone, polygons: [squareAt(1.001)] } : zone,
    );
    expect(codes(against(first, releaseWith({}, { footfall: [inA(40)] }, moved)))).toEqual(['zones-changed']);
    const elsewhere = squares(['a', 'b', 'c']).map((zone, i) => ({ ...zone, polygons: [squareAt(700 + i)] }));
    expect(against(first, releaseWith({}, { footfall: [inA(12)] }, elsewhere))).toEqual([]);
  });

  it('takes grids of one resolution for one map, whatever cells are listed', () => {
    const zones = { kind: 'h3' as const, resolution: 7 };
    const [one, two] = [cell('871f1d48dffffff', 0), cell('871f1d489ffffff', 1)];
    const first = releaseWith({ zones }, { footfall: [inCell(one.zoneId, 40)] }, [one]);
    const second = releaseWith({ zones }, { footfall: [inCell(one.zoneId, 40), inCell(two.zoneId, 9)] }, [
      one,
      two,
    ]);
    expect(codes(against(first, first))).toEqual([]);
    expect(codes(against(first, second))).toEqual(['newly-shown']);
    const coarser = releaseWith(
      { zones: { kind: 'h3', resolution: 6 } },
      { footfall: [inCell(one.zoneId, 40)] },
      [one],
    );
    expect(codes(against(first, coarser))).toEqual(['zones-changed']);
  });

  it('compares nothing where there is no product in common', () => {
    const first = releaseWith({}, { footfall: [inA(40)] });
    expect(against(first, releaseWith({ products: ['frequency'] }, { frequency: [] }))).toEqual([]);
  });

  it('has the day of the fixtures begin at local midnight', () => {
    expect(Date.parse(midnight) / 1000).toBe(1_777_845_600);
  });
});
