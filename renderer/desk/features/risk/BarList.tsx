/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native list box cannot lie over a chart */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { personsLabel } from './bar-range.ts';
import { FindingSign } from './FindingSign.tsx';
import { barShare, type Measure, type RiskBar } from './histogram-bars.ts';
import type { useBarBrush } from './use-bar-brush.ts';
import { useBarSentence } from './use-bar-sentence.ts';

interface Props {
  readonly bars: readonly RiskBar[];
  readonly measure: Measure;
  readonly brushing: ReturnType<typeof useBarBrush>;
  /** By bar, how many figures an attack found something through. */
  readonly found: readonly number[];
}

/** The bars as a list over the picture: what is pointed at, chosen and read out; each entry bears its label on the axis. */
export function BarList({ bars, measure, brushing, found }: Props): React.JSX.Element {
  const { t, i18n } = useTranslation();
  const id = useId();
  const sentence = useBarSentence(bars, measure, found);
  const { active, shown, handlers } = brushing;
  return (
    <div
      className="risk-list"
      role="listbox"
      aria-multiselectable="true"
      tabIndex={0}
      aria-label={t('histogram.bars')}
      aria-activedescendant={active === undefined ? undefined : `${id}-${active}`}
      {...handlers}
    >
      {bars.map((bar, i) => {
        const chosen = shown !== undefined && i >= shown.from && i <= shown.to;
        const look = `risk-bar${chosen ? ' risk-bar-chosen' : ''}${i === active ? ' risk-bar-active' : ''}`;
        return (
          <div
            key={bar.from}
            id={`${id}-${i}`}
            className={look}
            role="option"
            aria-selected={chosen}
            aria-label={sentence({ from: i, to: i })}
          >
            {(found[i] ?? 0) > 0 && <FindingSign above={barShare(bars, i)} />}
            <span aria-hidden="true">{personsLabel(bars, { from: i, to: i }, i18n.language)}</span>
          </div>
        );
      })}
    </div>
  );
}
