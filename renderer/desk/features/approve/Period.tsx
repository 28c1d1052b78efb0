import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Understanding } from '../../../../shared/extract/understanding.ts';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { DayField } from './DayField.tsx';

interface Days {
  readonly from: string;
  readonly to: string;
}

const wholeOf = (understanding: Understanding | undefined): Days => ({
  from: understanding?.firstDay ?? '',
  to: understanding?.lastDay ?? '',
});
const same = (a: Days, b: Days): boolean => a.from === b.from && a.to === b.to;

/** First and last day of the release; the whole extract unless it is cut. */
export function Period() {
  const { t } = useTranslation();
  const understanding = useDesk((state) => state.understanding);
  const period = useDesk((state) => state.draft.present.recipe.period);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const whole = wholeOf(understanding);
  const format = useFormat();
  const [typed, setTyped] = useState<Days | undefined>(undefined);
  const held = period ?? whole;
  const shown = typed ?? held;
  const ordered = shown.from <= shown.to;

  const change = (next: Days, phase: 'drag' | 'commit'): void => {
    if (phase === 'drag' || next.from > next.to) return setTyped(next);
    setTyped(undefined);
    if (!same(next, held)) changeRecipe({ period: next });
  };

  return (
    <>
      {(['from', 'to'] as const).map((end) => (
        <DayField
          key={end}
          label={t(`approve.terms.${end}`)}
          from={whole.from}
          to={whole.to}
          value={shown[end]}
          error={
            ordered || end === 'to'
              ? undefined
              : `${t('approve.terms.badPeriod')} ${t('approve.terms.stillHolds', { day: format.period(held.from, held.to) })}`
          }
          hint={same(shown, whole) && end === 'to' ? t('approve.terms.wholePeriod') : undefined}
          onDay={(day, phase) => {
            if (day !== undefined) change({ ...shown, [end]: day }, phase);
          }}
        />
      ))}
    </>
  );
}
