import type { Points } from '../points.ts';
import { seededRandom } from '../random.ts';
import { sampledPersons } from '../sampled-persons.ts';
import { shareOf, type Share } from '../share.ts';
import { knownPoints } from './known-points.ts';
import type { Resolution } from './resolution.ts';
import { logLogSlope } from './slope.ts';
import { uniqueAt } from './unicity-at.ts';

/** Places and slots as coarsely as each of these sees them (the first is the finest), points known at most, persons drawn. */
export interface UnicityOptions {
  readonly places: readonly Resolution[];
  readonly slots: readonly Resolution[];
  readonly mostKnown: number;
  readonly persons: number;
}

/** Shares of unique persons where `places` and `slots` (by their index) are seen so coarsely; `shares[p - 1]` for p known points. */
export interface UnicityCell {
  readonly places: number;
  readonly slots: number;
  readonly shares: readonly Share[];
}

/**
 * Unicity over a grid of resolutions. `slopes[p - 1]`: measured slope of log share over log (places merged x slots merged), undefined where
 * fewer than two cells have any unique person.
 */
export interface Unicity {
  readonly persons: number;
  readonly personsSampled: boolean;
  readonly cells: readonly UnicityCell[];
  readonly slopes: readonly (number | undefined)[];
}

const personsPerStep = 100;

/** How far the work is, in cells of the grid. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Mobility unicity (de Montjoye et al. 2013): the share of persons whom so many of their own points, drawn at random, match alone. The
 * points are drawn once: knowing more means further ones, and coarser places or slots are the same moments seen less precisely, so
 * shares never fall with more known nor rise with a coarser view that is made of a finer one.
 */
export function* unicity(
  points: Points,
  options: UnicityOptions,
  seed: string,
): Generator<Progress, Unicity> {
  const random = seededRandom(seed, 'unicity');
  const present = sampledPersons(points, Infinity, random).length;
  const persons = sampledPersons(points, options.persons, random);
  const grid = options.places.flatMap((_, places) => options.slots.map((__, slots) => ({ places, slots })));
  const known: Int32Array[] = [];
  for (const person of persons) {
    if (known.length % personsPerStep === 0) yield { done: 0, total: grid.length };
    known.push(knownPoints(points, person, options.mostKnown, random));
  }
  const cells: UnicityCell[] = [];
  for (const { places, slots } of grid) {
    const [placesSeen, slotsSeen] = [options.places[places], options.slots[slots]];
    if (placesSeen === undefined || slotsSeen === undefined) continue;
    const question = { known, places: placesSeen, slots: slotsSeen };
    const work = uniqueAt(points, question, options.mostKnown);
    let step = work.next();
    for (; step.done !== true; step = work.next()) yield { done: cells.length, total: grid.length };
    cells.push({ places, slots, shares: Array.from(step.value, (cases) => shareOf(cases, persons.length)) });
  }
  return {
    persons: persons.length,
    personsSampled: persons.length < present,
    cells,
    slopes: slopesOf(cells, options),
  };
}

function slopesOf(cells: readonly UnicityCell[], options: UnicityOptions): readonly (number | undefined)[] {
  return Array.from({ length: options.mostKnown }, (_, i) =>
    logLogSlope(
      cells.map(({ places, slots, shares }) => ({
        x: (options.places[places]?.scale ?? 1) * (options.slots[slots]?.scale ?? 1),
        y: shares[i]?.share ?? 0,
      })),
    ),
  );
}
