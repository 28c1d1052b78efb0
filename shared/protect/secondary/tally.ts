import { primary, secondary, type Block } from './block.ts';
import type { UsedIdentity } from './identities.ts';
import type { Settled } from './settle-needs.ts';

/**
 * Outcome of an audit: how many groups under the minimum a reader can work out exactly, too narrowly, or not (`safe`), and how many
 * could not be decided; how many groups are hidden and why; how many blocks had to be hidden as a whole; and which
 * identities were used. A group that two tables show counts once in the first four and in each table in `primary`.
 */
export interface AuditSummary {
  readonly exact: number;
  readonly narrow: number;
  readonly safe: number;
  readonly notTested: number;
  readonly primary: number;
  readonly secondary: number;
  readonly wholeBlocks: number;
  readonly identities: readonly UsedIdentity[];
}

/** Outcomes of the groups under the minimum of one block. */
export interface Outcomes {
  readonly exact: number;
  readonly narrow: number;
  readonly safe: number;
  readonly notTested: number;
  readonly wholeBlocks: number;
}

/** Counts each group under the minimum once, by its worst outcome. */
export function outcomesOf(block: Pick<Block, 'state'>, settled: Settled, wholeBlock: boolean): Outcomes {
  const exact = new Set(settled.open.filter((need) => need.exact).map(({ group }) => group));
  const narrow = new Set(settled.open.map(({ group }) => group).filter((group) => !exact.has(group)));
  const notTested = new Set(
    settled.notTested.map(({ group }) => group).filter((group) => !exact.has(group) && !narrow.has(group)),
  );
  const all = block.state.reduce((sum, state) => sum + (state === primary ? 1 : 0), 0);
  return {
    exact: exact.size,
    narrow: narrow.size,
    safe: all - exact.size - narrow.size - notTested.size,
    notTested: notTested.size,
    wholeBlocks: wholeBlock ? 1 : 0,
  };
}

/** Adds up the blocks and counts the states of all groups. */
export function summaryOf(
  blocks: Iterable<Outcomes>,
  states: readonly Uint8Array[],
  identities: readonly UsedIdentity[],
): AuditSummary {
  const sum = { exact: 0, narrow: 0, safe: 0, notTested: 0, wholeBlocks: 0 };
  for (const block of blocks) {
    sum.exact += block.exact;
    sum.narrow += block.narrow;
    sum.safe += block.safe;
    sum.notTested += block.notTested;
    sum.wholeBlocks += block.wholeBlocks;
  }
  return { ...sum, primary: count(states, primary), secondary: count(states, secondary), identities };
}

function count(states: readonly Uint8Array[], wanted: number): number {
  let found = 0;
  for (const states1 of states) for (const state of states1) if (state === wanted) found += 1;
  return found;
}
