import type { Frame } from './frame.ts';

/** What the release says of a group of a block. The first three are the states of groups that have somebody in them. */
export const published = 0;
/** Under the minimum. */
export const primary = 1;
/** Hidden to protect others. */
export const secondary = 2;
/** Nobody in it, and hidden like the others. */
export const emptyHidden = 3;
/** A total that no table shows. */
export const unlisted = 4;
/** Nobody in it, and shown as 0. */
export const emptyShown = 5;

/**
 * A block with its numbers. `persons` are the true numbers, `state` what the release says of each group (changed by
 * suppression), `single` is 1 where one contributor makes up the group, `cost` what hiding a group loses. `outerLow` and
 * `outerHigh`, where given, are bounds that other blocks put on the groups. `boundedByRule`: a group under
 * the minimum has fewer persons than it (not so where several persons share a contract).
 */
export interface Block {
  readonly frame: Frame;
  readonly persons: Float64Array;
  readonly state: Uint8Array;
  readonly single: Uint8Array;
  readonly cost: Float64Array;
  readonly outerLow: Float64Array | undefined;
  readonly outerHigh: Float64Array | undefined;
  readonly boundedByRule: boolean;
}
