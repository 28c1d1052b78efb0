import type { Bracket } from './bracket.ts';

/** What is known of a component: its bracket, and numbers that satisfy it once there are any. */
export interface Known {
  readonly bracket: Bracket;
  point: Float64Array | undefined;
}
