import { useTranslation } from 'react-i18next';
import { ageBandLabels } from '../../../../shared/recipe/age-bands.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Select } from '../../ui/Select.tsx';
import { BreaksField } from './BreaksField.tsx';

const agesOf = (breaks: readonly number[]) => ageBandLabels(breaks).map((band) => band.replace('-', '–'));

/** Breakdown by age and gender, and what becomes of people who stated none. */
export function CategoryFields() {
  const { t } = useTranslation();
  const recipe = useDesk((state) => state.draft.present.recipe);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const broken = recipe.byGender || recipe.ageBreaks.length > 0;
  return (
    <>
      <BreaksField
        label={t('recipe.field.ageBreaks')}
        breaks={recipe.ageBreaks}
        least={1}
        most={120}
        none={t('recipe.age.none')}
        wrong={t('recipe.age.wrong')}
        bands={agesOf}
        onBreaks={(ageBreaks) => changeRecipe({ ageBreaks })}
      />
      <Select
        label={t('recipe.field.byGender')}
        value={recipe.byGender ? 'with' : 'without'}
        choices={(['without', 'with'] as const).map((value) => ({
          value,
          text: t(`recipe.gender.${value}`),
        }))}
        onChoose={(value) => changeRecipe({ byGender: value === 'with' })}
      />
      {broken && (
        <Select
          label={t('recipe.field.missingCategory')}
          value={recipe.missingCategory}
          choices={(['own', 'drop'] as const).map((value) => ({ value, text: t(`recipe.missing.${value}`) }))}
          onChoose={(missingCategory) => changeRecipe({ missingCategory })}
        />
      )}
    </>
  );
}
