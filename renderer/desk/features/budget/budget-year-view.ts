import { daysFromCivil, daysFromIso, isoDay } from '../../../../shared/base/calendar.ts';
import { epsilonTogether } from '../../../../shared/ledger/budget-of-periods.ts';
import { type DatedSpent, epsilonOfYear, inYear } from '../../../../shared/ledger/budget-year.ts';

/** A day of the calendar: what the releases that cover it leave one person of it, and whether this release covers it. */
export interface BudgetDay {
  readonly date: string;
  readonly epsilon: number;
  readonly isOwn: boolean;
}

/** A step of the line: from this day on, counted from 0, the year's epsilon is this. */
export interface BudgetStep {
  readonly day: number;
  readonly epsilon: number;
}

/** The budget of one calendar year, before this release and with it. */
export interface BudgetYear {
  readonly year: number;
  /** Twelve months of days. */
  readonly months: readonly (readonly BudgetDay[])[];
  readonly length: number;
  /** Rises where the period of an earlier release begins. */
  readonly steps: readonly BudgetStep[];
  /** Earlier releases about the year. */
  readonly releases: number;
  readonly before: number;
  readonly after: number;
  /** Day at which this release begins, where it is about the year. */
  readonly ownDay: number | undefined;
}

/** Works out the picture of `year` from earlier charges and what this release would spend. */
export function budgetYear(
  year: number,
  earlier: readonly DatedSpent[],
  own: DatedSpent | undefined,
): BudgetYear {
  const first = daysFromCivil(year, 1, 1);
  const length = daysFromCivil(year + 1, 1, 1) - first;
  const mine = own === undefined ? [] : inYear([own], year);
  const all = [...inYear(earlier, year), ...mine];
  const epsilonOf = rememberedEpsilon();
  const days = Array.from({ length }, (_, i): BudgetDay => {
    const date = isoDay(first + i);
    const covering = all.filter((charge) => covers(charge, date));
    return { date, epsilon: epsilonOf(covering, all), isOwn: mine.some((charge) => covers(charge, date)) };
  });
  const startOf = ({ period }: DatedSpent): number =>
    Math.max(0, (daysFromIso(period.from) ?? first) - first);
  const [start] = mine.map(startOf);
  return {
    year,
    length,
    months: Array.from({ length: 12 }, (_, month) =>
      days.filter(({ date }) => Number(date.slice(5, 7)) === month + 1),
    ),
    steps: stepsOf(inYear(earlier, year), startOf),
    releases: inYear(earlier, year).length,
    before: epsilonOfYear(earlier, year),
    after: epsilonOfYear(all, year),
    ownDay: start,
  };
}

function covers({ period }: DatedSpent, date: string): boolean {
  return period.from <= date && date <= period.to;
}

/** Days covered by the same releases are worked out once. */
function rememberedEpsilon(): (covering: readonly DatedSpent[], all: readonly DatedSpent[]) => number {
  const known = new Map<string, number>();
  return (covering, all) => {
    if (covering.length === 0) return 0;
    const key = covering.map((charge) => all.indexOf(charge)).join();
    const epsilon = known.get(key) ?? epsilonTogether(covering);
    known.set(key, epsilon);
    return epsilon;
  };
}

function stepsOf(
  charges: readonly DatedSpent[],
  startOf: (charge: DatedSpent) => number,
): readonly BudgetStep[] {
  const starts = [...new Set(charges.map(startOf))].toSorted((a, b) => a - b);
  return starts.map((day) => ({
    day,
    epsilon: epsilonTogether(charges.filter((charge) => startOf(charge) <= day)),
  }));
}
