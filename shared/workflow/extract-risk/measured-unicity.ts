import { unicity } from '../../attacks/unicity/unicity.ts';
import type { Points } from '../../attacks/points.ts';
import type { Resolution } from '../../attacks/unicity/resolution.ts';
import type { MeasuredUnicity } from '../../ipc/extract-risk.ts';
import type { SeenPlaces } from './seen-places.ts';

/** Moments known at most. */
export const mostKnown = 6;

/** Persons drawn: an interval of at most 3 points to either side. */
const drawn = 1000;

/** One way to see times: to so many minutes. */
export interface SeenTimes {
  readonly minutes: number;
  readonly seen: Resolution;
}

/** Unicity of an extract over places and times seen ever more coarsely. */
export function* measuredUnicity(
  points: Points,
  places: readonly SeenPlaces[],
  times: readonly SeenTimes[],
  seed: string,
): Generator<{ readonly done: number; readonly total: number }, MeasuredUnicity> {
  const options = {
    places: places.map(({ seen }) => seen),
    slots: times.map(({ seen }) => seen),
    mostKnown,
    persons: drawn,
  };
  const { persons, personsSampled, cells, slopes } = yield* unicity(points, options, seed);
  return {
    persons,
    personsSampled,
    places: places.map(({ sight }) => sight),
    minutes: times.map(({ minutes }) => minutes),
    surface: cells.map(({ places: place, slots: time, shares }) => ({ place, time, shares: [...shares] })),
    slopes: slopes.map((slope, i) => ({ known: i + 1, ...(slope !== undefined && { slope }) })),
  };
}
