import { axisNames } from '../../ledger/axes.ts';
import type { Steps } from '../../ledger/steps.ts';
import { liesIn, stretchKey, type Stretch } from '../../ledger/stretch.ts';
import { addsNoise } from '../../recipe/guarantee.ts';
import type { Slot, Slots } from './slots.ts';
import type { Side } from './table-pairs.ts';
import type { ZoneElements } from './zone-elements.ts';

/**
 * Figures that may tell of each other once they are added and taken away. `part` absent: figures of several releases about one slot,
 * cut in different ways; else persons of `whole` without those of `part`. `gap`: how far the largest figures lie apart.
 */
export interface Cluster {
  readonly whole: Slot;
  readonly part?: Slot;
  readonly gap: number;
}

/** Slots looked at between two pauses. */
const slotsAtOnce = 64;

/** The clusters that the candidate takes part in, those with the smallest gap first. */
export function* clustersOf(slots: Slots, elements: ZoneElements): Steps<readonly Cluster[]> {
  const timesAround = holdersOfTimes(slots);
  const clusters: Cluster[] = [];
  for (const [at, slot] of slots.list.entries()) {
    if (at % slotsAtOnce === 0) yield;
    if (isCutTwice(slot)) clusters.push({ whole: slot, gap: 0 });
    for (const whole of slotsAround(slot, { slots, elements, timesAround }))
      if ((isOfCandidate(slot) || isOfCandidate(whole)) && !(isTold(slot) && isTold(whole)))
        clusters.push({ whole, part: slot, gap: largest(whole) - largest(slot) });
  }
  return clusters.toSorted((a, b) => a.gap - b.gap);
}

interface Around {
  readonly slots: Slots;
  readonly elements: ZoneElements;
  readonly timesAround: ReadonlyMap<string, readonly Stretch[]>;
}

function slotsAround(slot: Slot, { slots, elements, timesAround }: Around): readonly Slot[] {
  const zones = elements.heldBy[slot.zone] ?? [];
  const destinations = slot.destination < 0 ? [-1] : (elements.heldBy[slot.destination] ?? []);
  const times = timesAround.get(stretchKey(slot.time)) ?? [];
  const populations = slots.holdersOfPopulation[slot.population] ?? [];
  return populations.flatMap((population) =>
    zones.flatMap((zone) =>
      destinations.flatMap((destination) =>
        times.flatMap((time) => {
          const whole = slots.at({ population, zone, destination, time });
          return whole && whole !== slot ? [whole] : [];
        }),
      ),
    ),
  );
}

function holdersOfTimes({ list }: Slots): ReadonlyMap<string, readonly Stretch[]> {
  const times = [...new Map(list.map(({ time }) => [stretchKey(time), time])).values()];
  return new Map(times.map((time) => [stretchKey(time), times.filter((other) => liesIn(time, other))]));
}

/** Whether the candidate and an earlier release cut the persons of a slot in different ways. */
function isCutTwice({ rows }: Slot): boolean {
  const sides = [...rows.keys()];
  if (sides.every(({ id }) => id === undefined) || sides.every(({ id }) => id !== undefined)) return false;
  const cuts = sides.map((side) =>
    (rows.get(side) ?? [])
      .map((row) => boxKey(side, row))
      .toSorted()
      .join(),
  );
  return new Set(cuts).size > 1;
}

function boxKey({ grid }: Side, row: number): string {
  return grid.axes
    .slice(axisNames.indexOf('age'))
    .concat(grid.table.product === 'flows' ? [] : (grid.axes[1] ?? []))
    .map(({ places, column }) => stretchKey(places[column[row] ?? 0] ?? { from: 0, to: 0 }))
    .join();
}

/** Whether every class of a slot is told exactly, so that pairs of figures say all that sums could. */
function isTold({ rows }: Slot): boolean {
  return [...rows].some(([{ grid }, list]) => {
    const { recipe } = grid.released;
    if (recipe.roundingBase > 1 || addsNoise(recipe.guarantee)) return false;
    const [ages, genders] = [3, 4].map((at) => (grid.axes[at]?.places.length ?? 1) - 1);
    const classes = Math.max(1, ages ?? 0) * Math.max(1, genders ?? 0);
    return list.filter((row) => isClass(grid, row)).length >= classes;
  });
}

/** Whether a row is about one age and one gender, and all bands and homes. */
function isClass({ axes, table }: Side['grid'], row: number): boolean {
  return axes.every(({ places, column }, at) => {
    if (at === 0 || at === 2 || (at === 1 && table.product === 'flows')) return true;
    const isTotal = column[row] === places.length - 1;
    return places.length === 1 || (at === 3 || at === 4 ? !isTotal : isTotal);
  });
}

function isOfCandidate({ rows }: Slot): boolean {
  for (const { id } of rows.keys()) if (id === undefined) return true;
  return false;
}

function largest({ rows }: Slot): number {
  let most = 0;
  for (const [{ grid }, list] of rows)
    for (const row of list) most = Math.max(most, grid.table.persons[row] ?? 0);
  return most;
}
