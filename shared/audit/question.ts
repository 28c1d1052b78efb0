import { isOpen, type Bracket, type End } from './bracket.ts';
import { real } from './entry-of.ts';

/** Something asked about one variable of a component: which end of its range to look at next; undefined when answered. */
export interface Question {
  readonly variable: number;
  readonly nextEnd: (bracket: Bracket) => End | undefined;
}

/** Asks for both ends of the range of `variable`. */
export function askForRange(variable: number): Question {
  return {
    variable,
    nextEnd: (bracket) => {
      if (isOpen(bracket, variable, 'low')) return 'low';
      return isOpen(bracket, variable, 'high') ? 'high' : undefined;
    },
  };
}

/** What a range must reach: `low` or below, `high` or above, and a width. */
export interface Need {
  readonly low: number;
  readonly high: number;
  readonly width: number;
}

/** Asks whether the range of `variable` reaches what it must. */
export function askForNeed(variable: number, need: Need): Question {
  return { variable, nextEnd: (bracket) => nextEndOf(bracket, variable, need) };
}

function nextEndOf(bracket: Bracket, variable: number, need: Need): End | undefined {
  if (isMet(bracket, variable, need) || isRefuted(bracket, variable, need)) return undefined;
  const isNarrow = real(bracket.reachedHigh, variable) - real(bracket.reachedLow, variable) < need.width;
  if ((isNarrow || real(bracket.reachedLow, variable) > need.low) && isOpen(bracket, variable, 'low'))
    return 'low';
  if ((isNarrow || real(bracket.reachedHigh, variable) < need.high) && isOpen(bracket, variable, 'high'))
    return 'high';
  return undefined;
}

/** Whether witnesses show that the need is met. */
export function isMet(bracket: Bracket, variable: number, need: Need): boolean {
  const low = real(bracket.reachedLow, variable);
  const high = real(bracket.reachedHigh, variable);
  return low <= need.low && high >= need.high && high - low >= need.width;
}

/** Whether it is proven that the need cannot be met. */
export function isRefuted(bracket: Bracket, variable: number, need: Need): boolean {
  const low = real(bracket.provenLow, variable);
  const high = real(bracket.provenHigh, variable);
  return low > need.low || high < need.high || high - low < need.width;
}
