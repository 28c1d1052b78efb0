import type { TFunction } from 'i18next';
import type { RecipeChange } from '../../../shared/ipc/remedies.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { formatsOf } from './format.ts';

interface Speech {
  readonly t: TFunction;
  readonly format: ReturnType<typeof formatsOf>;
}

function list({ t }: Speech, prefix: string, names: readonly string[]): string {
  return names.map((name) => t(`${prefix}.${name}`)).join(', ');
}

/** Categories that are merged: both of them in one sentence. */
function categoryText({ t }: Speech, change: RecipeChange, recipe: Recipe): string | undefined {
  const noGender = change.byGender === false && recipe.byGender;
  const noAge = change.ageBreaks?.length === 0 && recipe.ageBreaks.length > 0;
  if (noGender && noAge) return t('findings.remedy.noCategories');
  if (noGender) return t('findings.remedy.noGender');
  return noAge ? t('findings.remedy.noAge') : undefined;
}

function budgetText({ t, format }: Speech, { guarantee }: RecipeChange, recipe: Recipe): string | undefined {
  if (guarantee?.kind !== 'differentialPrivacy') return undefined;
  const from = recipe.guarantee.kind === guarantee.kind ? Number(recipe.guarantee.rho) : 0;
  return t('findings.remedy.rho', { from: format.decimal(from), to: format.decimal(Number(guarantee.rho)) });
}

function tablesText(speech: Speech, { products }: RecipeChange, recipe: Recipe): string | undefined {
  if (products === undefined) return undefined;
  const left = recipe.products.filter((product) => !products.includes(product));
  return speech.t('findings.remedy.products', {
    count: left.length,
    names: list(speech, 'products.name', left),
  });
}

/** One change of a recipe as a sentence without its full stop: what to do, from what to what. */
export function remedyText(speech: Speech, change: RecipeChange, recipe: Recipe): string {
  const { t, format } = speech;
  const { minimumPersons, roundingBase, timeBin, sensitivePlaces } = change;
  const numbers = (from: number, to: number) => ({ from: format.number(from), to: format.number(to) });
  const parts = [
    minimumPersons !== undefined &&
      t('findings.remedy.minimumPersons', numbers(recipe.minimumPersons, minimumPersons)),
    roundingBase !== undefined &&
      t('findings.remedy.roundingBase', numbers(recipe.roundingBase, roundingBase)),
    budgetText(speech, change, recipe),
    categoryText(speech, change, recipe),
    timeBin !== undefined &&
      t('findings.remedy.timeBin', {
        from: t(`findings.bin.${recipe.timeBin}`),
        to: t(`findings.bin.${timeBin}`),
      }),
    tablesText(speech, change, recipe),
    sensitivePlaces !== undefined &&
      t('findings.remedy.sensitivePlaces', {
        names: list(speech, 'recipe.place', sensitivePlaces.categories),
      }),
  ];
  return parts.filter((part) => typeof part === 'string').join('; ');
}
