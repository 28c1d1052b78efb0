import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';

/** Footfall in a grid and in UTC, of five persons and more, not rounded: for extracts of a few dozen persons. */
export const smallRecipe: Recipe = {
  ...presets.conservative,
  timeZone: 'UTC',
  zones: { kind: 'h3', resolution: 6 },
  minimumPersons: 5,
  roundingBase: 1,
};
