import { describe, expect, it } from 'vitest';
import { offsetTable } from '../../../shared/base/time-zone.ts';
import { catchmentTable } from '../../../shared/kernel/catchment.ts';
import type { Counting } from '../../../shared/kernel/counting.ts';
import { datedBins } from '../../../shared/kernel/dated-bins.ts';
import { dwellTable } from '../../../shared/kernel/dwell.ts';
import { flowsTable } from '../../../shared/kernel/flows.ts';
import { frequencyTable } from '../../../shared/kernel/frequency.ts';
import type { Stays } from '../../../shared/kernel/stays.ts';
import type { DimensionName } from '../../../shared/products/product.ts';
import { timeBins } from '../../../shared/products/time-bins.ts';
import { tableGroups } from '../../support/table-groups.ts';

const midnight = Date.parse('2026-05-03T22:00:00Z') / 1000;
const clock = offsetTable('Europe/Berlin', midnight - 9 * 86_400, midnight + 30 * 86_400);
const bins = (name: 'day' | 'daypart') =>
  datedBins(timeBins(name, clock, midnight, midnight + 3 * 86_400), clock);
/** Dayparts 0 to 12: a night cut at its beginning, then morning, day, evening and night of three days. */
const [dayparts, days] = [bins('daypart'), bins('day')];

/** Stays of persons in turn, `[zone, minute from, minute to]` counted from local midnight. */
function staysOfPersons(persons: readonly (readonly (readonly [number, number, number])[])[]): Stays {
  const rows = persons.flatMap((own, person) => own.map(([zone, from, to]) => ({ person, zone, from, to })));
  return {
    person: Int32Array.from(rows, ({ person }) => person),
    zone: Int32Array.from(rows, ({ zone }) => zone),
    from: Int32Array.from(rows, ({ from }) => midnight + from * 60),
    to: Int32Array.from(rows, ({ to }) => midnight + to * 60),
  };
}

function counting(
  classes: readonly number[],
  totals: readonly DimensionName[] = [],
  holders?: readonly number[],
): Counting {
  const people = {
    classOfPerson: Int32Array.from(classes),
    ages: 2,
    genders: 2,
    holderOfPerson: holders && Int32Array.from(holders),
  };
  return { people, totals, bound: undefined };
}

const listed = (table: Parameters<typeof tableGroups>[0]): readonly string[] =>
  [...tableGroups(table)].map(([key, counts]) => `${key} ${counts}`);

const dwellOf = (own: readonly (readonly [number, number, number])[]): readonly string[] =>
  listed(dwellTable(staysOfPersons([own]), { zones: 2, dayparts, breaks: [5, 15] }, counting([3])));

const flowsOf = (own: readonly (readonly [number, number, number])[]): readonly string[] =>
  listed(flowsTable(staysOfPersons([own]), { zones: 3, dayparts, maximumTripMinutes: 60 }, counting([0])));

describe('dwell', () => {
  it('has one band a person, zone and dated daypart, reached to the second', () => {
    expect(dwellOf([[1, 420, 425]])).toEqual(['1|1|1|1|1 1/1']);
    expect(dwellOf([[1, 420, 425 - 1 / 60]])).toEqual(['1|1|0|1|1 1/1']);
    expect(
      dwellOf([
        [1, 420, 425],
        [1, 500, 509],
      ]),
    ).toEqual(['1|1|1|1|1 1/1']);
    expect(
      dwellOf([
        [1, 420, 425],
        [1, 500, 510],
      ]),
    ).toEqual(['1|1|2|1|1 1/1']);
    expect(
      dwellOf([
        [0, 420, 425],
        [1, 500, 510],
      ]),
    ).toEqual(['0|1|1|1|1 1/1', '1|1|1|1|1 1/1']);
  });

  it('is cut where a daypart or the period ends', () => {
    expect(dwellOf([[1, 590, 604]])).toEqual(['1|1|1|1|1 1/1', '1|2|0|1|1 1/1']);
    expect(dwellOf([[1, -30, 4]])).toEqual(['1|0|0|1|1 1/1']);
    expect(
      dwellOf([
        [1, -30, 0],
        [1, 3 * 1440, 3 * 1440 + 60],
      ]),
    ).toEqual([]);
  });
});

describe('flows', () => {
  it('need two stays that follow each other in different zones, at most so many minutes apart', () => {
    expect(
      flowsOf([
        [0, 420, 430],
        [2, 490, 500],
      ]),
    ).toEqual(['0|2|1|0|0 1/1']);
    expect(
      flowsOf([
        [0, 420, 430],
        [2, 490 + 1 / 60, 500],
      ]),
    ).toEqual([]);
    expect(
      flowsOf([
        [0, 420, 430],
        [0, 440, 450],
      ]),
    ).toEqual([]);
    expect(
      flowsOf([
        [0, 420, 430],
        [1, 430, 440],
        [2, 440, 450],
      ]),
    ).toEqual(['0|1|1|0|0 1/1', '1|2|1|0|0 1/1']);
  });

  it('belong to the daypart of the arrival, and count a person once', () => {
    expect(
      flowsOf([
        [0, 540, 590],
        [1, 600, 610],
      ]),
    ).toEqual(['0|1|2|0|0 1/1']);
    expect(
      flowsOf([
        [0, 420, 430],
        [1, 431, 440],
        [0, 441, 450],
        [1, 451, 460],
      ]),
    ).toEqual(['0|1|1|0|0 1/1', '1|0|1|0|0 1/1']);
    expect(
      flowsOf([
        [0, -30, -10],
        [1, 0, 10],
      ]),
    ).toEqual(['0|1|0|0|0 1/1']);
    expect(
      flowsOf([
        [0, -30, -10],
        [1, -1, 10],
      ]),
    ).toEqual([]);
  });
});

describe('frequency and catchment', () => {
  it('count days of the period, and put an unknown home last', () => {
    const stays = staysOfPersons([
      [[0, 1430, 1450]],
      [
        [0, 100, 200],
        [0, 300, 400],
      ],
      [[1, -90, 30]],
      [[1, -90, 0]],
    ]);
    const order = { zones: 2, days };
    expect(listed(frequencyTable(stays, { ...order, breaks: [2] }, counting([0, 0, 0, 0])))).toEqual([
      '0|0|0|0 1/1',
      '0|1|0|0 1/1',
      '1|0|0|0 1/1',
    ]);
    const homeOfPerson = Int32Array.of(-1, 1, 0, 0);
    expect(
      listed(catchmentTable(stays, { ...order, homes: 2, homeOfPerson }, counting([0, 0, 0, 0]))),
    ).toEqual(['0|1|0|0 1/1', '0|2|0|0 1/1', '1|0|0|0 1/1']);
  });
});

describe('totals and contributors', () => {
  const morning = [[[0, 420, 430]], [[0, 420, 422]], [[0, 420, 430]], [[0, 420, 430]]] as const;
  const dwell = (how: Counting): readonly string[] =>
    listed(dwellTable(staysOfPersons(morning), { zones: 1, dayparts, breaks: [5] }, how));

  it('are groups of their own, over what adds up only', () => {
    expect(dwell(counting([0, 0, 3, -1], ['zone', 'time', 'band']))).toEqual([
      '0|1|0|0|0 1/1',
      '0|1|1|0|0 1/1',
      '0|1|1|1|1 1/1',
      '0|1|*|0|0 2/2',
      '0|1|*|1|1 1/1',
    ]);
    expect(dwell(counting([0, 0, 3, 1], ['age', 'gender'])).filter((group) => group.includes('*|*'))).toEqual(
      ['0|1|0|*|* 1/1', '0|1|1|*|* 3/3'],
    );
  });

  it('count a holder once in every group and every total', () => {
    expect(dwell(counting([0, 0, 3, 3], ['band', 'age', 'gender'], [7, 7, 7, -1]))).toEqual(
      expect.arrayContaining([
        '0|1|0|0|0 1/1',
        '0|1|1|0|0 1/1',
        '0|1|1|1|1 2/2',
        '0|1|*|0|0 2/1',
        '0|1|1|*|* 3/2',
        '0|1|*|*|* 4/2',
      ]),
    );
  });

  it('of ten devices of one holding are one contributor', () => {
    const ten = Array.from({ length: 10 }, () => [[0, 420, 430]] as const);
    const how = counting(
      Array.from(ten, () => 0),
      [],
      Array.from(ten, () => 5),
    );
    expect(listed(dwellTable(staysOfPersons(ten), { zones: 1, dayparts, breaks: [] }, how))).toEqual([
      '0|1|0|0|0 10/1',
    ]);
  });

  it('get no total where a dimension has one value only', () => {
    const table = dwellTable(
      staysOfPersons(morning),
      { zones: 1, dayparts, breaks: [] },
      counting([0, 0, 0, 0], ['band', 'age']),
    );
    expect(table.dimensions.map(({ name, size, hasTotal }) => `${name} ${size} ${hasTotal}`)).toEqual([
      'zone 1 false',
      'time 13 false',
      'band 1 false',
      'age 3 true',
      'gender 2 false',
    ]);
  });
});
