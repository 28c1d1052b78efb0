import { useTranslation } from 'react-i18next';
import { ageBandLabels } from '../../../../shared/recipe/age-bands.ts';
import { useFormat } from '../../language/format.ts';
import type { Fact } from '../../ui/Facts.tsx';
import type { Contents } from './bundle-values.ts';

/** The parameters of the recipe by which anything was counted, in words. */
export function useParameters(contents: Contents): readonly Fact[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { recipe } = contents;
  const { zones } = recipe;
  return [
    {
      name: t('recipe.field.zones'),
      value:
        zones.kind === 'h3'
          ? t('recipe.zones.h3', { resolution: zones.resolution })
          : t('recipe.zones.polygons', { count: contents.zones.length }),
    },
    {
      name: t('recipe.field.timeBin'),
      value: `${t(`recipe.timeBin.${recipe.timeBin}`)} (${recipe.timeZone})`,
    },
    {
      name: t('recipe.field.ageBreaks'),
      value: ageBandLabels(recipe.ageBreaks).join(' · ').replaceAll('-', '–') || t('recipe.age.none'),
    },
    { name: t('recipe.field.byGender'), value: t(`recipe.gender.${recipe.byGender ? 'with' : 'without'}`) },
    { name: t('recipe.field.missingCategory'), value: t(`recipe.missing.${recipe.missingCategory}`) },
    {
      name: t('recipe.field.minimumPersons'),
      value: t('evidence.unit.persons', {
        count: recipe.minimumPersons,
        shown: format.number(recipe.minimumPersons),
      }),
    },
    {
      name: t('recipe.field.roundingBase'),
      value:
        recipe.roundingBase === 1
          ? t('recipe.rounding.none')
          : t('recipe.rounding.to', { base: format.number(recipe.roundingBase) }),
    },
    { name: t('recipe.field.suppressedGroups'), value: t(`recipe.suppressed.${recipe.suppressedGroups}`) },
    { name: t('recipe.field.zeroGroups'), value: t(`recipe.zero.${recipe.zeroGroups}`) },
  ];
}
