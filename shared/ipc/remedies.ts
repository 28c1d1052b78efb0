import { z } from 'zod';
import { AttackName } from '../policy/attack-limits.ts';
import { Policy } from '../policy/policy.ts';
import { Recipe } from '../recipe/recipe.ts';

const { minimumPersons, roundingBase, timeBin, byGender, ageBreaks, products, sensitivePlaces, guarantee } =
  Recipe.shape;

/** What would be changed of a recipe; only what is named changes. */
export const RecipeChange = z
  .strictObject({
    minimumPersons,
    roundingBase,
    timeBin,
    byGender,
    ageBreaks,
    products,
    sensitivePlaces,
    guarantee,
  })
  .partial();
export type RecipeChange = Readonly<z.infer<typeof RecipeChange>>;

/**
 * A change after which an attack stays within its limit. Found by counting with the threshold alone; `confirmed` once the whole
 * protection was worked out for it and the attack tried again.
 */
export const Remedy = z.strictObject({
  change: RecipeChange,
  measured: z.number().optional(),
  confirmed: z.boolean(),
});
export type Remedy = Readonly<z.infer<typeof Remedy>>;

/** Which attack is to be kept within its limit. */
export const RemediesRequest = z.strictObject({ recipe: Recipe, policy: Policy, attack: AttackName });
export type RemediesRequest = Readonly<z.infer<typeof RemediesRequest>>;
