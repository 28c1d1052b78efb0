import { useTranslation } from 'react-i18next';
import { daysFromCivil } from '../../../../shared/base/calendar.ts';
import { useFormat } from '../../language/format.ts';
import { useMonthName } from './use-month-name.ts';
import type { YearPictureProps } from './YearCalendar.tsx';
import { linePath } from './line-path.ts';

const [width, height, left, top] = [377, 84, 36, 14];
const foot = 14;
const quarters = [0, 3, 6, 9] as const;

/** Epsilon over the year as a line of steps, the limit across it, and what this release would add, in the accent. */
export function YearLine({ year, limit }: YearPictureProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const monthName = useMonthName();
  const most = Math.max(limit ?? 0, year.after) * 1.1;
  const x = (day: number): number => left + ((width - left) * day) / year.length;
  const y = (epsilon: number): number => height - ((height - top) * epsilon) / most;
  const shown = (epsilon: number): string => format.decimal(Math.ceil(epsilon * 100) / 100);
  const { ownDay, before, after } = year;
  const words = t('budget.line', { year: year.year, before: shown(before), after: shown(after) });
  return (
    <figure className="budget-picture">
      <svg viewBox={`0 0 ${width} ${height + foot}`} role="img" aria-label={words}>
        <line className="budget-axis" x1={left} x2={width} y1={height} y2={height} />
        <text x={0} y={height}>
          0
        </text>
        {quarters.map((month) => (
          <text key={month} x={x(dayOfYear(year.year, month))} y={height + 11}>
            {monthName(year.year, month, 'short')}
          </text>
        ))}
        {limit !== undefined && (
          <>
            <line className="budget-limit" x1={left} x2={width} y1={y(limit)} y2={y(limit)} />
            <text x={0} y={y(limit) + 4}>
              {format.decimal(limit)}
            </text>
          </>
        )}
        <path className="budget-line" d={linePath(year, x, y)} />
        {ownDay !== undefined && (
          <>
            <path className="budget-adds" d={`M${x(ownDay)} ${y(before)}V${y(after)}H${x(year.length)}`} />
            <circle className="budget-end" cx={x(year.length) - 3} cy={y(after)} r={3} />
            <text className="budget-value" x={x(year.length) - 10} y={y(after) - 4} textAnchor="end">
              {shown(after)}
            </text>
          </>
        )}
      </svg>
      <figcaption className="quiet small">{words}</figcaption>
    </figure>
  );
}

/** The first day of a month, counted from the first day of its year. */
function dayOfYear(year: number, month: number): number {
  return daysFromCivil(year, month + 1, 1) - daysFromCivil(year, 1, 1);
}
