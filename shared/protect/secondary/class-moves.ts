import type { BlockShape } from './block-shape.ts';

/** Classes that change together so that every sum over ages and genders stays true; the asked one comes first, with sign 1. */
export interface ClassMove {
  readonly classes: readonly number[];
  readonly signs: readonly number[];
}

interface Step {
  readonly at: number;
  readonly sign: number;
}

/** Every smallest move through class `index`: with one other age, one other gender, or both, as far as they add up. */
export function classMovesOf(shape: BlockShape, index: number): readonly ClassMove[] {
  const age = Math.floor(index / shape.genders);
  const gender = index % shape.genders;
  const ages = stepsOf(age, shape.ages, shape.ageTotal);
  const genders = stepsOf(gender, shape.genders, shape.genderTotal);
  return ages.flatMap((a) => genders.map((g) => corners(shape, index, a, g)));
}

function stepsOf(from: number, size: number, hasTotal: boolean): readonly Step[] {
  if (!hasTotal) return [{ at: from, sign: 0 }];
  const last = size - 1;
  const others = Array.from({ length: size }, (_, at) => at).filter((at) => at !== from);
  return others.map((at) => ({ at, sign: at === last || from === last ? 1 : -1 }));
}

function corners(shape: BlockShape, index: number, age: Step, gender: Step): ClassMove {
  const { genders } = shape;
  const ownAge = Math.floor(index / genders);
  const ownGender = index % genders;
  const classes = [index];
  const signs = [1];
  if (gender.sign !== 0) push(ownAge * genders + gender.at, gender.sign);
  if (age.sign !== 0) push(age.at * genders + ownGender, age.sign);
  if (age.sign !== 0 && gender.sign !== 0) push(age.at * genders + gender.at, age.sign * gender.sign);
  return { classes, signs };

  function push(at: number, sign: number): void {
    classes.push(at);
    signs.push(sign);
  }
}
