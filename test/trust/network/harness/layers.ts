import type { Attempt } from '../vectors/fire.ts';

/** The layers of the lockdown that can be left out of the small application, one at a time. */
export const layers = [
  'switches',
  'webRequest',
  'proxy',
  'permissions',
  'spelling',
  'navigation',
  'headers',
  'nodeStubs',
] as const;

export type Layer = (typeof layers)[number];

/** Name of the environment variable that holds a `HarnessOrder` as JSON. */
export const orderVariable = 'FREIGABE_PROBE';

export interface HarnessOrder {
  readonly without: readonly Layer[];
}

/** First word of the line that says everything was tried; what follows is JSON. */
export const firedLine = 'fired ';

/** What follows it. */
export interface Fired {
  readonly pages: Readonly<Record<string, readonly Attempt[]>>;
  readonly main: readonly Attempt[];
  readonly native: readonly Attempt[];
  /** In how many workers of each window it was tried. */
  readonly workers: Readonly<Record<string, number>>;
}
