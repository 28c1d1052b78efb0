import { hasFlag } from '../state/cell-flags.ts';
import type { ExtractFindings } from '../../../shared/ipc/extract-findings.ts';

/** Cells that stand in one place, drawn as one: their flags together and how many they are. Used ones come last, on top of the others. */
export interface CellPlaces {
  readonly cells: ExtractFindings['cells'];
  readonly counts: Int32Array;
}

/** The places of all cells. Several cells stand on most masts, so there are far fewer of them. */
export function cellPlaces({ cells }: Pick<ExtractFindings, 'cells'>): CellPlaces {
  const { latitude, longitude } = cells;
  const found = new Map<string, { cell: number; flags: number; count: number }>();
  cells.flags.forEach((flags, cell) => {
    const at = `${latitude[cell] ?? 0} ${longitude[cell] ?? 0}`;
    const place = found.get(at);
    if (place === undefined) found.set(at, { cell, flags, count: 1 });
    else found.set(at, { ...place, flags: place.flags | flags, count: place.count + 1 });
  });
  const places = [...found.values()].toSorted((a, b) => order(a.flags) - order(b.flags));
  return {
    cells: {
      latitude: Int32Array.from(places, ({ cell }) => latitude[cell] ?? 0),
      longitude: Int32Array.from(places, ({ cell }) => longitude[cell] ?? 0),
      flags: Uint8Array.from(places, ({ flags }) => flags),
    },
    counts: Int32Array.from(places, ({ count }) => count),
  };
}

const order = (flags: number): number => (hasFlag(flags, 'used') ? 1 : 0);
