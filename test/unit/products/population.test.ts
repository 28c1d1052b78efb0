import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../shared/base/failure.ts';
import { parsePopulation } from '../../../shared/products/population-file.ts';
import { populationWeights } from '../../../shared/products/population-weights.ts';
import { populationOf, type PopulationNeeds } from '../../../shared/products/population.ts';

const failure = (act: () => unknown): Refusal['failure'] | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? error.failure : undefined;
  }
};
const head = 'zone_id,age_band,gender,persons\n';
const cells = [
  ['east', '0-29', 'female', 100],
  ['east', '0-29', 'male', 120],
  ['east', '30+', 'female', 200],
  ['east', '30+', 'male', 180],
  ['west', '0-29', 'female', 50],
  ['west', '0-29', 'male', 40],
  ['west', '30+', 'female', 60],
  ['west', '30+', 'male', 70],
] as const;
const rowText = (rows: readonly (readonly (string | number)[])[]): string =>
  head + rows.map((row) => `${row.join(',')}\n`).join('');
const share = (persons: Float64Array, weights: Float64Array, test: (i: number) => boolean): number =>
  persons.reduce((sum, n, i) => sum + (test(i) ? n * (weights[i] ?? 0) : 0), 0);
const needs: PopulationNeeds = {
  zoneIds: ['west', 'east'],
  ageBands: ['0-29', '30+'],
  byGender: true,
  fileName: 'people.csv',
};
const read = (text: string, of: PopulationNeeds = needs) =>
  populationOf(parsePopulation(text, of.fileName), of);

const failureWith = (row: readonly (string | number)[]) =>
  failure(() => parsePopulation(rowText([...cells, row]), 'people.csv'));

describe('a population file', () => {
  it('gives inhabitants by zone, age band and gender in the order of the release', () => {
    const population = read(rowText(cells));
    expect(population.genders).toEqual(['female', 'male']);
    needs.zoneIds.forEach((zone, z) =>
      needs.ageBands.forEach((band, a) =>
        population.genders.forEach((gender, g) => {
          const plain = cells.find((row) => row[0] === zone && row[1] === band && row[2] === gender)?.[3];
          expect(population.persons[(z * 2 + a) * 2 + g]).toBe(plain);
        }),
      ),
    );
  });

  it('may be written with semicolons, quotes, a byte order mark, other columns and another order', () => {
    const rows = cells.map(([zone, band, gender, n]) => `${n};"${gender}";x;${band};${zone}\r\n`);
    const text = `\uFEFFpersons;gender;note;age_band;zone_id\r\n${rows.join('')}\r\n`;
    expect(read(text)).toEqual(read(rowText(cells)));
  });

  it('adds up what the release does not break down by, and leaves out foreign zones', () => {
    const more = rowText([...cells, ['north', '0-29', 'male', 9]]);
    const totals = read(more, { ...needs, ageBands: [], byGender: false });
    expect(totals).toMatchObject({ ageBands: ['all'], genders: ['all'] });
    expect([...totals.persons]).toEqual([220, 600]);
    expect([...read(more, { ...needs, ageBands: [] }).persons]).toEqual([110, 110, 300, 300]);
  });

  it('is refused where it lacks a zone, naming it', () => {
    const found = failure(() => read(rowText(cells.filter(([zone]) => zone !== 'west'))));
    expect(found).toMatchObject({
      code: 'population-zone-missing',
      detail: { zone: 'west', missing: 1, zones: 2 },
    });
    expect(found?.message).toContain('west');
  });

  it('is refused for a negative number, something else than a number, and a row that stands twice', () => {
    expect(failureWith(['north', '30+', 'male', -3])).toMatchObject({
      code: 'population-negative',
      detail: { line: 10 },
    });
    for (const field of ['', 'many', '1.5', '1e3', '1 000', '+4'])
      expect(failureWith(['north', '30+', 'male', field])).toMatchObject({
        code: 'population-number',
        detail: { line: 10 },
      });
    expect(failureWith(['east', '30+', 'male', 180])).toMatchObject({
      code: 'population-twice',
      detail: { line: 10, earlier: 5, zone: 'east' },
    });
    expect(failureWith(['north', '30+', 'male', 0])).toBeUndefined();
  });

  it('is refused without a column or without rows', () => {
    expect(failure(() => parsePopulation('zone_id,age_band,persons\n', 'p.csv'))).toMatchObject({
      code: 'population-column',
      detail: { column: 'gender' },
    });
    expect(failure(() => parsePopulation(head, 'p.csv'))?.code).toBe('population-empty');
    expect(failure(() => parsePopulation('', 'p.csv'))?.code).toBe('population-column');
  });

  it('is refused for bands and genders of its own, and for a gap in one zone', () => {
    expect(failure(() => read(rowText([...cells, ['east', '30-39', 'male', 4]])))).toMatchObject({
      code: 'population-band',
      detail: { line: 10 },
    });
    expect(failure(() => read(rowText([...cells, ['east', '30+', 'm', 4]])))?.code).toBe('population-gender');
    expect(failure(() => read(rowText([...cells, ['east', '30+', 'unknown', 4]])))?.code).toBe(
      'population-gender',
    );
    const gap = rowText(cells.filter((row) => row[0] !== 'west' || row[3] !== 40));
    for (const asked of [needs, { ...needs, ageBands: [], byGender: false }])
      expect(failure(() => read(gap, asked))).toMatchObject({
        code: 'population-incomplete',
        detail: { zone: 'west', ageBand: '0-29', gender: 'male' },
      });
  });
});

describe('weights of customers', () => {
  const population = read(rowText(cells));
  const { zoneIds, ageBands } = needs;
  const customers = (genders: readonly string[], persons: readonly number[]) => ({
    zoneIds,
    ageBands,
    genders,
    persons: Float64Array.from(persons),
  });
  const seed = [5, 7, 9, 8, 20, 11, 30, 40];

  it('bring zones, ages and genders to their inhabitants', () => {
    const table = customers(['female', 'male'], seed);
    const found = populationWeights(table, population, 1000);
    const of = (test: (i: number) => boolean): number => share(table.persons, found.weights, test);
    expect(of((i) => i < 4)).toBeCloseTo(220, 5);
    expect(of((i) => i >= 4)).toBeCloseTo(600, 5);
    expect(of((i) => Math.floor(i / 2) % 2 === 0)).toBeCloseTo(310, 5);
    expect(of((i) => i % 2 === 1)).toBeCloseTo(410, 5);
    expect(found.shareTrimmed).toBe(0);
    expect(found.effectiveSampleSize).toBeLessThan(130);
    expect(found.effectiveSampleSize).toBeGreaterThan(65);
    expect(found.lowest).toBe(Math.min(...found.weights));
    expect(found.highest).toBe(Math.max(...found.weights));
  });

  it('give one factor per age and gender for tables that are not by home', () => {
    const table = customers(['female', 'male'], seed);
    const { weights, classFactors } = populationWeights(table, population, 1000);
    classFactors.forEach((factor, c) => {
      const inhabitants = share(table.persons, weights, (i) => i % 4 === c);
      expect(factor).toBeCloseTo(inhabitants / ((seed[c] ?? 0) + (seed[c + 4] ?? 0)), 9);
    });
  });

  it('leave people of unknown gender their share, and the whole still adds up', () => {
    const persons = [5, 7, 3, 9, 8, 3, 20, 11, 3, 30, 40, 1];
    const table = customers(['female', 'male', 'unknown'], persons);
    const { weights } = populationWeights(table, population, 1000);
    const of = (test: (i: number) => boolean): number => share(table.persons, weights, test);
    expect(of(() => true)).toBeCloseTo(820, 5);
    expect(of((i) => i < 6)).toBeCloseTo(220, 5);
    expect(of((i) => i % 3 === 2)).toBeCloseTo((820 * 10) / 140, 5);
    expect(of((i) => i % 3 === 0)).toBeCloseTo((410 * 130) / 140, 5);
  });

  it('are capped, and tell whom that concerned', () => {
    const table = customers(['female', 'male'], seed);
    const free = populationWeights(table, population, 1000);
    const cap = free.highest - 0.5;
    const found = populationWeights(table, population, cap);
    const above = [...free.weights].map((weight) => weight > cap);
    const concerned = seed.reduce((sum, n, i) => sum + (above[i] ? n : 0), 0);
    expect(found.highest).toBe(cap);
    expect(found.shareTrimmed).toBeCloseTo(concerned / 130, 12);
    expect(found.inhabitantsLost).toBeCloseTo(820 - share(table.persons, found.weights, () => true), 5);
  });

  it('are refused for a zone without customers and for margins that cannot be met', () => {
    expect(
      failure(() =>
        populationWeights(customers(['female', 'male'], [0, 0, 0, 0, 1, 2, 3, 4]), population, 9),
      ),
    ).toMatchObject({
      code: 'raking-nobody',
      detail: { dimension: 'zone', category: 'west' },
    });
    const crossed = customers(['female', 'male'], [5, 0, 5, 0, 0, 5, 0, 5]);
    expect(failure(() => populationWeights(crossed, population, 9))?.code).toBe('raking-no-fit');
  });
});
