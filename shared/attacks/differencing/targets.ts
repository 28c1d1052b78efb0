import type { Stretch } from '../../ledger/stretch.ts';
import { classesIn, type ClusterFrame, type Layer, type Span } from './cluster-frame.ts';
import { covered, runs } from './runs.ts';
import type { SlotVariables } from './slot-variables.ts';
import type { SystemBuilder } from './system-builder.ts';

/** A group that may be exposed: runs of ages, genders and, where `layer` is set, bands or homes. */
export interface Target {
  readonly variable: number;
  readonly age: Stretch;
  readonly gender: Stretch;
  readonly layer?: Layer;
  readonly among?: Stretch;
  /** Of the part, or of the slot where there is none, only these are taken away; where absent, of the part those of the same age and gender. */
  readonly without?: { readonly age: Stretch; readonly gender: Stretch };
}

/** Runs of ages with runs of genders of a stack. */
export function classTargets(
  builder: SystemBuilder,
  frame: ClusterFrame,
  stack: readonly number[],
): readonly Target[] {
  const { ages, genders } = frame;
  return runs(ages.pieces.length).flatMap((inAges) =>
    runs(genders.pieces.length).map((inGenders) => ({
      variable: builder.sumOf(classesIn(frame, stack, inAges, inGenders)),
      age: covered(ages, inAges),
      gender: covered(genders, inGenders),
    })),
  );
}

/** Runs of bands, or single homes, with each class and with all. */
export function layerTargets(
  builder: SystemBuilder,
  frame: ClusterFrame,
  { layers }: SlotVariables,
): readonly Target[] {
  const { ages, genders } = frame;
  return [...layers].flatMap(([layer, stacks]) => {
    const refinement = frame.layers.get(layer);
    if (!refinement) return [];
    const spans = layer === 'home' ? stacks.map((_, i): Span => [i, i + 1]) : runs(stacks.length);
    const classes = classSpans(frame);
    return spans.flatMap((span) =>
      classes.map(([inAges, inGenders]) => ({
        variable: builder.sumOf(
          stacks.slice(...span).flatMap((stack) => classesIn(frame, stack, inAges, inGenders)),
        ),
        age: covered(ages, inAges),
        gender: covered(genders, inGenders),
        layer,
        among: covered(refinement, span),
      })),
    );
  });
}

/** Each class of its own, and all together. */
function classSpans({ ages, genders }: ClusterFrame): readonly (readonly [Span, Span])[] {
  const [rows, columns] = [ages.pieces.length, genders.pieces.length];
  const single = Array.from({ length: rows * columns }, (_, i): readonly [Span, Span] => {
    const [age, gender] = [Math.floor(i / columns), i % columns];
    return [
      [age, age + 1],
      [gender, gender + 1],
    ];
  });
  return rows * columns === 1
    ? single
    : [
        ...single,
        [
          [0, rows],
          [0, columns],
        ],
      ];
}
