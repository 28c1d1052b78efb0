import type { Side } from './table-pairs.ts';
import { liesIn, stretchKey, type Stretch } from '../../ledger/stretch.ts';

/** The zones of several tables as one list: the same area is one element, whatever map it is of. */
export interface ZoneElements {
  /** For each side and each of its zones the element; further values (unknown homes, all homes) have -1. */
  readonly elementOf: ReadonlyMap<Side, Int32Array>;
  /** For each element those that hold it, itself included. */
  readonly heldBy: readonly (readonly number[])[];
}

/** Sides whose zones lie on one line, and those of other maps with what holds what. */
export interface ZoneSources {
  readonly onLine: readonly Side[];
  readonly onOtherMaps: readonly OtherMap[];
}

/** Tables of a release with another zone map, and how its zones lie in those of `to`, which is on the line. */
export interface OtherMap {
  readonly sides: readonly Side[];
  readonly to: Side;
  /** For each of its zones those of `to` that hold it, and for each zone of `to` those of this map. */
  readonly inTo: Nesting;
  readonly ofTo: Nesting;
}
type Nesting = readonly (readonly { readonly value: number; readonly further: boolean }[])[];

/** Puts the zones of all sides together. */
export function zoneElements({ onLine, onOtherMaps }: ZoneSources): ZoneElements {
  const places: Stretch[] = [];
  const known = new Map<string, number>();
  const elementOf = new Map<Side, Int32Array>();
  for (const side of onLine) {
    const elements = (side.grid.axes[0]?.places ?? []).map((place) => {
      const key = stretchKey(place);
      const element = known.get(key) ?? places.push(place) - 1;
      known.set(key, element);
      return element;
    });
    elementOf.set(side, Int32Array.from(elements));
  }
  const heldBy = places.map((place) => places.flatMap((other, i) => (liesIn(place, other) ? [i] : [])));
  for (const other of onOtherMaps) addMap(other, elementOf, heldBy);
  return { elementOf, heldBy };
}

function addMap(
  { sides, to, inTo, ofTo }: OtherMap,
  elementOf: Map<Side, Int32Array>,
  heldBy: number[][],
): void {
  const target = elementOf.get(to) ?? new Int32Array(0);
  const elements = inTo.map((holders) => {
    const same = holders.find(({ further }) => !further);
    if (same) return target[same.value] ?? -1;
    const element = heldBy.length;
    heldBy.push([element, ...holders.map(({ value }) => target[value] ?? -1).filter((one) => one >= 0)]);
    return element;
  });
  ofTo.forEach((holders, zone) => {
    const held = heldBy[target[zone] ?? -1];
    for (const { value, further } of holders) if (further) held?.push(elements[value] ?? -1);
  });
  for (const side of sides) elementOf.set(side, Int32Array.from(elements));
}
