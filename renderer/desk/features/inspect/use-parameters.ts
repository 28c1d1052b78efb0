import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { tenToMinus } from '../../../../shared/base/ten-to-minus.ts';
import { ageBandLabels } from '../../../../shared/recipe/age-bands.ts';
import { useFormat } from '../../language/format.ts';
import { parametersOf, type ParameterName } from './recipe-parameters.ts';
import type { TFunction } from 'i18next';
import type { formatsOf } from '../../language/format.ts';
import type { Fact } from '../../ui/Facts.tsx';
import type { Contents } from './bundle-table.ts';

interface Speech {
  readonly t: TFunction;
  readonly format: ReturnType<typeof formatsOf>;
}
type Say = (contents: Contents, speech: Speech) => string;

const joined = (words: readonly string[]): string => words.join(' · ');
const minutes =
  (of: (recipe: Contents['recipe']) => number): Say =>
  ({ recipe }, { t, format }) =>
    t('recipe.minutes', { shown: format.number(of(recipe)) });

/** How each parameter is said; its name is `recipe.field.<name>`. */
const said: Readonly<Record<ParameterName, Say>> = {
  products: ({ recipe }, { t }) => joined(recipe.products.map((product) => t(`products.name.${product}`))),
  aim: ({ recipe }, { t }) => t(`recipe.aim.${recipe.aim}`),
  machineLike: ({ recipe }, { t }) => t(`recipe.machineLike.${recipe.machineLike}`),
  maximumGroupsPerPersonDay({ recipe }, { t, format }) {
    const most = recipe.maximumGroupsPerPersonDay;
    return most === null
      ? t('recipe.bound.none')
      : t('recipe.bound.most', { count: most, shown: format.number(most) });
  },
  zones({ recipe, zones }, { t, format }) {
    if (recipe.zones.kind === 'h3') return t('recipe.zones.h3', { resolution: recipe.zones.resolution });
    const finest = zones.filter(({ level }) => level === 0).length;
    return t('recipe.zones.polygons', { count: finest, shown: format.number(finest) });
  },
  levels: ({ recipe }, { t }) =>
    recipe.levels.length === 0
      ? t('recipe.levels.none')
      : recipe.levels.map((step) => `+${step}`).join(' · '),
  sensitivePlaces({ recipe: { sensitivePlaces } }, { t, format }) {
    const { categories, radiusMetres } = sensitivePlaces;
    if (categories.length === 0) return t('recipe.sensitive.none');
    const kinds = joined(categories.map((category) => t(`recipe.place.${category}`)));
    return `${kinds} (${format.number(radiusMetres)} m)`;
  },
  timeBin: ({ recipe }, { t }) => `${t(`recipe.timeBin.${recipe.timeBin}`)} (${recipe.timeZone})`,
  presence: ({ recipe }, { t }) => t(`recipe.presence.${recipe.presence}`),
  maximumGapMinutes: minutes((recipe) => recipe.maximumGapMinutes),
  maximumNightGapMinutes: minutes((recipe) => recipe.maximumNightGapMinutes),
  dwellBreaks: ({ recipe }, { t, format }) =>
    t('recipe.minutes', { shown: joined(recipe.dwellBreaks.map(format.number)) }),
  frequencyBreaks: ({ recipe }, { format }) => joined(recipe.frequencyBreaks.map(format.number)),
  maximumTripMinutes: minutes((recipe) => recipe.maximumTripMinutes),
  trips: ({ recipe }, { t }) => t(`recipe.gender.${recipe.trips ? 'with' : 'without'}`),
  minimumNights: ({ recipe }, { format }) => format.number(recipe.minimumNights),
  ageBreaks: ({ recipe }, { t }) =>
    joined(ageBandLabels(recipe.ageBreaks)).replaceAll('-', '–') || t('recipe.age.none'),
  byGender: ({ recipe }, { t }) => t(`recipe.gender.${recipe.byGender ? 'with' : 'without'}`),
  missingCategory: ({ recipe }, { t }) => t(`recipe.missing.${recipe.missingCategory}`),
  totals: ({ recipe }, { t }) => t(`recipe.gender.${recipe.totals ? 'with' : 'without'}`),
  guarantee({ recipe: { guarantee } }, { t, format }) {
    const name = t(`recipe.guarantee.name.${guarantee.kind}`);
    if (guarantee.kind === 'differentialPrivacy') {
      const { rho, deltaExponent } = guarantee;
      const parameters = { rho: format.decimal(Number(rho)), delta: tenToMinus(deltaExponent) };
      return `${name} (${t('recipe.noise.parameters', parameters)})`;
    }
    const noise = guarantee.cellKeyNoise?.maximumNoise;
    return noise === undefined ? name : `${name} (${t('recipe.cellKey.upTo', { count: noise })})`;
  },
  minimumPersons: ({ recipe }, { t, format }) =>
    t('evidence.unit.persons', {
      count: recipe.minimumPersons,
      shown: format.number(recipe.minimumPersons),
    }),
  roundingBase: ({ recipe }, { t, format }) =>
    recipe.roundingBase === 1
      ? t('recipe.rounding.none')
      : t('recipe.rounding.to', { base: format.number(recipe.roundingBase) }),
  suppressedGroups: ({ recipe }, { t }) => t(`recipe.suppressed.${recipe.suppressedGroups}`),
  zeroGroups: ({ recipe }, { t }) => t(`recipe.zero.${recipe.zeroGroups}`),
  extrapolate: ({ recipe }, { t }) => t(`recipe.gender.${recipe.extrapolate ? 'with' : 'without'}`),
};

/** The parameters of the recipe by which anything was counted, in words and in the order of the three stages. */
export function useParameters(contents: Contents): readonly Fact[] {
  const { t } = useTranslation();
  const format = useFormat();
  return useMemo(
    () =>
      parametersOf(contents.recipe).map((name) => ({
        name: t(`recipe.field.${name}`),
        value: said[name](contents, { t, format }),
      })),
    [contents, format, t],
  );
}
