import { primary, published, secondary, type Block } from './block.ts';
import type { BlockLayers, Family } from './family.ts';
import { identitiesOf, type Identities } from './identities.ts';
import type { Link, Slot } from './links.ts';
import { costByMagnitude, forEachGroup, loadBlock, type CostOf, type Loading } from './load-block.ts';
import { occupiedBlocks } from './occupied-blocks.ts';
import { outerBounds, type OuterBounds } from './outer-bounds.ts';
import { auditBlock, protectBlock, type ProtectedBlock } from './protect-block.ts';
import type { ProtectionRule } from './protection-rule.ts';
import type { Release } from './release.ts';
import type { Solving } from './settle-needs.ts';
import { stop, type Steps } from './steps.ts';
import { outcomesOf, summaryOf, type AuditSummary, type Outcomes } from './tally.ts';

/** How far the work is, in blocks; a further round over a few blocks adds to `total`. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** States of every table's groups in the order of its `at`: 0 published, 1 under the minimum, 2 hidden to protect others. */
export interface Suppressed {
  readonly states: readonly Uint8Array[];
  readonly audit: AuditSummary;
}

/** The solver, its limit, and what hiding a group costs (`costByMagnitude` unless given). */
export interface SuppressOptions extends Solving {
  readonly costOf?: CostOf | undefined;
}

interface Run {
  readonly loading: Loading;
  readonly identities: Identities;
  readonly solving: Solving;
  readonly outcomes: Map<string, Outcomes>;
  readonly isAudit: boolean;
  /** Whether blocks are stored even where something stayed open. */
  isLast: boolean;
  progress: Progress;
}

interface Job {
  readonly family: number;
  readonly block: number;
}

const rounds = 3;

/**
 * Hides further groups until every group under the minimum is protected against the readers of the rule, block by block, and
 * says how well that went. Yields progress often, within blocks too: the caller may pause there, or stop for good with `return`. The same
 * input gives the same result. No figure appears in the result.
 */
export function* suppress(
  release: Release,
  rule: ProtectionRule,
  options: SuppressOptions,
): Generator<Progress, Suppressed> {
  const states = release.tables.map(({ underMinimum, hiddenBefore }) =>
    Uint8Array.from(underMinimum, (under, at) =>
      under === 1 ? primary : hiddenBefore?.[at] === 1 ? secondary : published,
    ),
  );
  const run = runOf(release, rule, { ...options, states, isAudit: false });
  const { first, others } = stagesOf(release, run.identities);
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
    const jobs = openLinked(run, unsolved, outer);
    run.isLast = round === rounds || jobs.length === unsolved.length;
    outer = yield* outerNow(run);
    unsolved = yield* work(run, jobs, outer);
  }
  const audit = summaryOf(run.outcomes.values(), states, run.identities.used);
  return { states, audit };
}

/** What readers can work out from a given pattern of states; changes nothing. */
export function* auditPublished(
  release: Release,
  rule: ProtectionRule,
  options: SuppressOptions & { readonly states: readonly Uint8Array[] },
): Generator<Progress, AuditSummary> {
  const run = runOf(release, rule, { ...options, isAudit: true });
  yield* work(run, allJobs(release, run.identities), yield* outerNow(run));
  return summaryOf(run.outcomes.values(), options.states, run.identities.used);
}

function runOf(
  release: Release,
  rule: ProtectionRule,
  options: SuppressOptions & { readonly states: readonly Uint8Array[]; readonly isAudit: boolean },
): Run {
  const { states, isAudit, solver, iterationLimit } = options;
  const boundedByRule = release.tables.map(({ table }) =>
    table.persons.every((n, at) => n === table.contributors[at]),
  );
  const costOf = options.costOf ?? costByMagnitude;
  return {
    loading: { release, states, rule, costOf, boundedByRule },
    identities: identitiesOf(release),
    solving: { solver, iterationLimit },
    outcomes: new Map(),
    isAudit,
    isLast: false,
    progress: { done: 0, total: 0 },
  };
}

/**
 * Blocks that bound others and are bound by them come first, as if the others gave nothing away by their sums, and again after
 * the others: then those are protected too.
 */
function stagesOf(
  release: Release,
  identities: Identities,
): { readonly first: readonly Job[]; readonly others: readonly Job[] } {
  const wholes = new Set(
    identities.links.filter(({ name }) => name === 'within-period').map(({ whole }) => whole.family),
  );
  const jobs = allJobs(release, identities);
  return {
    first: jobs.filter(({ family }) => wholes.has(family)),
    others: jobs.filter(({ family }) => !wholes.has(family)),
  };
}

function allJobs(release: Release, { families }: Identities): readonly Job[] {
  return families.flatMap((family, index) =>
    [...occupiedBlocks(release, family)].map((block) => ({ family: index, block })),
  );
}

function* work(run: Run, jobs: readonly Job[], outer: OuterBounds): Generator<Progress, readonly Job[]> {
  const unsolved: Job[] = [];
  run.progress = { done: run.progress.done, total: run.progress.total + jobs.length };
  for (const job of jobs) {
    if (!(yield* told(run, workOn(run, job, outer)))) unsolved.push(job);
    run.progress = { done: run.progress.done + 1, total: run.progress.total };
    yield run.progress;
  }
  return unsolved;
}

function outerNow(run: Run, usesSums?: (family: number) => boolean): Generator<Progress, OuterBounds> {
  return told(run, outerBounds(run.loading, run.identities, usesSums));
}

/** Tells the progress so far at each step of a piece of work. */
function* told<T>(run: Run, steps: Steps<T>): Generator<Progress, T> {
  try {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      yield run.progress;
    }
  } finally {
    stop(steps);
  }
}

/** Returns whether nothing stayed open. */
function* workOn(run: Run, job: Job, outer: OuterBounds): Steps<boolean> {
  const family = run.identities.families[job.family];
  if (family === undefined) return true;
  const layers = family.layersOf(job.block);
  const block = loadBlock(run.loading, family, layers, outer.of(job.family, job.block));
  const { settled, wholeBlock } = isAtRisk(block) ? yield* handle(run, block) : nothingToDo;
  const isSolved = settled.open.length + settled.notTested.length === 0;
  if (!run.isAudit && (isSolved || run.isLast)) store(run, family, layers, block);
  run.outcomes.set(keyOf(job), outcomesOf(block, settled, wholeBlock));
  return isSolved;
}

const nothingToDo = { settled: { open: [], notTested: [] }, wholeBlock: false };

function* handle(run: Run, block: Block): Steps<ProtectedBlock> {
  const { rule } = run.loading;
  if (run.isAudit) return { settled: yield* auditBlock(block, rule, run.solving), wholeBlock: false };
  return yield* protectBlock(block, rule, run.solving);
}

/** A block in which nothing is published and nothing is known from elsewhere gives nothing away. */
function isAtRisk(block: Block): boolean {
  if (!block.state.includes(primary)) return false;
  return block.state.includes(published) || block.outerLow?.some((low) => low > 0) === true;
}

function store(run: Run, family: Family, layers: BlockLayers, block: Block): void {
  const { release, states } = run.loading;
  forEachGroup(release, family.frame.classes, layers, ({ table, at, group }) => {
    const own = states[table];
    if (own !== undefined && own[at] === published && block.state[group] !== published) own[at] = secondary;
  });
}

/** Hides what other blocks publish about the unsolved ones, and returns the blocks to look at again. */
function openLinked(run: Run, unsolved: readonly Job[], outer: OuterBounds): readonly Job[] {
  const keys = new Set(unsolved.map(keyOf));
  const again = new Map<string, Job>(unsolved.map((job) => [keyOf(job), job]));
  for (const link of outer.links) {
    const near = [link.whole, ...link.parts].filter((slot) => keys.has(keyOf(slot)));
    if (near.length === 0) continue;
    for (const slot of near) {
      if (hideAcross(run, link, slot, outer) === 0) continue;
      again.set(keyOf(slot), slot);
      for (const one of [link.whole, ...link.parts]) again.set(keyOf(one), one);
    }
  }
  return [...again.values()];
}

function keyOf({ family, block }: Job): string {
  return `${family} ${block}`;
}

/** Hides the other side of a link for the classes in which it bounds `slot`; returns how many groups that were. */
function hideAcross(run: Run, link: Link, slot: Slot, outer: OuterBounds): number {
  const bounds = outer.of(slot.family, slot.block);
  const { loading, identities } = run;
  const others = slot === link.whole ? link.parts : [link.whole];
  let hidden = 0;
  for (const other of others) {
    const family = identities.families[other.family];
    if (family === undefined) continue;
    const { classes } = family.frame;
    const members = family.layersOf(other.block)[other.layer] ?? [];
    forEachGroup(loading.release, classes, [members], ({ table, at, group }) => {
      const own = loading.states[table];
      if (own === undefined || own[at] !== published) return;
      if ((bounds?.low[slot.layer * classes + group] ?? 0) <= 0) return;
      own[at] = secondary;
      hidden += 1;
    });
  }
  return hidden;
}
