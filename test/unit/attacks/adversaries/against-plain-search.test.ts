import { describe, expect, it } from 'vitest';
import type { Adversary } from '../../../../shared/attacks/adversaries/adversary.ts';
import { matchesOf } from '../../../../shared/attacks/adversaries/assess-adversary.ts';
import { visitsOf } from '../../../../shared/attacks/adversaries/visits.ts';
import { ended } from '../../../support/ended.ts';
import { pointsOf, randomPeople } from '../../../support/small-points.ts';

type Visit = readonly [place: number, slot: number];
type Person = readonly Visit[];
type Matches = (other: Person, instance: readonly Visit[], tolerance: number, own: Person) => boolean;

const timesAt = (person: Person, place: number) => person.filter(([where]) => where === place).length;
const near = (known: number, own: number, tolerance: number) =>
  Math.abs(known - own) <= own * tolerance + 1e-9;
const containsAll = (other: Person, instance: readonly Visit[], key: (visit: Visit) => string) => {
  const left = other.map(key);
  return instance.every((visit) => {
    const at = left.indexOf(key(visit));
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  });
};

/** Each adversary as the design's table words it, on lists. */
const matches: Readonly<Record<Exclude<Adversary['kind'], 'homeWork'>, Matches>> = {
  location: (other, instance) => containsAll(other, instance, ([place]) => `${place}`),
  time: (other, instance) => containsAll(other, instance, (visit) => visit.join(' ')),
  sequence: (other, instance) => {
    let at = 0;
    for (const [place] of other) if (at < instance.length && place === instance[at]?.[0]) at += 1;
    return at === instance.length;
  },
  uniqueLocation: (other, instance) => instance.every(([place]) => timesAt(other, place) > 0),
  frequency: (other, instance, tolerance, own) =>
    instance.every(
      ([place]) => timesAt(other, place) > 0 && near(timesAt(own, place), timesAt(other, place), tolerance),
    ),
  probability: (other, instance, tolerance, own) =>
    instance.every(
      ([place]) =>
        timesAt(other, place) > 0 &&
        near(timesAt(own, place) / own.length, timesAt(other, place) / other.length, tolerance),
    ),
  proportion: (other, instance, tolerance, own) => {
    const most = Math.max(...instance.map(([place]) => timesAt(own, place)));
    const otherMost = Math.max(...instance.map(([place]) => timesAt(other, place)));
    return instance.every(
      ([place]) =>
        timesAt(other, place) > 0 &&
        near(timesAt(own, place) / most, timesAt(other, place) / otherMost, tolerance),
    );
  },
};

function instancesOf<T>(things: readonly T[], length: number): T[][] {
  if (length === 0) return [[]];
  return things.flatMap((thing, i) =>
    instancesOf(things.slice(i + 1), length - 1).map((rest) => [thing, ...rest]),
  );
}

function plainMatches(people: readonly Person[], { kind, known, tolerance }: Adversary): number[] {
  if (kind === 'homeWork') throw new Error('Home and work has a search of its own.');
  const hasOrder = kind === 'location' || kind === 'time' || kind === 'sequence';
  return people
    .filter((own) => own.length > 0)
    .map((own) => {
      const things = hasOrder ? own : own.filter((visit, i) => own.findIndex(([w]) => w === visit[0]) === i);
      const instances = instancesOf(things, Math.min(known, things.length));
      return Math.min(
        ...instances.map(
          (instance) => people.filter((other) => matches[kind](other, instance, tolerance, own)).length,
        ),
      );
    });
}

const people = randomPeople('adversaries', { persons: 75, most: 7, places: 5, slots: 6 });
const visits = visitsOf(pointsOf(5, people));
const exactly = { persons: 100, allUpTo: Infinity, sampled: 0 };

function sequenceWith(sampled: number): readonly number[] {
  const adversary = { kind: 'sequence', known: 3, tolerance: 0 } as const;
  const tried = { persons: 100, allUpTo: sampled === Infinity ? Infinity : 0, sampled };
  return [...ended(matchesOf(visits, adversary, 'seed', tried)).matches];
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

describe('the eight adversaries against a plain search', () => {
  const kinds = Object.keys(matches) as (keyof typeof matches)[];
  it.each(kinds.flatMap((kind) => [1, 2, 3].map((known) => [kind, known] as const)))(
    'finds the least number of matches of every person: %s knowing %i',
    (kind, known) => {
      for (const tolerance of [0, 0.1, 0.5]) {
        const adversary = { kind, known, tolerance };
        const found = ended(matchesOf(visits, adversary, 'seed', exactly));
        expect([...found.matches]).toEqual(plainMatches(people, adversary));
        expect(found.instancesSampled).toBe(false);
      }
    },
  );

  it('never finds fewer matches with a sample of the instances, and fewer than with the first one alone', () => {
    const [one, some, every] = [sequenceWith(1), sequenceWith(8), sequenceWith(Infinity)];
    every.forEach((number, person) => expect(some[person]).toBeGreaterThanOrEqual(number));
    expect(sum(some)).toBeLessThan(sum(one));
  });
});
