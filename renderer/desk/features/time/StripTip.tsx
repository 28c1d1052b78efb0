import { useTranslation } from 'react-i18next';
import type { TimeStrip as Strip } from '../../../../shared/ipc/view.ts';
import { binLabel } from './bin-label.ts';

interface Props {
  readonly strip: Strip;
  readonly bin: number;
  readonly timeZone: string;
}

/** Time and figure of the bar under the pointer. */
export function StripTip({ strip, bin, timeZone }: Props): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const bins = strip.starts.length;
  const count = strip.values[bin] ?? 0;
  const time = { start: strip.starts[bin] ?? 0, seconds: strip.seconds[bin] ?? 0 };
  const look = bin > bins / 2 ? 'time-tip time-tip-left' : 'time-tip';
  return (
    <p className={look} style={{ left: `${((bin + 0.5) / bins) * 100}%` }}>
      <strong>{binLabel(time, timeZone, i18n.language)}</strong>
      <span>
        {t('time.bar', { count, shown: count.toLocaleString(i18n.language) })}, {t('time.barMeaning')}
      </span>
    </p>
  );
}
