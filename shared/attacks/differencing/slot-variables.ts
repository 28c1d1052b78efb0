import { rangeOfFigure } from '../../ledger/figure-range.ts';
import type { Stretch } from '../../ledger/stretch.ts';
import {
  ageAxis,
  classesIn,
  everything,
  genderAxis,
  layerAxis,
  layerOf,
  type ClusterFrame,
  type Layer,
} from './cluster-frame.ts';
import type { Slot } from './slots.ts';
import type { SystemBuilder } from './system-builder.ts';
import type { Side } from './table-pairs.ts';

/** Variables of the persons of a slot. */
export interface SlotVariables {
  /** Persons by age piece and gender piece. */
  readonly persons: readonly number[];
  /** The same by piece of a layer. */
  readonly layers: ReadonlyMap<Layer, readonly (readonly number[])[]>;
}

/** Adds the persons of a slot to a system, with all its figures as sums of them; bands and homes add up to the persons, class by class. */
export function addSlot(builder: SystemBuilder, frame: ClusterFrame, { rows }: Slot): SlotVariables {
  const classes = frame.ages.pieces.length * frame.genders.pieces.length;
  const add = (): readonly number[] => Array.from({ length: classes }, () => builder.add());
  const persons = add();
  const layers = new Map<Layer, readonly (readonly number[])[]>();
  for (const side of rows.keys()) {
    const layer = layerOf(side);
    const refinement = layer && frame.layers.get(layer);
    if (!layer || !refinement || layers.has(layer)) continue;
    const pieces = refinement.pieces.map(add);
    layers.set(layer, pieces);
    persons.forEach((total, i) =>
      builder.equal(
        total,
        pieces.map((piece) => piece[i] ?? 0),
      ),
    );
  }
  const variables = { persons, layers };
  for (const [side, list] of rows) for (const row of list) addFigure(builder, frame, variables, [side, row]);
  return variables;
}

function addFigure(
  builder: SystemBuilder,
  frame: ClusterFrame,
  variables: SlotVariables,
  [side, row]: readonly [Side, number],
): void {
  const { axes, table, released } = side.grid;
  const placeOn = (axis: number): Stretch => axes[axis]?.places[axes[axis].column[row] ?? 0] ?? everything;
  const ages = frame.ages.spanOf(placeOn(ageAxis));
  const genders = frame.genders.spanOf(placeOn(genderAxis));
  const stacks = stacksOf(frame, variables, side, placeOn);
  if (!ages || !genders || !stacks) return;
  const sum = stacks.flatMap((stack) => classesIn(frame, stack, ages, genders));
  builder.sum(sum, rangeOfFigure(table.persons[row] ?? 0, released.recipe));
}

/** The stacks of classes that a figure adds up: the persons of the slot, or those of the pieces of its band or home. */
function stacksOf(
  frame: ClusterFrame,
  { persons, layers }: SlotVariables,
  side: Side,
  placeOn: (axis: number) => Stretch,
): readonly (readonly number[])[] | undefined {
  const layer = layerOf(side);
  const place = layer === undefined ? everything : placeOn(layerAxis(layer));
  if (layer === undefined || (place.from === 0 && place.to === Infinity)) return [persons];
  const span = frame.layers.get(layer)?.spanOf(place);
  return span && layers.get(layer)?.slice(...span);
}
