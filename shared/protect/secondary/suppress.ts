import { primary, published, secondary } from './block.ts';
import { dealtBlocks, type Deck } from './dealt-blocks.ts';
import { loadJob, takeIn } from './job-block.ts';
import { allJobs, stagesOf, type Job } from './jobs.ts';
import { openLinked } from './open-linked.ts';
import { outerBounds, type OuterBounds } from './outer-bounds.ts';
import type { ProtectionRule } from './protection-rule.ts';
import type { Release, ReleasedTable } from './release.ts';
import {
  nothingDone,
  runOf,
  told,
  type Progress,
  type Run,
  type SuppressOptions,
} from './suppression-run.ts';
import { summaryOf, type AuditSummary } from './tally.ts';

/** States of every table's groups in the order of its `at`: 0 published, 1 under the minimum, 2 hidden to protect others. */
export interface Suppressed {
  readonly states: readonly Uint8Array[];
  /**
   * Of every table, the places at which layers (all ages and genders of one zone, time, band or home) begin whose empty groups must
   * not be told from hidden ones, although the rule shows others.
   */
  readonly emptyHidden: readonly ReadonlySet<number>[];
  readonly audit: AuditSummary;
}

/** How often blocks that stayed open are tried again, with less of their neighbours shown. */
const rounds = 3;

/**
 * Hides further groups until every group under the minimum is protected against the readers of the rule, block by block, and
 * says how well that went. Yields progress often, within blocks too: the caller may pause there, or stop for good with `return`. The same
 * input gives the same result, with a pool and without. No figure appears in the result.
 */
export function* suppress(
  release: Release,
  rule: ProtectionRule,
  options: SuppressOptions,
): Generator<Progress, Suppressed> {
  const states: Uint8Array[] = [];
  for (const table of release.tables) {
    states.push(firstStates(table));
    yield nothingDone;
  }
  const emptyHidden = release.tables.map(() => new Set<number>());
  const run = yield* runOf(release, rule, { ...options, states, emptyHidden, isAudit: false });
  yield run.progress;
  const { first, others } = yield* stagesOf(run);
  if (first.length > 0) yield* work(run, first, yield* outerNow(run, () => false));
  const isLinked = first.length > 0 || release.levels.length > 0;
  const isFirst = (family: number) => first.some((job) => job.family === family);
  let outer = yield* outerNow(run, isFirst);
  let unsolved = yield* work(run, others, outer);
  if (isLinked) {
    outer = yield* outerNow(run);
    const again = release.levels.length > 0 ? [...first, ...others] : first;
    const left = release.levels.length > 0 ? [] : unsolved;
    unsolved = [...left, ...(yield* work(run, again, outer))];
  }
  for (let round = 1; unsolved.length > 0 && !run.isLast; round++) {
    const jobs = yield* openLinked(run, unsolved, outer);
    run.isLast = round === rounds || jobs.length === unsolved.length;
    outer = yield* outerNow(run);
    unsolved = yield* work(run, jobs, outer);
  }
  const audit = summaryOf(run.outcomes.values(), states, run.identities.used);
  return { states, emptyHidden, audit };
}

/** What readers can work out from a given pattern of states; changes nothing. */
export function* auditPublished(
  release: Release,
  rule: ProtectionRule,
  options: SuppressOptions & Pick<Suppressed, 'states'> & Partial<Pick<Suppressed, 'emptyHidden'>>,
): Generator<Progress, AuditSummary> {
  const emptyHidden = release.tables.map((_, table) => new Set(options.emptyHidden?.[table]));
  const run = yield* runOf(release, rule, { ...options, emptyHidden, isAudit: true });
  yield run.progress;
  yield* work(run, yield* allJobs(run), yield* outerNow(run));
  return summaryOf(run.outcomes.values(), options.states, run.identities.used);
}

function firstStates({ underMinimum, hiddenBefore }: ReleasedTable): Uint8Array {
  const states = new Uint8Array(underMinimum.length);
  for (let at = 0; at < states.length; at++)
    states[at] = underMinimum[at] === 1 ? primary : hiddenBefore?.[at] === 1 ? secondary : published;
  return states;
}

function* work(run: Run, jobs: readonly Job[], outer: OuterBounds): Generator<Progress, readonly Job[]> {
  const unsolved: Job[] = [];
  const { done, total } = run.progress;
  const tell = (more: number): void => {
    run.progress = { done: done + more, total: total + jobs.length };
  };
  tell(0);
  const deck: Deck<Job> = {
    cards: jobs,
    load: (job) => loadJob(run, job, outer),
    take: (job, finished) => {
      if (!takeIn(run, job, finished)) unsolved.push(job);
    },
    told: tell,
  };
  yield* told(run, dealtBlocks(deck, run.solving, run.pool));
  return unsolved;
}

function outerNow(run: Run, usesSums?: (family: number) => boolean): Generator<Progress, OuterBounds> {
  return told(run, outerBounds(run.loading, run.identities, usesSums));
}
