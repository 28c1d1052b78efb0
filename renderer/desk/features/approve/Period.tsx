import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Understanding } from '../../../../shared/extract/understanding.ts';
import { useFormat } from '../../language/format.ts';
import { useDesk } from '../../state/use-desk.ts';
import { TextField } from '../../ui/TextField.tsx';

const wholeOf = (understanding: Understanding | undefined) => ({
  from: understanding?.firstDay ?? '',
  to: understanding?.lastDay ?? '',
});

/** First and last day of the release; the whole extract unless it is cut. */
export function Period() {
  const { t } = useTranslation();
  const understanding = useDesk((state) => state.understanding);
  const period = useDesk((state) => state.draft.present.recipe.period);
  const changeRecipe = useDesk((state) => state.changeRecipe);
  const whole = wholeOf(understanding);
  const format = useFormat();
  const [typed, setTyped] = useState<{ readonly from: string; readonly to: string } | undefined>(undefined);
  const shown = typed ?? period ?? whole;
  const all = shown.from === whole.from && shown.to === whole.to;
  const holds = shown.from !== '' && shown.to !== '' && shown.from <= shown.to;

  const change = (next: typeof shown, phase: 'drag' | 'commit') => {
    if (phase === 'drag') return setTyped(next);
    if (typed === undefined || !holds) return;
    setTyped(undefined);
    changeRecipe({ period: next });
  };

  return (
    <div className="period">
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          layout="stack"
          kind="date"
          label={t(`approve.terms.${end}`)}
          from={whole.from}
          to={whole.to}
          value={shown[end]}
          error={holds || end === 'to' ? undefined : t('approve.terms.badPeriod')}
          hint={
            all && end === 'to'
              ? `${format.day(shown.to)}. ${t('approve.terms.wholePeriod')}`
              : format.day(shown[end])
          }
          onText={(day, phase) => change({ ...shown, [end]: day }, phase)}
        />
      ))}
    </div>
  );
}
