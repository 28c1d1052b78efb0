import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  classRisk,
  classesOf,
  distinctionAndSeparation,
} from '../../../../shared/attacks/adversaries/class-risk.ts';
import {
  exactRiskOfThree,
  individualRisk,
  riskOfClass,
} from '../../../../shared/attacks/adversaries/individual-risk.ts';

/** The nine columns of the census data "Adult" that ARX takes, each value by its number. */
function adultColumns(): readonly (readonly number[])[] {
  const file = new URL('../../../support/vectors/adult.csv.gz', import.meta.url);
  const [, ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n');
  const rows = lines.map((line) => line.split(','));
  return Array.from({ length: 9 }, (_, column) => {
    const numbers = new Map<string, number>();
    return rows.map((row) => {
      const value = row[column] ?? '';
      const number = numbers.get(value) ?? numbers.size;
      numbers.set(value, number);
      return number;
    });
  });
}

/** Test data of the R package sdcMicro: three key variables and sampling weights of eight records. */
const sdcMicro = {
  keys: [
    [2, 3, 2, 2, 3, 3, 1, 2],
    [3, 3, 3, 3, 3, 3, 4, 3],
    [1, 3, 1, 2, 1, 1, 1, 1],
  ],
  weight: [18, 45.5, 39, 17, 92, 8, 123.5, 51],
  inSample: [3, 1, 3, 1, 2, 2, 1, 3],
  inPopulation: [108, 45.5, 108, 17, 100, 100, 123.5, 108],
  risk: [0.01369863, 0.08579129, 0.01369863, 0.17707583, 0.01877883, 0.01877883, 0.03931625, 0.01369863],
};

const classes = classesOf(sdcMicro.keys);

describe('individual risk', () => {
  it('gives the table of sdcMicro', () => {
    const found = individualRisk(classes, sdcMicro.weight);
    expect([...found.inSample]).toEqual(sdcMicro.inSample);
    expect([...found.inPopulation]).toEqual(sdcMicro.inPopulation);
    found.risk.forEach((risk, record) => expect(risk).toBeCloseTo(sdcMicro.risk[record] ?? NaN, 8));
  });

  it('gives the exact value for three of 108', () => {
    expect(exactRiskOfThree(108)).toBeCloseTo(0.01355297, 8);
  });

  // The size in the population is that of the sample and as many others as a negative binomial draw gives.
  it.each([1, 2, 3])(
    'is the mean of one over the size in the population: %i in the sample of forty',
    (size) => {
      const share = size / 40;
      let [mean, probability] = [0, share ** size];
      for (let others = 0; others < 20_000; others++) {
        mean += probability / (size + others);
        probability *= ((size + others) / (others + 1)) * (1 - share);
      }
      expect(size === 3 ? exactRiskOfThree(40) : riskOfClass(size, 40)).toBeCloseTo(mean, 10);
    },
  );

  it('is one in the class where everybody is in the sample', () => {
    expect([1, 2, 3, 4].map((size) => riskOfClass(size, size))).toEqual([1, 1 / 2, 1 / 3, 1 / 4]);
    expect(exactRiskOfThree(3)).toBe(1 / 3);
  });
});

describe('risk by classes', () => {
  it('counts classes, uniques and records under a minimum', () => {
    // Classes of the records above: sizes 3, 1, 1, 2, 1.
    expect(classRisk(classes, 3)).toEqual({
      records: 8,
      classes: 5,
      largestClass: 3,
      averageRisk: 5 / 8,
      highestRisk: 1,
      sampleUniques: 3 / 8,
      below: 5 / 8,
    });
  });

  it('gives the risks that ARX prints for its seven records made 2-anonymous: average 3/7, highest 1/2', () => {
    // Three classes of at least two records are the only way to have both.

    const found = classRisk(Int32Array.from([0, 0, 1, 1, 2, 2, 2]), 2);
    expect(found.averageRisk).toBeCloseTo(0.42857142857, 11);
    expect([found.highestRisk, found.sampleUniques, found.below]).toEqual([0.5, 0, 0]);
  });

  it('gives what ARX prints for 30,162 records of "Adult" by nine columns', () => {
    const found = classRisk(classesOf(adultColumns()), 2);
    expect([found.records, found.classes, found.largestClass]).toEqual([30_162, 19_502, 45]);
    expect(found.averageRisk).toBe(0.6465751607983555);
    expect(found.sampleUniques).toBe(0.5142895033485844);
    expect([found.highestRisk, found.below]).toEqual([1, found.sampleUniques]);
  });

  it('has no risk without records', () => {
    expect(Object.values(classRisk(new Int32Array(), 5))).toEqual([0, 0, 0, 0, 0, 0, 0]);
  });
});

describe('distinction and separation', () => {
  // The example of Motwani and Xu that ARX tests: five records by age, sex and state.
  const age = [20, 30, 40, 20, 40];
  const sex = [0, 0, 0, 1, 1];
  const state = [0, 0, 1, 2, 0];
  it.each([
    ['sex', [sex], 0.4, 0.6],
    ['state', [state], 0.6, 0.7],
    ['age', [age], 0.6, 0.8],
    ['sex and age', [sex, age], 1, 1],
    ['sex and state', [sex, state], 0.8, 0.9],
    ['age and state', [age, state], 1, 1],
  ] as const)('%s', (_, columns, distinction, separation) => {
    const found = distinctionAndSeparation(classesOf(columns));
    expect(found.distinction).toBeCloseTo(distinction, 12);
    expect(found.separation).toBeCloseTo(separation, 12);
  });
});
