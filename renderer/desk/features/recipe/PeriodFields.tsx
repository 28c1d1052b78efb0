import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import { readDay } from '../../language/read-day.ts';
import { useDesk } from '../../state/use-desk.ts';
import { DateField } from '../../ui/DateField.tsx';
import type { ReadDate } from '../../ui/DateField.tsx';

interface Days {
  readonly from: string;
  readonly to: string;
}

/** First and last day that is counted, within the extract. */
export function PeriodFields() {
  const { t } = useTranslation();
  const format = useFormat();
  const understanding = useDesk((state) => state.understanding);
  const period = useDesk((state) => state.draft.present.recipe.period);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const [typed, setTyped] = useState<Days | undefined>(undefined);
  const whole: Days = { from: understanding?.firstDay ?? '', to: understanding?.lastDay ?? '' };
  const held = period ?? whole;
  const shown = typed ?? held;

  const read = (text: string): ReadDate => {
    const day = readDay(text);
    if (day === undefined)
      return { refused: t('approve.terms.badDate', { example: format.field('2026-05-31') }) };
    return day < whole.from || day > whole.to
      ? { refused: t('approve.terms.outside', { period: format.period(whole.from, whole.to) }) }
      : { day };
  };
  const change = (next: Days, phase: 'drag' | 'commit') => {
    if (phase === 'drag' || next.from > next.to) return setTyped(next);
    setTyped(undefined);
    if (next.from !== held.from || next.to !== held.to) changeRecipe({ period: { ...next } });
  };

  return (
    <div className="period-fields">
      {(['from', 'to'] as const).map((end) => (
        <DateField
          key={end}
          label={t(`recipe.period.${end}`)}
          value={shown[end]}
          from={whole.from}
          to={whole.to}
          read={read}
          write={format.field}
          calendar={t('approve.terms.calendar', { field: t(`recipe.period.${end}`) })}
          error={end === 'to' && shown.from > shown.to ? t('recipe.period.reversed') : undefined}
          onDay={(day, phase) => day !== undefined && change({ ...shown, [end]: day }, phase)}
        />
      ))}
    </div>
  );
}
