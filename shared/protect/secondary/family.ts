import { frameOf, type Frame } from './frame.ts';
import type { BlockShape } from './block-shape.ts';
import type { Release } from './release.ts';
import { haveSameClasses, layoutOf, type TableLayout } from './table-layout.ts';

/** Where a layer of a block lies in a table's cube: its classes follow each other from `start`. */
export interface Member {
  readonly table: number;
  readonly start: number;
}

/** What the layers of a block are: members of tables (several where two tables show the same number, none for an unlisted total). */
export type BlockLayers = readonly (readonly Member[])[];

/** Blocks of one shape: `count` of them, of which block b is made of `layersOf(b)`. */
export interface Family {
  readonly name: 'footfall' | 'dwell' | 'flows' | 'period' | 'frequency' | 'catchment';
  readonly frame: Frame;
  readonly count: number;
  readonly tables: readonly number[];
  layersOf(block: number): BlockLayers;
  /** How many zones and times the blocks run over: block = zone * times + time (flows: not by zone). */
  readonly zones: number;
  readonly times: number;
}

/** A table of the release with its place among the tables. */
export interface Placed {
  readonly index: number;
  readonly layout: TableLayout;
}

/** The table of a product and its layout, if the release has it. */
export function placed(release: Release, product: string): Placed | undefined {
  const index = release.tables.findIndex(({ table }) => table.product === product);
  const released = release.tables[index];
  return released === undefined ? undefined : { index, layout: layoutOf(released.table) };
}

/** Whether footfall shows the same numbers as the dwell table's totals over bands. */
export function showsDwellTotals(release: Release, footfall: Placed, dwell: Placed): boolean {
  return (
    release.presence === 'stays' &&
    release.timeBin === 'daypart' &&
    haveSameClasses(footfall.layout, dwell.layout) &&
    footfall.layout.blocks === dwell.layout.blocks
  );
}

/** Whether the days of the frequency table are those of the footfall table's bins. */
export function countsDaysOf(release: Release, footfall: Placed, frequency: Placed): boolean {
  const bands = frequency.layout.layers - (frequency.layout.layerTotal ? 1 : 0);
  return (
    release.timeBin === 'day' &&
    haveSameClasses(footfall.layout, frequency.layout) &&
    footfall.layout.zones === frequency.layout.zones &&
    release.daysOfBands.length === bands
  );
}

/** Blocks of a table that is tied to no other by equations: its own layers, the last of which may be their total. */
export function tableFamily(name: Family['name'], { index, layout }: Placed): Family {
  const { layers } = layout;
  const face = layout.layerTotal ? layers - 1 : -1;
  const parts = layout.layerTotal ? [Array.from({ length: layers - 1 }, (_, i) => i)] : [];
  const frame = frameOf({ ...classesOf(layout), layers, face, parts, weights: [] });
  return {
    name,
    frame,
    count: layout.blocks,
    tables: [index],
    zones: layout.zones,
    times: layout.times,
    layersOf: (block) => layersIn(index, layout, block).map((member) => [member]),
  };
}

/** Dwell blocks whose total over bands is also the footfall of the daypart. */
export function dwellWithFootfall(dwell: Placed, footfall: Placed): Family {
  const own = dwell.layout;
  const bands = own.layers - (own.layerTotal ? 1 : 0);
  const part = Array.from({ length: bands }, (_, i) => i);
  const frame = frameOf({ ...classesOf(own), layers: bands + 1, face: bands, parts: [part], weights: [] });
  return {
    name: 'dwell',
    frame,
    count: own.blocks,
    tables: [dwell.index, footfall.index],
    zones: own.zones,
    times: own.times,
    layersOf: (block) => {
      const members = layersIn(dwell.index, own, block).map((member) => [member]);
      const total = { table: footfall.index, start: block * frame.classes };
      return [...members.slice(0, bands), [...(members[bands] ?? []), total]];
    },
  };
}

/** Layers of one block of a table, in the order of its bands or homes. */
export function layersIn(table: number, layout: TableLayout, block: number): readonly Member[] {
  const classes = layout.ages * layout.genders;
  const first = block * layout.layers * classes;
  return Array.from({ length: layout.layers }, (_, layer) => ({ table, start: first + layer * classes }));
}

/** The part of a shape that comes from ages and genders. */
export function classesOf(
  layout: TableLayout,
): Pick<BlockShape, 'ages' | 'genders' | 'ageTotal' | 'genderTotal'> {
  const { ages, genders, ageTotal, genderTotal } = layout;
  return { ages, genders, ageTotal, genderTotal };
}
