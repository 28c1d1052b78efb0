import { real } from './entry-of.ts';
import type { Ranges } from './linear-system.ts';

/**
 * What has been found out about the range of every variable of a component: the true range of a variable reaches at least from
 * `reachedLow` to `reachedHigh` (a witness has such numbers; Infinity and -Infinity while there is none) and at most from
 * `provenLow` to `provenHigh`. `gaveUpLow` and `gaveUpHigh` are 1 where the solver gave up on that end.
 */
export interface Bracket {
  readonly reachedLow: Float64Array;
  readonly reachedHigh: Float64Array;
  readonly provenLow: Float64Array;
  readonly provenHigh: Float64Array;
  readonly gaveUpLow: Uint8Array;
  readonly gaveUpHigh: Uint8Array;
}

/** An end of a range. */
export type End = 'low' | 'high';

/** Nothing reached yet; proven is what the bounds of the system say. */
export function createBracket({ low, high }: Ranges): Bracket {
  return {
    reachedLow: new Float64Array(low.length).fill(Infinity),
    reachedHigh: new Float64Array(low.length).fill(-Infinity),
    provenLow: low.slice(),
    provenHigh: high.slice(),
    gaveUpLow: new Uint8Array(low.length),
    gaveUpHigh: new Uint8Array(low.length),
  };
}

/** How far a number of a solver may be off a whole one. */
const slack = 1e-6;

/** Takes in a witness: what it gives a variable lies in its range, up to rounding inwards. */
export function reach(bracket: Bracket, point: Float64Array): void {
  for (let v = 0; v < point.length; v++) {
    const value = real(point, v);
    const low = Math.ceil(value - slack);
    const high = Math.floor(value + slack);
    if (low < real(bracket.reachedLow, v)) bracket.reachedLow[v] = low + 0;
    if (high > real(bracket.reachedHigh, v)) bracket.reachedHigh[v] = high + 0;
  }
}

/** Closes an end: `value` is reached and nothing lies beyond. A value of a solver is rounded inwards. */
export function close(bracket: Bracket, v: number, end: End, value: number): void {
  const whole = end === 'low' ? Math.ceil(value - slack) + 0 : Math.floor(value + slack) + 0;
  bracket[end === 'low' ? 'reachedLow' : 'reachedHigh'][v] = whole;
  bracket[end === 'low' ? 'provenLow' : 'provenHigh'][v] = whole;
}

/** Notes that the solver gave up on an end. */
export function giveUp(bracket: Bracket, v: number, end: End): void {
  bracket[end === 'low' ? 'gaveUpLow' : 'gaveUpHigh'][v] = 1;
}

/** Whether an end is known. */
export function isClosed(bracket: Bracket, v: number, end: End): boolean {
  return end === 'low'
    ? real(bracket.reachedLow, v) <= real(bracket.provenLow, v)
    : real(bracket.reachedHigh, v) >= real(bracket.provenHigh, v);
}

/** Whether there is more to find out about an end: neither known nor given up. */
export function isOpen(bracket: Bracket, v: number, end: End): boolean {
  return !isClosed(bracket, v, end) && (end === 'low' ? bracket.gaveUpLow : bracket.gaveUpHigh)[v] !== 1;
}
