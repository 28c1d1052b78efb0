import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ageBandLabels } from '../../../../shared/recipe/age-bands.ts';
import { Field } from '../../ui/Field.tsx';
import { parseAgeBreaks } from './age-breaks.ts';

export interface AgeBreaksFieldProps {
  readonly breaks: readonly number[];
  readonly onBreaks: (breaks: readonly number[]) => void;
}

/** Lower bounds of the age bands as one line of text; empty means no breakdown by age. */
export function AgeBreaksField({ breaks, onBreaks }: AgeBreaksFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const read = typed === undefined ? breaks : parseAgeBreaks(typed);
  const bands = read === undefined ? [] : ageBandLabels(read);

  const settle = () => {
    if (typed === undefined || read === undefined) return;
    setTyped(undefined);
    onBreaks(read);
  };

  return (
    <Field
      label={t('recipe.field.ageBreaks')}
      hint={bands.length > 0 ? bands.map((band) => band.replace('-', '–')).join(' · ') : undefined}
      error={read === undefined ? t('recipe.age.wrong') : undefined}
    >
      {({ id, describedBy, invalid }) => (
        <input
          id={id}
          className="control"
          value={typed ?? breaks.join(', ')}
          placeholder={t('recipe.age.none')}
          aria-describedby={describedBy}
          aria-invalid={invalid || undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={settle}
          onKeyDown={(event) => {
            if (event.key === 'Enter') settle();
            if (event.key === 'Escape') setTyped(undefined);
          }}
        />
      )}
    </Field>
  );
}
