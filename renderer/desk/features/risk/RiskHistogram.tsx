import './risk.css';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RiskHistogram as Histogram } from '../../../../shared/ipc/view.ts';
import type { BarRange } from './bar-range.ts';
import { BarList } from './BarList.tsx';
import { barTotal, findingsByBar, riskBars, type Measure } from './histogram-bars.ts';
import { HistogramBars } from './HistogramBars.tsx';
import { HistogramHead } from './HistogramHead.tsx';
import { HistogramSentence } from './HistogramSentence.tsx';
import { ThresholdHandle } from './ThresholdHandle.tsx';
import { useBarBrush } from './use-bar-brush.ts';
import { useWidth } from './use-width.ts';

export interface RiskHistogramProps {
  readonly histogram: Histogram | undefined;
  readonly minimumPersons: number;
  /** Smallest minimum the policy allows. */
  readonly floor: number;
  /** Whether noise decides what is published; bars are of true numbers all the same. */
  readonly noisy?: boolean;
  readonly stale: boolean;
  /** Published figures through which an attack found something, as their persons. */
  readonly findings?: readonly number[];
  readonly onThreshold: (minimum: number, phase: 'drag' | 'commit') => void;
  readonly brush?: BarRange | undefined;
  readonly onBrush: (range: BarRange | undefined) => void;
  readonly measure: Measure;
  readonly onMeasure: (measure: Measure) => void;
}

const height = 190;
const noFindings: readonly number[] = [];

/** Groups by how many persons are in them, with the threshold as a line that can be moved. */
export function RiskHistogram(props: RiskHistogramProps): React.JSX.Element {
  const { t } = useTranslation();
  const { histogram, noisy = false, measure, stale, findings = noFindings } = props;
  const bars = useMemo(
    () => (histogram === undefined ? [] : riskBars(histogram, measure)),
    [histogram, measure],
  );
  const lows = useMemo(() => bars.map((bar) => bar.from), [bars]);
  const found = useMemo(() => findingsByBar(lows, findings), [lows, findings]);
  const { width, element, measured } = useWidth();
  const brushing = useBarBrush({ count: bars.length, brush: props.brush, onBrush: props.onBrush });
  return (
    <section className="risk" aria-label={t('histogram.title')} aria-busy={stale}>
      <HistogramHead
        total={histogram === undefined ? undefined : barTotal(bars)}
        noisy={noisy}
        found={findings.length > 0}
        measure={measure}
        onMeasure={props.onMeasure}
      />
      <div className={stale ? 'risk-plot risk-stale' : 'risk-plot'} ref={measured}>
        {width > 0 && bars.length > 0 && <HistogramBars bars={bars} width={width} height={height} />}
        {bars.length > 0 && <BarList {...{ bars, measure, brushing, found }} />}
        {bars.length > 0 && (
          <ThresholdHandle
            lows={lows}
            minimum={props.minimumPersons}
            floor={props.floor}
            plot={element}
            onThreshold={props.onThreshold}
          />
        )}
      </div>
      <p className="risk-axis">{t(noisy ? 'histogram.axisNoisy' : 'histogram.axis')}</p>
      <HistogramSentence
        bars={bars}
        found={found}
        measure={measure}
        active={brushing.active}
        brush={brushing.shown}
        onClear={() => props.onBrush(undefined)}
      />
    </section>
  );
}
