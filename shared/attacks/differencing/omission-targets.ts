import { classesIn, type ClusterFrame, type Span } from './cluster-frame.ts';
import { covered, leavesShortRun, runs } from './runs.ts';
import type { SystemBuilder } from './system-builder.ts';
import type { Target } from './targets.ts';

/** Everybody of a slot but a run of ages or of genders, where those left are more than a run that `classTargets` asks about. */
export function omissionTargets(
  builder: SystemBuilder,
  frame: ClusterFrame,
  persons: readonly number[],
): readonly Target[] {
  const { ages, genders } = frame;
  return omissions(frame)
    .filter(
      ([inAges, inGenders]) =>
        !leavesShortRun(inAges, ages.pieces.length) || !leavesShortRun(inGenders, genders.pieces.length),
    )
    .flatMap((omitted) => allBut(builder, frame, { left: [], ofPart: persons }, omitted));
}

interface Persons {
  readonly left: readonly number[];
  readonly ofPart: readonly number[];
}

/** Everybody of the whole but some ages or genders of the part. */
export function remainderTargets(
  builder: SystemBuilder,
  frame: ClusterFrame,
  persons: Persons,
): readonly Target[] {
  return omissions(frame).flatMap((omitted) => allBut(builder, frame, persons, omitted));
}

type Omission = readonly [inAges: Span, inGenders: Span];

/** Runs of ages of every gender, and runs of genders of every age. */
function omissions(frame: ClusterFrame): readonly Omission[] {
  const { ages, genders } = frame;
  const [allOfAges, allOfGenders] = everyPiece(frame);
  return [
    ...runs(ages.pieces.length).map((span) => [span, allOfGenders] as const),
    ...runs(genders.pieces.length).map((span) => [allOfAges, span] as const),
  ];
}

function everyPiece({ ages, genders }: ClusterFrame): Omission {
  return [
    [0, ages.pieces.length],
    [0, genders.pieces.length],
  ];
}

function allBut(
  builder: SystemBuilder,
  frame: ClusterFrame,
  { left, ofPart }: Persons,
  [inAges, inGenders]: Omission,
): readonly Target[] {
  const { ages, genders } = frame;
  const [allOfAges, allOfGenders] = everyPiece(frame);
  const gone = new Set(classesIn(frame, ofPart, inAges, inGenders));
  const rest = ofPart.filter((variable) => !gone.has(variable));
  if (rest.length === 0) return [];
  return [
    {
      variable: builder.sumOf([...left, ...rest]),
      age: covered(ages, allOfAges),
      gender: covered(genders, allOfGenders),
      without: { age: covered(ages, inAges), gender: covered(genders, inGenders) },
    },
  ];
}
