import { useTranslation } from 'react-i18next';
import { TimeBin } from '../../../../shared/recipe/recipe.ts';
import { bandText } from '../../language/band-text.ts';
import { bandCount } from '../../state/product-shape.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Select } from '../../ui/Select.tsx';
import { BreaksField } from './BreaksField.tsx';
import { TripsField } from './TripsField.tsx';
import { WholeField } from './WholeField.tsx';
import type { Conditional } from './relevant.ts';

export type Special = Exclude<Conditional, 'missingCategory' | 'totals'>;

/** The control of one parameter that only some tables depend on. */
export function SpecialField({ name }: { readonly name: Special }) {
  switch (name) {
    case 'timeBin':
      return <TimeBinField />;
    case 'presence':
      return <PresenceField />;
    case 'maximumGapMinutes':
      return <GapFields />;
    case 'dwellBreaks':
      return <BandField name="dwellBreaks" />;
    case 'frequencyBreaks':
      return <BandField name="frequencyBreaks" />;
    case 'maximumTripMinutes':
      return (
        <>
          <LimitField name="maximumTripMinutes" />
          <TripsField />
        </>
      );
    case 'minimumNights':
      return <LimitField name="minimumNights" />;
  }
}

function TimeBinField() {
  const { t } = useTranslation();
  const timeBin = useDesk((state) => state.draft.present.recipe.timeBin);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  return (
    <Select
      label={t('recipe.field.timeBin')}
      value={timeBin}
      choices={TimeBin.options.map((bin) => ({ value: bin, text: t(`recipe.timeBin.${bin}`) }))}
      onChoose={(bin) => changeRecipe({ timeBin: bin })}
    />
  );
}

function PresenceField() {
  const { t } = useTranslation();
  const presence = useDesk((state) => state.draft.present.recipe.presence);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  return (
    <Select
      label={t('recipe.field.presence')}
      hint={t(`recipe.presence.${presence}Told`)}
      value={presence}
      choices={(['events', 'stays'] as const).map((value) => ({
        value,
        text: t(`recipe.presence.${value}`),
      }))}
      onChoose={(chosen) => changeRecipe({ presence: chosen })}
    />
  );
}

function GapFields() {
  const { t } = useTranslation();
  const recipe = useDesk((state) => state.draft.present.recipe);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  return (
    <>
      {(['maximumGapMinutes', 'maximumNightGapMinutes'] as const).map((gap) => (
        <WholeField
          key={gap}
          label={t(`recipe.field.${gap}`)}
          hint={gap === 'maximumNightGapMinutes' ? t('recipe.gapTold') : undefined}
          value={recipe[gap]}
          least={15}
          most={720}
          onNumber={(minutes) => changeRecipe({ [gap]: minutes })}
        />
      ))}
    </>
  );
}

const bandFields = {
  dwellBreaks: { product: 'dwell', least: 1, most: 1440 },
  frequencyBreaks: { product: 'frequency', least: 2, most: 366 },
} as const;

function BandField({ name }: { readonly name: keyof typeof bandFields }) {
  const { t, i18n } = useTranslation();
  const recipe = useDesk((state) => state.draft.present.recipe);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const { product, least, most } = bandFields[name];
  const bands = (breaks: readonly number[]) => {
    const cut = { ...recipe, [name]: [...breaks] };
    const all = [0, ...breaks].map((_, band) => bandText(product, cut, band, { t, language: i18n.language }));
    const possible = bandCount(product, cut, recipe.period);
    if (possible === all.length) return all;
    const beyond = t('recipe.frequency.beyond', { bands: all.slice(possible).join(' · ') });
    return [...all.slice(0, possible), beyond];
  };
  return (
    <BreaksField
      label={t(`recipe.field.${name}`)}
      breaks={recipe[name]}
      least={least}
      most={most}
      none={t(`recipe.${product}.none`)}
      wrong={t(`recipe.${product}.wrong`)}
      bands={bands}
      onBreaks={(breaks) => changeRecipe({ [name]: breaks })}
    />
  );
}

const limitFields = {
  maximumTripMinutes: { hint: 'recipe.tripTold', most: 1440 },
  minimumNights: { hint: 'recipe.nightsTold', most: 366 },
} as const;

function LimitField({ name }: { readonly name: keyof typeof limitFields }) {
  const { t } = useTranslation();
  const value = useDesk((state) => state.draft.present.recipe[name]);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const { hint, most } = limitFields[name];
  return (
    <WholeField
      label={t(`recipe.field.${name}`)}
      hint={t(hint)}
      value={value}
      least={1}
      most={most}
      onNumber={(next) => changeRecipe({ [name]: next })}
    />
  );
}
