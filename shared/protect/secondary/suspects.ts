import { primary, type Block } from './block.ts';

/**
 * For every group under the minimum, the groups of one contributor that every change seen so far needed: whoever contributes
 * to one of them might know the group exactly. No entry: no change seen yet.
 */
export interface Suspects {
  readonly byGroup: (readonly number[] | undefined)[];
  readonly any: boolean;
}

/** Nothing seen yet; `any` is false where the block has no group of a single contributor. */
export function noSuspectsYet(block: Block): Suspects {
  const any = block.single.some((one, group) => one === 1 && block.state[group] === primary);
  return { byGroup: Array.from({ length: block.frame.groups }), any };
}

/** Takes in a change that keeps all sums true: the groups it touched can change while all others stay. */
export function noteChange(suspects: Suspects, block: Block, touched: readonly number[]): void {
  if (!suspects.any) return;
  const singles = touched.filter((group) => block.single[group] === 1 && block.state[group] === primary);
  for (const group of touched) {
    if (block.state[group] !== primary) continue;
    const before = suspects.byGroup[group];
    suspects.byGroup[group] =
      before === undefined
        ? singles.filter((one) => one !== group)
        : before.filter((one) => singles.includes(one));
  }
}
