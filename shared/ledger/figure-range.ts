import type { Recipe } from '../recipe/recipe.ts';

/** Fewest and most persons something can stand for; both included. */
export interface CountRange {
  readonly low: number;
  readonly high: number;
}

type Rule = Pick<Recipe, 'minimumPersons' | 'roundingBase' | 'guarantee'>;

/** The counts of persons that a classical recipe would have published as `figure`, as a reader who knows the recipe sees it. */
export function rangeOfFigure(figure: number, { minimumPersons, roundingBase, guarantee }: Rule): CountRange {
  const noise = guarantee.kind === 'classical' ? (guarantee.cellKeyNoise?.maximumNoise ?? 0) : 0;
  return {
    low: Math.max(minimumPersons, Math.ceil(figure - roundingBase / 2) - noise),
    high: Math.ceil(figure + roundingBase / 2) - 1 + noise,
  };
}

/** What remains when a part is taken from its whole. `high` below 0: the part cannot be a part of that whole. */
export function remainder(whole: CountRange, part: CountRange): CountRange {
  return { low: Math.max(0, whole.low - part.high), high: whole.high - part.low };
}

/** Whether a range shows a group of at least one and fewer than `minimumPersons` persons. */
export function showsFew({ low, high }: CountRange, minimumPersons: number): boolean {
  return low >= 1 && high < minimumPersons;
}
