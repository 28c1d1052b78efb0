import type { AttackReport } from '../../../../shared/evidence/attack-report.ts';

type Counts = NonNullable<AttackReport['distribution']>;

/** What a distribution says in words: how many, where the first and the last class with anything in it begin and end, and the middle. */
export interface Spread {
  readonly count: number;
  readonly low: number;
  readonly high: number;
  /** Upper end of the class at or below which half of all lie. */
  readonly median: number;
}

/** The spread of classes of equal width; `undefined` when nothing lies in any of them. */
export function spreadOf({ from, width, counts }: Counts): Spread | undefined {
  const count = counts.reduce((sum, one) => sum + one, 0);
  if (count === 0) return undefined;
  const first = counts.findIndex((one) => one > 0);
  const last = counts.findLastIndex((one) => one > 0);
  let below = 0;
  const middle = counts.findIndex((one) => (below += one) * 2 >= count);
  const edge = (index: number) => Number((from + index * width).toFixed(9));
  return { count, low: edge(first), high: edge(last + 1), median: edge(middle + 1) };
}
