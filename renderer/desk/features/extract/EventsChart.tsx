import { useTranslation } from 'react-i18next';
import { Area, AreaChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { useFormat } from '../../language/format.ts';
import type { Understanding } from '../../../../shared/extract/understanding.ts';

const hour = 3600;
const day = 24;

/** Kept events per hour over the period, one point an hour. */
export function EventsChart({ understanding }: { readonly understanding: Understanding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { firstSecond, eventsPerHour, timeZone } = understanding;
  if (firstSecond === undefined) return null;
  const start = Math.floor(firstSecond / hour) * hour;
  const points = eventsPerHour.map((events, i) => ({ second: start + i * hour, events }));
  const short = points.length <= 3 * day;
  const every = short ? 6 : Math.max(day, Math.ceil(points.length / 10 / day) * day);
  const ticks = points.filter((_, i) => i % every === 0).map((point) => point.second);
  return (
    <figure className="events-chart" aria-label={t('extract.understood.chart')}>
      <figcaption className="quiet small">{t('extract.understood.chart')}</figcaption>
      <ResponsiveContainer width="100%" height={120}>
        <AreaChart data={points} margin={{ top: 4, right: 8, bottom: 0, left: 0 }}>
          <XAxis
            dataKey="second"
            type="number"
            domain={['dataMin', 'dataMax']}
            ticks={ticks}
            tickFormatter={(second: number) => (short ? format.hour : format.weekday)(second, timeZone)}
            tickLine={false}
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
            contentStyle={{
              background: 'var(--surface-raised)',
              border: '1px solid var(--line)',
              borderRadius: 6,
            }}
            labelFormatter={(second) => format.hour(Number(second), timeZone)}
            formatter={(events) => [format.number(Number(events)), t('extract.understood.events')]}
          />
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
