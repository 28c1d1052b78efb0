import type { Block } from './block.ts';
import { Court } from './court.ts';
import { isMetInExcerpt, isWorthAnExcerpt } from './excerpt.ts';
import { readerOf, type Need } from './need.ts';
import { neededWidth, type ProtectionRule } from './protection-rule.ts';
import { widthOf, widthRuling, type Ruling } from './ruling.ts';
import { settleContributors } from './settle-contributors.ts';
import type { Solving } from './solving.ts';
import type { Steps } from './steps.ts';

/** What the solver found: needs that stay open, how far from met, and those it could not decide. */
export interface Settled {
  readonly open: readonly OpenNeed[];
  readonly notTested: readonly Need[];
}

/** A need that is not met; `exact` where the reader is left with one number. */
export interface OpenNeed extends Need {
  readonly exact: boolean;
}

/**
 * Decides each need with the solver. Numbers found for one need count for the others too. A contributor who learns a group is named
 * in the open need, also where the need was about any contributor.
 */
export function* settleNeeds(
  block: Block,
  rule: ProtectionRule,
  needs: readonly Need[],
  solving: Solving,
): Steps<Settled> {
  const left = isWorthAnExcerpt(block) ? yield* unmetInExcerpts(block, rule, needs, solving) : needs;
  if (left.length === 0) return { open: [], notTested: [] };
  const court = new Court(block, rule, solving);
  const open: OpenNeed[] = [];
  const notTested: Need[] = [];
  try {
    for (const need of left.filter(({ kind }) => kind !== 'contributor')) {
      const ruling = need.kind === 'width' ? onWidth(court, need) : onEnd(court, need);
      yield;
      if (ruling === 'gaveUp') notTested.push(need);
      else if (ruling !== 'met') open.push({ ...need, exact: ruling === 'exact' });
    }
    const toContributors = left.filter(({ kind }) => kind === 'contributor');
    for (const { need, ruling } of yield* settleContributors(court, toContributors))
      if (ruling === 'gaveUp') notTested.push(need);
      else open.push({ ...need, exact: true });
    return { open, notTested };
  } finally {
    court.close();
  }
}

/** Needs that small parts of a large block do not show to be met. */
export function* unmetInExcerpts(
  block: Block,
  rule: ProtectionRule,
  needs: readonly Need[],
  solving: Solving,
): Steps<readonly Need[]> {
  const left: Need[] = [];
  for (const need of needs) {
    if (!isMetInExcerpt(block, rule, need, solving)) left.push(need);
    yield;
  }
  return left;
}

function onEnd(court: Court, { kind, group }: Need): Ruling {
  const isHigh = kind === 'high';
  const isReached = (value: number) => (isHigh ? value >= court.rule.highAtLeast : value <= 1);
  const found = court.foundFor('figures');
  if (isReached((isHigh ? found.most : found.least)[group] ?? 0)) return 'met';
  const near = court.end('figures', group, isHigh ? 'most' : 'least');
  if (near.kind === 'gaveUp') return 'gaveUp';
  if (isReached(near.value)) return 'met';
  const far = court.end('figures', group, isHigh ? 'least' : 'most');
  return far.kind === 'at' && far.value === near.value ? 'exact' : 'narrow';
}

function onWidth(court: Court, need: Need): Ruling {
  const reader = readerOf(need, court.rule.rule);
  const wanted = neededWidth(court.rule);
  const found = court.foundFor(reader);
  if ((found.most[need.group] ?? 0) - (found.least[need.group] ?? 0) >= wanted) return 'met';
  const most = court.end(reader, need.group, 'most');
  const least = court.end(reader, need.group, 'least');
  const width = widthOf({ most, least });
  if (width === undefined || width >= wanted) return widthRuling(width, wanted);
  const left = widthOf(court.endsWithoutFigures(reader, need.group));
  return left === undefined ? 'gaveUp' : widthRuling(width, Math.min(wanted, left));
}
