import type { RecipeChange } from '../../ipc/remedies.ts';
import type { AttackName } from '../../policy/attack-limits.ts';
import type { Policy } from '../../policy/policy.ts';
import { violations } from '../../policy/violations.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import { sensitiveCategories, type SensitiveCategory } from '../../recipe/sensitive-places.ts';

/** Changes of one kind, each stronger than the one before. */
export type Ladder = readonly RecipeChange[];

const binsByLength = ['quarterHour', 'hour', 'daypart', 'day'] as const;
/** Attacks on which the length of time bins tells. */
const timed: ReadonlySet<AttackName> = new Set(['membership', 'recovery', 'reconstruction']);

/**
 * What could keep an attack within its limit, kind by kind, gentler steps first. Nothing that the policy would refuse, and nothing
 * that changes nothing. `places` are the sensitive categories the open files name.
 */
export function remedyLadders(
  recipe: Recipe,
  policy: Policy,
  { attack, places }: { readonly attack: AttackName; readonly places: readonly SensitiveCategory[] },
): readonly Ladder[] {
  const ladders: readonly Ladder[] = [
    attack === 'whole-groups' ? masking(recipe, places) : [],
    recipe.guarantee.kind === 'classical' ? thresholds(recipe) : budgets(recipe),
    fewerCategories(recipe),
    timed.has(attack) ? longerBins(recipe) : [],
    recipe.products.length > 1 ? recipe.products.map((product) => without(recipe, product)) : [],
  ];
  const broken = violations(recipe, policy).length;
  const isAllowed = (change: RecipeChange): boolean =>
    violations({ ...recipe, ...change } as Recipe, policy).length <= broken;
  return ladders.map((ladder) => ladder.filter(isAllowed)).filter((ladder) => ladder.length > 0);
}

function thresholds({ minimumPersons }: Recipe): Ladder {
  return [1.5, 2, 3, 5].map((factor) => ({ minimumPersons: Math.ceil(minimumPersons * factor) }));
}

function budgets({ guarantee }: Recipe): Ladder {
  if (guarantee.kind === 'classical') return [];
  return [2, 4, 8].map((part) => ({ guarantee: { ...guarantee, rho: `${Number(guarantee.rho) / part}` } }));
}

function fewerCategories({ byGender, ageBreaks }: Recipe): Ladder {
  const noGender = byGender ? [{ byGender: false }] : [];
  const noAge = ageBreaks.length > 0 ? [{ ageBreaks: [] }] : [];
  const neither = byGender && ageBreaks.length > 0 ? [{ byGender: false, ageBreaks: [] }] : [];
  return [...noGender, ...noAge, ...neither];
}

function longerBins({ timeBin }: Recipe): Ladder {
  return binsByLength.slice(binsByLength.indexOf(timeBin) + 1).map((longer) => ({ timeBin: longer }));
}

function without({ products }: Recipe, product: Recipe['products'][number]): RecipeChange {
  return { products: products.filter((one) => one !== product) };
}

function masking({ sensitivePlaces }: Recipe, places: readonly SensitiveCategory[]): Ladder {
  const wanted = sensitiveCategories.filter(
    (one) => places.includes(one) || sensitivePlaces.categories.includes(one),
  );
  return wanted.length > sensitivePlaces.categories.length
    ? [{ sensitivePlaces: { ...sensitivePlaces, categories: wanted } }]
    : [];
}
