import type { Arcs, ZoneShape, ZoneValues } from '../../../../shared/ipc/view.ts';

/** Zones of one level: those from `first` up to but not including `end`. Zones of a level stand together. */
export interface ZoneRange {
  readonly first: number;
  readonly end: number;
}

/** Levels there are, finest first, with how many zones each has. */
export function levelsOf(
  shapes: readonly Pick<ZoneShape, 'level'>[],
): readonly { readonly level: number; readonly zones: number }[] {
  const counts = new Map<number, number>();
  for (const { level } of shapes) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].map(([level, zones]) => ({ level, zones })).toSorted((a, b) => a.level - b.level);
}

/** Where the zones of a level stand; the finest where there is no such level. */
export function rangeOf(shapes: readonly Pick<ZoneShape, 'level'>[], level: number): ZoneRange {
  const first = shapes.findIndex((shape) => shape.level === level);
  if (first === -1) return level === 0 ? { first: 0, end: 0 } : rangeOf(shapes, 0);
  return { first, end: shapes.findLastIndex((shape) => shape.level === level) + 1 };
}

/** Values of the zones of a range. */
export function valuesIn(values: ZoneValues, { first, end }: ZoneRange): ZoneValues {
  return { states: values.states.subarray(first, end), values: values.values.subarray(first, end) };
}

/** Flows between two zones of a range, by their index in it. */
export function arcsIn(arcs: Arcs, { first, end }: ZoneRange): Arcs {
  const isInside = (zone: number | undefined): boolean => zone !== undefined && zone >= first && zone < end;
  const inside = [...arcs.from.keys()].filter((i) => isInside(arcs.from[i]) && isInside(arcs.to[i]));
  const pick = (column: Int32Array, shift: number): Int32Array =>
    Int32Array.from(inside, (i) => (column[i] ?? 0) - shift);
  return { from: pick(arcs.from, first), to: pick(arcs.to, first), value: pick(arcs.value, 0) };
}

/** What belongs to zones of a range, by their index in it. */
export function foundIn<T>(found: ReadonlyMap<number, T>, { first, end }: ZoneRange): ReadonlyMap<number, T> {
  return new Map(
    [...found]
      .filter(([zone]) => zone >= first && zone < end)
      .map(([zone, value]) => [zone - first, value] as const),
  );
}

/** Index in the range, where a zone lies in it. */
export function placeIn(zone: number | undefined, { first, end }: ZoneRange): number | undefined {
  return zone === undefined || zone < first || zone >= end ? undefined : zone - first;
}
