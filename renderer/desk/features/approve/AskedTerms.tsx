import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecipientProfile } from '../../../../shared/recipe/recipe.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { DayField } from './DayField.tsx';
import { RequiredText } from './RequiredText.tsx';
import type { Terms } from '../../../../shared/recipe/recipe.ts';

/** What a policy may ask a release to say besides: whom it is meant for, its impact assessment, its day of review. */
export function AskedTerms() {
  const { t } = useTranslation();
  const { terms } = useDesk((state) => state.draft.present.recipe);
  const { signing } = useDesk((state) => state.draft.present.policy);
  const changeTerms = useChangeTerms();
  const Reference = signing.dpiaReference ? RequiredText : TextField;
  return (
    <>
      <Reference
        layout="stack"
        label={t('approve.terms.dpiaReference')}
        hint={t('approve.terms.dpiaHint')}
        limit={200}
        value={terms.dpiaReference}
        onText={(dpiaReference, phase) => changeTerms({ dpiaReference }, phase)}
      />
      <div className="side-by-side days">
        <Profile />
        <ReviewBy />
      </div>
    </>
  );
}

function useChangeTerms() {
  const { terms } = useDesk((state) => state.draft.present.recipe);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  return (change: Partial<Terms>, phase?: 'drag' | 'commit') =>
    changeRecipe({ terms: { ...terms, ...change } }, phase);
}

function Profile() {
  const { t } = useTranslation();
  const { recipientProfile } = useDesk((state) => state.draft.present.recipe.terms);
  const required = useDesk((state) => state.draft.present.policy.signing.recipientProfile);
  const attempted = useDesk((state) => state.signAttempted);
  const changeTerms = useChangeTerms();
  return (
    <Select
      layout="stack"
      label={t('approve.terms.recipientProfile')}
      value={recipientProfile}
      choices={RecipientProfile.options.map((value) => ({
        value,
        text: t(`approve.terms.profile.${value === '' ? 'none' : value}`),
      }))}
      error={required && attempted && recipientProfile === '' ? t('approve.terms.missing') : undefined}
      onChoose={(chosen) => changeTerms({ recipientProfile: chosen })}
    />
  );
}

function ReviewBy() {
  const { t } = useTranslation();
  const { reviewBy } = useDesk((state) => state.draft.present.recipe.terms);
  const limit = useDesk((state) => state.draft.present.policy.signing.reviewByDays);
  const attempted = useDesk((state) => state.signAttempted);
  const [left, setLeft] = useState(false);
  const changeTerms = useChangeTerms();
  const missing = limit !== null && reviewBy === '' && (left || attempted);
  return (
    <DayField
      label={t('approve.terms.reviewBy')}
      required={limit !== null}
      canBeEmpty
      value={reviewBy}
      hint={limit === null ? undefined : t('approve.terms.reviewWithin', { count: limit })}
      error={missing ? t('approve.terms.missing') : undefined}
      onDay={(day, phase) => {
        setLeft(phase === 'commit');
        changeTerms({ reviewBy: day ?? '' }, phase);
      }}
    />
  );
}
