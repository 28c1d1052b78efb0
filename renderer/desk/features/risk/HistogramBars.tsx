import { memo, useId } from 'react';
import { Bar, BarChart, YAxis } from 'recharts';
import type { RiskBar } from './histogram-bars.ts';

interface Props {
  readonly bars: readonly RiskBar[];
  readonly width: number;
  readonly height: number;
}

const margin = { top: 0, right: 0, bottom: 0, left: 0 };

/**
 * The drawn bars: hidden hatched and outlined below, hidden to protect others cross-hatched above them, published solid on
 * top. Only a picture; its words stand elsewhere.
 */
export const HistogramBars = memo(function HistogramBars({ bars, width, height }: Props): React.JSX.Element {
  const hatch = useId();
  const cross = useId();
  return (
    <div className="risk-bars" aria-hidden="true">
      <BarChart
        width={width}
        height={height}
        data={bars}
        margin={margin}
        barCategoryGap="7%"
        accessibilityLayer={false}
      >
        <defs>
          <pattern
            id={hatch}
            width="7"
            height="7"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="7" height="7" className="risk-hatch-back" />
            <rect width="1.2" height="7" className="risk-hatch-line" />
          </pattern>
          <pattern
            id={cross}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="6" height="6" className="risk-cross-back" />
            <rect width="1.6" height="6" className="risk-cross-line" />
            <rect width="6" height="1.6" className="risk-cross-line" />
          </pattern>
        </defs>
        <YAxis hide domain={[0, 'dataMax']} />
        <Bar
          dataKey="hidden"
          stackId="all"
          fill={`url(#${hatch})`}
          className="risk-hidden"
          isAnimationActive={false}
        />
        <Bar
          dataKey="secondary"
          stackId="all"
          fill={`url(#${cross})`}
          className="risk-secondary"
          isAnimationActive={false}
        />
        <Bar dataKey="published" stackId="all" className="risk-published" isAnimationActive={false} />
      </BarChart>
    </div>
  );
});
