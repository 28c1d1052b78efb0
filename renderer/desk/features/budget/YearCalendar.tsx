import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../language/format.ts';
import type { BudgetDay, BudgetYear } from './budget-year-view.ts';
import { useMonthName } from './use-month-name.ts';

const cell = 9;
const gap = 2;
const pitch = cell + gap;
const nameWidth = 36;
const steps = 7;

export interface YearPictureProps {
  readonly year: BudgetYear;
  /** Highest epsilon of a year by the policy, where it sets one. */
  readonly limit: number | undefined;
}

/** A row of days for each month: the more epsilon was spent on a day, the further from the background; days of this release have a border. */
export function YearCalendar({ year, limit }: YearPictureProps) {
  const { t } = useTranslation();
  const { month: nameOf, told } = useMonthWords();
  const [shown, setShown] = useState<number | undefined>(undefined);
  const most = Math.max(limit ?? 0, year.after);
  const spoken = shown === undefined ? t('budget.calendarHint') : told(year, shown);
  return (
    <figure className="budget-picture">
      <svg
        viewBox={`0 0 ${nameWidth + 31 * pitch} ${12 * pitch}`}
        aria-label={t('budget.calendar', { year: year.year })}
      >
        {year.months.map((days, month) => (
          <g
            // oxlint-disable-next-line no-array-index-key -- a month is its place
            key={month}
            // oxlint-disable-next-line prefer-tag-over-role -- an <img> cannot stand in a drawing
            role="img"
            aria-label={told(year, month)}
            tabIndex={0}
            className="budget-month"
            transform={`translate(0 ${month * pitch})`}
            onPointerEnter={() => setShown(month)}
            onPointerLeave={() => setShown(undefined)}
            onFocus={() => setShown(month)}
            onBlur={() => setShown(undefined)}
          >
            <rect className="budget-row" width={nameWidth + 31 * pitch} height={pitch} />
            <text x={0} y={cell - 1}>
              {nameOf(year.year, month)}
            </text>
            {days.map((day, i) => (
              <Day key={day.date} day={day} x={nameWidth + i * pitch} most={most} />
            ))}
          </g>
        ))}
      </svg>
      <figcaption className="quiet small" aria-live="polite">
        {spoken}
      </figcaption>
    </figure>
  );
}

function Day({ day, x, most }: { readonly day: BudgetDay; readonly x: number; readonly most: number }) {
  const step = day.epsilon === 0 ? 0 : Math.min(steps, Math.max(1, Math.ceil((day.epsilon / most) * steps)));
  return (
    <rect
      className={day.isOwn ? 'budget-day budget-own' : 'budget-day'}
      data-step={step}
      x={x}
      y={0}
      width={cell}
      height={cell}
    />
  );
}

function useMonthWords() {
  const { t } = useTranslation();
  const format = useFormat();
  const name = useMonthName();
  const told = ({ year, months }: BudgetYear, month: number): string => {
    const days = months[month] ?? [];
    const covered = days.filter(({ epsilon }) => epsilon > 0).length;
    const epsilon = Math.max(0, ...days.map((day) => day.epsilon));
    const facts = {
      month: name(year, month, 'long'),
      covered,
      own: days.filter(({ isOwn }) => isOwn).length,
      epsilon: format.decimal(Math.ceil(epsilon * 100) / 100),
    };
    return covered === 0 ? t('budget.monthFree', facts) : t('budget.month', facts);
  };
  return { month: (year: number, month: number) => name(year, month, 'short'), told };
}
