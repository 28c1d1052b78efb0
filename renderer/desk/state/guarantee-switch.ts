import { presets } from '../../../shared/recipe/presets.ts';
import type { Understanding } from '../../../shared/extract/understanding.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';

type Days = Pick<Understanding, 'firstDay' | 'lastDay'>;

/**
 * What a recipe must have besides its guarantee: differential privacy a bound for each person, a stated period, the finest
 * zones alone, no extrapolation, no trips, and nothing said of groups without anybody. The classical path needs nothing.
 */
export function neededBy(recipe: Recipe, extract: Days | undefined): Partial<Recipe> {
  if (recipe.guarantee.kind === 'classical') return {};
  const { maximumGroupsPerPersonDay, period, levels, zeroGroups, extrapolate, trips } = recipe;
  return {
    ...(maximumGroupsPerPersonDay === null && {
      maximumGroupsPerPersonDay: presets['differential-privacy'].maximumGroupsPerPersonDay,
    }),
    ...(period === null && extract && { period: { from: extract.firstDay, to: extract.lastDay } }),
    ...(levels.length > 0 && { levels: [] }),
    ...(zeroGroups === 'shown' && { zeroGroups: 'hidden' }),
    ...(extrapolate && { extrapolate: false }),
    ...(trips && { trips: false }),
  };
}

/** A recipe with the other guarantee and all that one needs; its other figures stay. Back on the classical path nobody is bounded. */
export function switchedTo(
  kind: Recipe['guarantee']['kind'],
  recipe: Recipe,
  extract: Days | undefined,
): Recipe {
  if (recipe.guarantee.kind === kind) return recipe;
  if (kind === 'classical')
    return { ...recipe, guarantee: presets.conservative.guarantee, maximumGroupsPerPersonDay: null };
  const switched = { ...recipe, guarantee: presets['differential-privacy'].guarantee };
  return { ...switched, ...neededBy(switched, extract) };
}
