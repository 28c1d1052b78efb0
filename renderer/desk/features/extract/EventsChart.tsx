import { useTranslation } from 'react-i18next';
import { Area, AreaChart, ReferenceArea, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '../../language/format.ts';
import { hourTicks } from './hour-ticks.ts';
import type { CoverageGap } from '../../../../shared/ipc/extract-findings.ts';
import type { Understanding } from '../../../../shared/extract/understanding.ts';

const hour = 3600;

export interface EventsChartProps {
  readonly understanding: Understanding;
  /** Hours in which events are missing; they are shaded. */
  readonly gaps: readonly CoverageGap[];
}

/** Kept events per hour over the period, one step an hour; a last point gives the last step its width. */
export function EventsChart({ understanding, gaps }: EventsChartProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { firstSecond, eventsPerHour, timeZone } = understanding;
  if (firstSecond === undefined) return null;
  const start = Math.floor(firstSecond / hour) * hour;
  const end = start + eventsPerHour.length * hour;
  const points = stepsOf(eventsPerHour, start);
  const ticks = hourTicks(start, eventsPerHour.length, {
    day: (second) => format.weekday(second, timeZone),
    clock: (second) => format.clock(second, timeZone),
  });
  return (
    <figure className="events-chart" aria-label={t('extract.understood.chart')}>
      <ResponsiveContainer width="100%" height={120}>
        <AreaChart data={points} margin={{ top: 4, right: 8, bottom: 0, left: 0 }}>
          <XAxis
            dataKey="second"
            type="number"
            domain={[start, end]}
            ticks={ticks.map((tick) => tick.second)}
            tickFormatter={(second: number) => ticks.find((tick) => tick.second === second)?.text ?? ''}
            interval={0}
            tick={{ textAnchor: 'start', dx: -5 }}
            stroke="var(--text-quiet)"
            fontSize="0.923rem"
          />
          <YAxis
            width={48}
            tickCount={3}
            tickFormatter={format.compact}
            tickLine={false}
            axisLine={false}
            stroke="var(--text-quiet)"
            fontSize="0.923rem"
          />
          <Tooltip
            isAnimationActive={false}
            contentStyle={tipLook}
            labelFormatter={(second) => format.hour(Math.min(Number(second), end - hour), timeZone)}
            formatter={(events) => [format.number(Number(events)), t('extract.understood.events')]}
          />
          {gaps.map(shadedGap)}
          <Area
            dataKey="events"
            type="stepAfter"
            stroke="var(--mark)"
            fill="var(--mark-quiet)"
            isAnimationActive={false}
          />
        </AreaChart>
      </ResponsiveContainer>
    </figure>
  );
}

function shadedGap({ firstSecond, hours }: CoverageGap) {
  return (
    <ReferenceArea
      key={firstSecond}
      x1={firstSecond}
      x2={firstSecond + hours * hour}
      fill="var(--accent)"
      fillOpacity={0.2}
      stroke="var(--accent)"
      strokeDasharray="3 2"
      ifOverflow="hidden"
    />
  );
}

const tipLook = { background: 'var(--surface-raised)', border: '1px solid var(--line)', borderRadius: 6 };

function stepsOf(eventsPerHour: readonly number[], start: number) {
  return [...eventsPerHour, eventsPerHour.at(-1) ?? 0].map((events, i) => ({
    second: start + i * hour,
    events,
  }));
}
