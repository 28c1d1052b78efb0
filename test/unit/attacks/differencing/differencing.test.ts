import { describe, expect, it } from 'vitest';
import {
  differencing,
  differencingDefaults,
  type DifferencingResult,
} from '../../../../shared/attacks/differencing/differencing.ts';
import type { Released } from '../../../../shared/ledger/released.ts';
import type { LinearSolver } from '../../../../shared/ports/linear-solver.ts';
import { highsSolver } from '../../../support/highs.ts';
import { inA, releaseWith, squareAt, squares } from '../../../support/small-release.ts';
import { wholeRun } from '../../../support/whole-run.ts';

const solver = await highsSolver();
const earlierId = 'freigabe-2026-05-10-00000001';
type Row = ReturnType<typeof inA>;

function attack(candidate: Released, ...earlier: readonly Released[]): DifferencingResult {
  const named = earlier.map((released, i) => ({ id: i === 0 ? earlierId : `${earlierId}-${i}`, released }));
  return wholeRun(differencing({ candidate, earlier: named }, solver));
}

const town = (persons: number, age?: string, gender?: string): Row => ({
  ...inA(persons, age, gender),
  zoneId: 'town',
});
const townMap = [...squares(['a', 'b']), { zoneId: 'town', level: 1, polygons: [squareAt(0), squareAt(1)] }];

const cutAt = (age: number, persons: number): Released =>
  releaseWith({ ageBreaks: [age], byGender: true }, { footfall: [inA(persons, `0-${age - 1}`, 'male')] });
const visitors = (persons: number): Row => ({ zoneId: 'a', band: 'all', persons });
const moved = (degrees: number): Released['zones'] => [
  {
    zoneId: 'new',
    level: 0,
    polygons: [
      [
        [
          [12, 51],
          [12.01 + degrees, 51],
          [12.01 + degrees, 51.01],
          [12, 51.01],
          [12, 51],
        ],
      ],
    ],
  },
];
const open = (): Released => {
  const rows = (['male', 'female', 'diverse', 'unknown'] as const).map((gender) =>
    inA(20, undefined, gender),
  );
  return releaseWith({ byGender: true, totals: false }, { footfall: rows });
};
const cut = (breaks: readonly number[], rows: readonly Row[]): Released =>
  releaseWith({ ageBreaks: [...breaks] }, { footfall: rows });

const tables = (change: Partial<Released['recipe']>): Released =>
  releaseWith(
    {
      products: ['footfall', 'frequency'],
      totals: true,
      period: { from: '2026-05-04', to: '2026-05-06' },
      ...change,
    },
    { footfall: [inA(50)], frequency: [visitors(53)] },
  );

describe('the Handbook’s cases (A2.1)', () => {
  it('finds [2, 1; 2, 0; 0, 0] between two areas, and names the groups', () => {
    const ages = ['0-17', '18-29', '30+'];
    const rows = (figures: readonly (readonly number[])[], group: typeof inA): readonly Row[] =>
      figures.flatMap((pair, i) => pair.map((n, g) => group(n, ages[i], g === 0 ? 'male' : 'female')));
    const small = rows(
      [
        [50, 54],
        [128, 140],
        [39, 49],
      ],
      inA,
    );
    const large = rows(
      [
        [52, 55],
        [130, 140],
        [39, 49],
      ],
      town,
    );
    const recipe = { levels: [1], ageBreaks: [18, 30], byGender: true };
    const { findings, count } = attack(releaseWith(recipe, { footfall: [...small, ...large] }, townMap));
    const pairs = findings.filter(({ kind }) => kind === 'nested');
    expect(count.nested).toBe(3);
    expect(
      pairs.map(({ larger, smaller }) => [
        larger?.group.zone,
        smaller?.group.zone,
        larger?.group.age,
        larger?.group.gender,
        (larger?.persons ?? 0) - (smaller?.persons ?? 0),
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['town', 'a', '0-17', 'male', 2],
        ['town', 'a', '0-17', 'female', 1],
        ['town', 'a', '18-29', 'male', 2],
      ]),
    );
  });

  it('finds the one man of 20 to 24 between six under 20 and seven under 25', () => {
    const { findings } = attack(cutAt(25, 7), cutAt(20, 6));
    expect(findings).toContainEqual(
      expect.objectContaining({
        kind: 'sums',
        exposed: { group: { zone: 'a', start: 1_777_845_600, age: '20-24', gender: 'male' } },
        left: { low: 1, high: 1 },
      }),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ kind: 'earlier', code: 'subtraction', differsBy: ['age'] }),
    );
  });

  it('finds the one woman among 22 who live and work in an area, 21 of them men', () => {
    const rows = [
      { zoneId: 'a', homeId: 'a', gender: 'all', persons: 22 },
      { zoneId: 'a', homeId: 'a', gender: 'male', persons: 21 },
    ];
    const recipe = { products: ['catchment' as const], byGender: true, totals: true };
    const { findings } = attack(releaseWith(recipe, { catchment: rows }));
    expect(findings[0]).toMatchObject({
      kind: 'nested',
      code: 'subtraction',
      larger: { group: { zone: 'a', other: 'a', gender: 'all' }, persons: 22 },
      smaller: { group: { gender: 'male' }, persons: 21 },
    });
  });
});

describe('figures of several tables', () => {
  const recipe = { products: ['footfall' as const, 'frequency' as const], totals: true };

  it('subtracts a day from the visitors of the period', () => {
    const period = { from: '2026-05-04', to: '2026-05-06' };
    const { findings, count } = attack(
      releaseWith({ ...recipe, period }, { footfall: [inA(50)], frequency: [visitors(53)] }),
    );
    expect(count).toMatchObject({ products: 1, nested: 0 });
    expect(findings[0]).toMatchObject({
      largerProduct: 'frequency',
      smallerProduct: 'footfall',
      left: { low: 3, high: 3 },
      differsBy: ['time'],
    });
  });

  it('sees another figure of the same persons in a table of an earlier release', () => {
    const earlier = releaseWith({ products: ['footfall'] }, { footfall: [inA(50)] });
    const later = releaseWith({ ...recipe, products: ['frequency'] }, { frequency: [visitors(49)] });
    const { findings } = attack(later, earlier);
    expect(findings[0]).toMatchObject({ kind: 'products', code: 'figure-changed', earlier: earlierId });
  });

  it('takes no band of days for one of minutes, and subtracts nothing where a bound drops persons', () => {
    expect(attack(tables({ maximumGroupsPerPersonDay: 4 })).count.products).toBe(0);
    const dwell: Row = { ...inA(50), start: '2026-05-04T04:00:00Z', band: '60+' };
    const long = { zoneId: 'a', band: '2+', persons: 53 } as Row;
    const bands = releaseWith(
      { products: ['dwell', 'frequency'], presence: 'stays', dwellBreaks: [60], frequencyBreaks: [2] },
      { dwell: [dwell], frequency: [long] },
    );
    expect(attack(bands).count.products).toBe(0);
  });
});

describe('zone maps', () => {
  it('draws the sliver where the three persons were', () => {
    const later = releaseWith({}, { footfall: [{ ...inA(43), zoneId: 'new' }] }, moved(0.001));
    const { findings, slivers, zonePairs } = attack(later, releaseWith({}, { footfall: [inA(40)] }));
    expect(findings[0]).toMatchObject({ kind: 'zone-maps', code: 'subtraction', left: { low: 3, high: 3 } });
    expect(zonePairs).toBeGreaterThan(0);
    const [sliver] = slivers;
    expect(sliver).toMatchObject({ zone: 'new', without: 'a', rings: [expect.anything()] });
    // A thousandth of a degree east at 51.005 degrees north, a hundredth high: 70.05 m by 1113.2 m.
    expect(sliver?.squareMetres).toBeCloseTo(70.05 * 1113.2, -3);
    expect(sliver?.rings[0]).toContainEqual([12.011, 51.01]);
  });

  it('takes a border that was rounded for the same, and its figure for another of the same group', () => {
    const later = releaseWith({}, { footfall: [{ ...inA(41), zoneId: 'new' }] }, moved(0.000002));
    const { findings } = attack(later, releaseWith({}, { footfall: [inA(40)] }));
    expect(findings.map(({ code }) => code)).toContain('figure-changed');
    expect(
      attack(
        releaseWith({}, { footfall: [{ ...inA(40), zoneId: 'new' }] }, moved(0.000002)),
        releaseWith({}, { footfall: [inA(40)] }),
      ).findings,
    ).toEqual([]);
  });

  it('says nothing of zones that only overlap', () => {
    const shifted = [{ zoneId: 'new', level: 0, polygons: [squareAt(0.5)] }];
    const later = releaseWith({}, { footfall: [{ ...inA(42), zoneId: 'new' }] }, shifted);
    expect(attack(later, releaseWith({}, { footfall: [inA(40)] })).findings).toEqual([]);
  });
});

describe('sums', () => {
  const byAge = releaseWith({ ageBreaks: [70], totals: false }, { footfall: [inA(77, '0-69')] });

  it('works out what five figures of two tables leave', () => {
    const { findings, count, sums } = attack(byAge, open());
    expect(count).toEqual({ nested: 0, products: 0, earlier: 0, 'zone-maps': 0, sums: 1 });
    expect(findings[0]).toMatchObject({ code: 'combination', left: { low: 3, high: 3 } });
    expect(findings[0]?.exposed?.group.age).toContain('70');
    expect(sums).toMatchObject({ clusters: 1, gaveUp: 0, contradicted: 0, notTried: 0 });
  });

  it.each([
    ['under 65, of four bands', [18, 30, 50, 65], ['65+', 'unknown']],
    ['of known age, of four bands', [18, 30, 50], ['unknown']],
    ['on both sides of the band that is told', [18, 65], ['18-64']],
  ])('works out three persons %s, none of which is told alone', (_, ageBreaks, told) => {
    const [first = '', ...others] = told;
    const rows = [inA(77 - 7 * others.length, first), ...others.map((age) => inA(7, age))];
    const { findings, count } = attack(releaseWith({ ageBreaks, totals: false }, { footfall: rows }), open());
    expect(count).toMatchObject({ nested: 0, earlier: 0, sums: 1 });
    const place = { zone: 'a', start: 1_777_845_600 };
    const age = told.join(', ');
    expect(findings[0]).toMatchObject({
      left: { low: 3, high: 3 },
      exposed: { group: place, without: { ...place, age } },
    });
  });

  it('says how many clusters were left out, and where the solver gave up', () => {
    const limits = { ...differencingDefaults, mostClusters: 0 };
    const earlier = [{ id: earlierId, released: open() }];
    const none = wholeRun(differencing({ candidate: byAge, earlier }, solver, limits));
    expect(none.sums).toMatchObject({ clusters: 0, notTried: 1 });
    const tired: LinearSolver = {
      open: () => ({ solve: () => ({ kind: 'gaveUp' }), close: () => undefined }),
    };
    const gaveUp = wholeRun(differencing({ candidate: byAge, earlier }, tired));
    expect(gaveUp.sums.gaveUp + gaveUp.count.sums).toBeGreaterThan(0);
  });

  it('concludes nothing from figures that contradict each other', () => {
    const wrong = releaseWith({ ageBreaks: [70], totals: false }, { footfall: [inA(90, '0-69')] });
    expect(attack(wrong, open())).toMatchObject({ count: { sums: 0 }, sums: { contradicted: 1 } });
  });

  it('puts figures of three releases together', () => {
    const candidate = cut([40], [inA(104, '0-39')]);
    const earlier = [cut([18], [inA(50, '0-17')]), cut([18, 38], [inA(52, '18-37')])];
    const { findings } = attack(candidate, ...earlier);
    expect(findings).toContainEqual(
      expect.objectContaining({
        kind: 'sums',
        exposed: { group: { zone: 'a', start: 1_777_845_600, age: '38-39' } },
      }),
    );
  });
});
