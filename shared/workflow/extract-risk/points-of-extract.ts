import { countUp, runningSums } from '../../attacks/running-sums.ts';
import type { Points } from '../../attacks/points.ts';
import type { Resolution } from '../../attacks/unicity/resolution.ts';
import { GrownArray } from '../../kernel/grown-array.ts';
import type { ExtractInMemory } from '../extract-in-memory.ts';
import { quarterAt, type Quarters } from './survey.ts';

const rowsPerStep = 1 << 16;

/**
 * The moments of everybody in an extract: each cell once in each slot of time, in the order in which the person was first seen there. `done`
 * counts rows.
 */
export function* pointsOfExtract(
  { base, latitude, ageOfPerson }: Pick<ExtractInMemory, 'base' | 'latitude' | 'ageOfPerson'>,
  quarters: Quarters,
  { of }: Pick<Resolution, 'of'>,
): Generator<{ readonly done: number; readonly total: number }, Points> {
  const total = base.person.length;
  const [place, slot] = [new GrownArray(total), new GrownArray(total)];
  const starts = new Int32Array(ageOfPerson.length + 1);
  const seenIn = new Int32Array(latitude.length);
  let [who, when, moment] = [-1, -1, 0];
  for (let row = 0; row < total; row += 1) {
    if (row % rowsPerStep === 0) yield { done: row, total };
    const person = base.person[row] ?? 0;
    const now = of[quarterAt(quarters, base.second[row] ?? 0)] ?? 0;
    if (person !== who || now !== when) [who, when, moment] = [person, now, moment + 1];
    const cell = base.cell[row] ?? 0;
    if (seenIn[cell] === moment) continue;
    seenIn[cell] = moment;
    place.push(cell);
    slot.push(now);
    countUp(starts, person + 1);
  }
  return { places: latitude.length, starts: runningSums(starts), place: place.trim(), slot: slot.trim() };
}
