import { useTranslation } from 'react-i18next';
import { personsLabel, type BarRange } from './bar-range.ts';
import type { Measure, RiskBar } from './histogram-bars.ts';
import { useBarSentence } from './use-bar-sentence.ts';

interface Props {
  readonly bars: readonly RiskBar[];
  /** By bar, how many figures an attack found something through. */
  readonly found: readonly number[];
  readonly measure: Measure;
  readonly active: number | undefined;
  readonly brush: BarRange | undefined;
  readonly onClear: () => void;
}

/** What the bar under the pointer or the chosen bars say, in words. Its room is always kept, so nothing jumps. */
export function HistogramSentence({
  bars,
  found,
  measure,
  active,
  brush,
  onClear,
}: Props): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const sentence = useBarSentence(bars, measure, found);
  const range = brush === undefined ? undefined : personsLabel(bars, brush, i18n.language);
  const persons = t('histogram.people', { count: range === '1' ? 1 : 2, shown: range });
  const waiting = bars.length === 0;
  const nothing = bars.every(({ published }) => published === 0);
  const idle =
    range === undefined
      ? t(nothing ? 'histogram.nothing' : 'histogram.hint')
      : t('histogram.brushed', { range: persons });
  return (
    <div className="risk-sentence">
      <p>
        {waiting
          ? t('histogram.waiting')
          : active === undefined
            ? idle
            : sentence({ from: active, to: active })}
      </p>
      {range !== undefined && (
        <button type="button" onClick={onClear}>
          {t('histogram.clear')}
        </button>
      )}
    </div>
  );
}
