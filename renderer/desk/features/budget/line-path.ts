import type { BudgetYear } from './budget-year-view.ts';

/** The line of steps from the first day of the year to its last, level between them. */
export function linePath(
  { steps, length }: Pick<BudgetYear, 'steps' | 'length'>,
  x: (day: number) => number,
  y: (epsilon: number) => number,
): string {
  const moves = steps.map(({ day, epsilon }) => `H${x(day)}V${y(epsilon)}`);
  return `M${x(0)} ${y(0)}${moves.join('')}H${x(length)}`;
}
