import { indexed, type IndexedTable } from '../products/indexed-table.ts';
import type { Showing } from './showing.ts';

/** Layers (all ages and genders of one zone, time, band or home) whose empty groups the release hides although the recipe shows others. */
export interface HiddenLayers {
  /** One entry for each layer, at its last place: everybody, where there are totals. */
  readonly layers: IndexedTable;
  /** Groups of a layer, empty or not. */
  readonly classes: number;
  /** Whether a place of the table lies in such a layer. */
  readonly has: (place: number) => boolean;
}

/** The layers that a showing must not tell from hidden ones, besides those of a recipe that hides all empty groups. */
export function hiddenLayersOf({ counted: { table }, emptyHidden, recipe }: Showing): HiddenLayers {
  const starts = recipe.zeroGroups === 'shown' ? emptyHidden : undefined;
  const { product, dimensions } = table;
  const sizeOf = (wanted: string) => dimensions.find(({ name }) => name === wanted)?.size ?? 1;
  const classes = sizeOf('age') * sizeOf('gender');
  const at = Float64Array.from(starts ?? [], (start) => start + classes - 1).toSorted();
  const none = new Int32Array(at.length);
  return {
    layers: indexed({ product, dimensions, at, persons: none, contributors: none }),
    classes,
    has: (place) => starts?.has(place - (place % classes)) === true,
  };
}
