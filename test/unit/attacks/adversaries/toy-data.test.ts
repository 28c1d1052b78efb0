import { describe, expect, it } from 'vitest';
import type { Adversary } from '../../../../shared/attacks/adversaries/adversary.ts';
import { matchesOf } from '../../../../shared/attacks/adversaries/assess-adversary.ts';
import { visitsOf } from '../../../../shared/attacks/adversaries/visits.ts';
import { firstRow, personsOf, type Points } from '../../../../shared/attacks/points.ts';
import { ended } from '../../../support/ended.ts';
import {
  toyPoints,
  toyPointsWith,
  toyRisks,
  toyRisksOfDefects,
} from '../../../support/vectors/eight-adversaries.ts';

const all = { persons: 100, allUpTo: 1000, sampled: 0 };

function risks(points: Points, adversary: Adversary): number[] {
  return [...ended(matchesOf(visitsOf(points), adversary, 'seed', all)).matches];
}

/** As the upstream package sees home and work: the seldom visited places come first. */
function withLeastVisitedFirst(points: Points): Points {
  const place: number[] = [];
  const starts = new Int32Array(points.starts.length);
  for (let person = 0; person < personsOf(points); person++) {
    const own = [...points.place.subarray(firstRow(points, person), firstRow(points, person + 1))];
    const countOf = (where: number) => own.filter((other) => other === where).length;
    const most = Math.max(...own.map(countOf));
    for (const where of new Set(own))
      place.push(...Array.from({ length: most + 1 - countOf(where) }, () => where));
    starts[person + 1] = place.length;
  }
  return { places: points.places, starts, place: Int32Array.from(place), slot: new Int32Array(place.length) };
}

describe('the eight adversaries on the toy data of scikit-mobility', () => {
  it.each(
    toyRisks.map(([kind, known, tolerance, ...rest]) => [{ kind, known, tolerance }, ...rest] as const),
  )('%o by the %s', (adversary, precision, expected) => {
    expect(risks(toyPoints(precision), adversary)).toEqual(expected);
  });

  it('compat: the printed home and work are the two least visited places', () => {
    const points = withLeastVisitedFirst(toyPoints('hour'));
    expect(risks(points, { kind: 'homeWork', known: 2, tolerance: 0 })).toEqual(toyRisksOfDefects.homeWork);
  });

  it('compat: "Hour" of the package repeats the month instead of the hour, so it is a day', () => {
    const february = 2;
    const points = toyPointsWith((seconds) =>
      seconds.map((second) => Math.floor(second / 86_400) * 100 + february),
    );
    expect(risks(points, { kind: 'time', known: 1, tolerance: 0 })).toEqual(toyRisksOfDefects.timeHourKnown1);
    expect(risks(toyPoints('hour'), { kind: 'time', known: 1, tolerance: 0 })).not.toEqual(
      toyRisksOfDefects.timeHourKnown1,
    );
  });
});
