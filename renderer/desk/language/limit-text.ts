import { productNames } from '../../../shared/products/product.ts';
import { TimeBin } from '../../../shared/recipe/recipe.ts';
import { sensitiveCategories } from '../../../shared/recipe/sensitive-places.ts';
import type { TFunction } from 'i18next';

const named = (prefix: string, names: readonly string[]): readonly (readonly [string, string])[] =>
  names.map((name) => [name, `${prefix}.${name}`]);

/** Every word a rule of a policy uses, with the key of its text; the lists have no word in common. */
const words: ReadonlyMap<string, string> = new Map([
  ...named('recipe.timeBin', TimeBin.options),
  ...named('products.name', productNames),
  ...named('recipe.place', sensitiveCategories),
  ...named('recipe.guarantee.name', ['classical', 'differentialPrivacy']),
  ...named('recipe.machineLike', ['count', 'exclude']),
  ...named('recipe.zero', ['hidden', 'shown']),
]);

/** What a recipe asks for or a policy allows (`>= 30`, `hour, day`, `+ hospital`, `-`) in words; what is no such text stays. */
export function limitText(t: TFunction, text: string): string {
  const bound = /^([<>])= (\d+)$/.exec(text);
  if (bound) return t(`recipe.limit.${bound[1] === '>' ? 'atLeast' : 'atMost'}`, { value: Number(bound[2]) });
  if (text === '-') return t('recipe.limit.none');
  return text
    .replace(/^\+ /, '')
    .split(', ')
    .map((word) => t(words.get(word) ?? '', { defaultValue: word }))
    .join(', ');
}

/** One broken rule as a sentence, in the language of `t`. */
export function violationText(
  t: TFunction,
  { rule, asked, allowed }: { readonly rule: string; readonly asked: string; readonly allowed: string },
): string {
  return t(`recipe.violation.${rule}`, { asked: limitText(t, asked), allowed: limitText(t, allowed) });
}
