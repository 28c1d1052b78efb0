import { useTranslation } from 'react-i18next';
import { addsNoise } from '../../../../shared/recipe/guarantee.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Select } from '../../ui/Select.tsx';

/** Whether flows also tell the number of trips. */
export function TripsField() {
  const { t } = useTranslation();
  const { trips, guarantee } = useDesk((state) => state.draft.present.recipe);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const isNoisy = addsNoise(guarantee);
  return (
    <Select
      label={t('recipe.field.trips')}
      hint={t(`recipe.trips.${isNoisy ? 'notWithNoise' : 'told'}`)}
      disabled={!trips && isNoisy}
      value={trips ? 'with' : 'without'}
      choices={(['without', 'with'] as const).map((value) => ({ value, text: t(`recipe.gender.${value}`) }))}
      onChoose={(value) => changeRecipe({ trips: value === 'with' })}
    />
  );
}
