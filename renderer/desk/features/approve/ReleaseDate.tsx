import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../state/use-desk.ts';
import { DayField } from './DayField.tsx';

/** The date the release bears. A text that is no date leaves the release without one, so that nobody signs another. */
export function ReleaseDate() {
  const { t } = useTranslation();
  const releaseDate = useDesk((state) => state.draft.present.recipe.releaseDate);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const attempted = useDesk((state) => state.signAttempted);
  const [left, setLeft] = useState(false);
  return (
    <DayField
      label={t('approve.terms.releaseDate')}
      required
      canBeEmpty
      value={releaseDate}
      error={releaseDate === '' && (left || attempted) ? t('approve.terms.missing') : undefined}
      onDay={(day, phase) => {
        setLeft(phase === 'commit');
        changeRecipe({ releaseDate: day ?? '' }, phase);
      }}
    />
  );
}
