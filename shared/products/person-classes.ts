import { ageBandIndex, ageBandLabels, genders, unknownCategory } from '../recipe/age-bands.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { Refusal } from '../base/failure.ts';

/**
 * The categories of a recipe in table order (empty where it does not break down) and each person's class, which is
 * `age * number of genders + gender`; -1: left out of the release.
 */
export interface Breakdown {
  readonly ages: readonly string[];
  readonly genders: readonly string[];
  readonly classes: number;
  readonly classOfPerson: Int32Array;
}

type Parameters = Pick<Recipe, 'ageBreaks' | 'byGender' | 'missingCategory'>;

/**
 * Puts persons into classes. An unknown age or gender is a class of its own, or leaves the person out of the whole
 * release. Refuses a breakdown by something the extract does not say of anybody (`no-ages`, `no-genders`).
 */
export function breakDown(
  recipe: Parameters,
  ageOfPerson: Int16Array,
  genderOfPerson: Uint8Array,
): Breakdown {
  const byAge = recipe.ageBreaks.length > 0;
  if (byAge && !ageOfPerson.some((age) => age >= 0))
    throw new Refusal(
      'no-ages',
      'The recipe asks for age bands, but the extract states no age: add person attributes.',
    );
  const unknownGender = genders.indexOf(unknownCategory);
  if (recipe.byGender && !genderOfPerson.some((gender) => gender !== unknownGender))
    throw new Refusal(
      'no-genders',
      'The recipe asks for gender, but the extract states none: add person attributes.',
    );
  const own = recipe.missingCategory === 'own';
  const ages = byAge ? [...ageBandLabels(recipe.ageBreaks), ...(own ? [unknownCategory] : [])] : [];
  const sexes = recipe.byGender ? genders.filter((gender) => own || gender !== unknownCategory) : [];
  const [ageCount, genderCount] = [Math.max(1, ages.length), Math.max(1, sexes.length)];
  const ageIndex = byAge ? ageIndices(recipe.ageBreaks, own) : undefined;
  const classOfPerson = Int32Array.from(ageOfPerson, (age, person) => {
    const ageAt = ageIndex ? (ageIndex[age + 1] ?? -1) : 0;
    const genderAt = recipe.byGender ? (genderOfPerson[person] ?? unknownGender) : 0;
    return ageAt === -1 || genderAt >= genderCount ? -1 : ageAt * genderCount + genderAt;
  });
  return { ages, genders: sexes, classes: ageCount * genderCount, classOfPerson };
}

function ageIndices(breaks: readonly number[], own: boolean): Int32Array {
  const unknown = own ? breaks.length + 1 : -1;
  return Int32Array.from({ length: 122 }, (_, i) => (i === 0 ? unknown : ageBandIndex(breaks, i - 1)));
}
