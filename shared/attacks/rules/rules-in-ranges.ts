import type { CountRule } from '../count-rule.ts';

/** The groups of one table, numbered on from the table before. */
export interface RangeRule {
  /** How many groups the range has. */
  readonly groups: number;
  /** Sees groups numbered from 0 within its range. */
  readonly rule: CountRule;
}

/** One rule out of the rules of several tables whose groups are numbered one after the other. */
export function rulesInRanges(ranges: readonly RangeRule[]): CountRule {
  const firsts: number[] = [];
  let groups = 0;
  for (const range of ranges) {
    firsts.push(groups);
    groups += range.groups;
  }
  return (group, persons, random) => {
    let at = ranges.length - 1;
    while (at > 0 && group < (firsts[at] ?? 0)) at -= 1;
    const range = ranges[at];
    if (range === undefined || group >= groups) throw new Error(`a group beyond the tables: ${group}`);
    return range.rule(group - (firsts[at] ?? 0), persons, random);
  };
}
