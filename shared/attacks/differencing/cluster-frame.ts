import { axisNames } from '../../ledger/axes.ts';
import type { Stretch } from '../../ledger/stretch.ts';
import { genders as allGenders } from '../../recipe/age-bands.ts';
import { refine, type Refinement } from './cuts.ts';
import type { Slot } from './slots.ts';
import type { Side } from './table-pairs.ts';

/** What splits the persons of a slot besides age and gender: bands of a product, or homes. */
export type Layer = 'dwell' | 'frequency' | 'home';

/** The pieces between all cuts that the figures of some slots make, along each dimension that splits persons. */
export interface ClusterFrame {
  readonly ages: Refinement;
  readonly genders: Refinement;
  readonly layers: ReadonlyMap<Layer, Refinement>;
}

/** Pieces next to each other: the first and the one behind the last. */
export type Span = readonly [from: number, to: number];

/** Where dimensions lie among the axes of a table. */
export const [ageAxis, genderAxis] = [axisNames.indexOf('age'), axisNames.indexOf('gender')];
const [bandAxis, otherAxis] = [axisNames.indexOf('band'), axisNames.indexOf('other')];
/** A whole line. */
export const everything: Stretch = { from: 0, to: Infinity };

/** Refines each dimension by the cuts of all figures of the slots. `hasHomes`: sides whose homes lie on one line. */
export function frameOf(slots: readonly Slot[], hasHomes: (side: Side) => boolean): ClusterFrame {
  const sides = [...new Set(slots.flatMap(({ rows }) => [...rows.keys()]))];
  const layers = new Map<Layer, Refinement>();
  for (const layer of ['dwell', 'frequency', 'home'] as const) {
    const having = sides.filter((side) => layerOf(side) === layer && (layer !== 'home' || hasHomes(side)));
    if (having.length > 0) layers.set(layer, refine(everything, along(layerAxis(layer), having)));
  }
  return {
    ages: refine({ from: 0, to: 121 }, along(ageAxis, sides)),
    genders: refine({ from: 0, to: allGenders.length }, along(genderAxis, sides)),
    layers,
  };
}

function along(axis: number, sides: readonly Side[]): readonly Stretch[] {
  return sides.flatMap(({ grid }) => grid.axes[axis]?.places ?? []);
}

/** The layer that a table splits persons by, if any. */
export function layerOf({ grid: { table } }: Side): Layer | undefined {
  if (table.product === 'dwell' || table.product === 'frequency') return table.product;
  return table.product === 'catchment' ? 'home' : undefined;
}

/** The axis that a layer lies on. */
export function layerAxis(layer: Layer): number {
  return layer === 'home' ? otherAxis : bandAxis;
}

/** Of a stack, which holds every age with every gender, those that lie in a run of ages and one of genders. */
export function classesIn(
  { genders }: ClusterFrame,
  stack: readonly number[],
  ages: Span,
  inGenders: Span,
): readonly number[] {
  const width = genders.pieces.length;
  const list: number[] = [];
  for (let age = ages[0]; age < ages[1]; age++)
    for (let gender = inGenders[0]; gender < inGenders[1]; gender++)
      list.push(stack[age * width + gender] ?? 0);
  return list;
}
