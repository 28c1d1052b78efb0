import type { Bounds } from './bounds.ts';
import { primary, published, secondary } from './block.ts';
import type { BlockLayers, Family } from './family.ts';
import { findIdentities, type Identities } from './identities.ts';
import type { Link, Slot } from './links.ts';
import {
  costByMagnitude,
  forEachGroup,
  loadBlock,
  ruleFor,
  type CostOf,
  type Loading,
} from './load-block.ts';
import { occupiedBlocks } from './occupied-blocks.ts';
import { outerBounds, type OuterBounds } from './outer-bounds.ts';
import { isClosed, type BlockResult, type BlockTask } from './block-task.ts';
import { dealtBlocks, type Deck } from './dealt-blocks.ts';
import type { ProtectionRule } from './protection-rule.ts';
import type { Release, ReleasedTable } from './release.ts';
import type { BlockPool, FinishedBlock } from './sent-block.ts';
import type { Solving } from './solving.ts';
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
  /**
   * Of every table, the places at which layers (all ages and genders of one zone, time, band or home) begin whose empty groups must
   * not be told from hidden ones, although the rule shows others.
   */
  readonly emptyHidden: readonly ReadonlySet<number>[];
  readonly audit: AuditSummary;
}

/** The solver, its limit, what hiding a group costs (`costByMagnitude` unless given), and a second thread, where there is one. */
export interface SuppressOptions extends Solving {
  readonly pool?: BlockPool | undefined;
  readonly costOf?: CostOf | undefined;
}

interface Run {
  readonly loading: Loading;
  readonly identities: Identities;
  readonly solving: Solving;
  readonly pool: BlockPool | undefined;
  readonly outcomes: Map<string, Outcomes>;
  /** The same sets as in `loading`, to be added to. */
  readonly emptyHidden: readonly Set<number>[];
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

const nothingDone: Progress = { done: 0, total: 0 };

function firstStates({ underMinimum, hiddenBefore }: ReleasedTable): Uint8Array {
  const states = new Uint8Array(underMinimum.length);
  for (let at = 0; at < states.length; at++)
    states[at] = underMinimum[at] === 1 ? primary : hiddenBefore?.[at] === 1 ? secondary : published;
  return states;
}

function* runOf(
  release: Release,
  rule: ProtectionRule,
  options: SuppressOptions & Pick<Run, 'emptyHidden' | 'isAudit'> & Pick<Suppressed, 'states'>,
): Generator<Progress, Run> {
  const { states, emptyHidden, isAudit, solver, iterationLimit } = options;
  const boundedByRule: boolean[] = [];
  for (const { table } of release.tables) {
    boundedByRule.push(table.persons.every((n, at) => n === table.contributors[at]));
    yield nothingDone;
  }
  const identities = yield* told({ progress: nothingDone }, findIdentities(release));
  const costOf = options.costOf ?? costByMagnitude;
  return {
    loading: { release, states, isFinal: isAudit, emptyHidden, rule, costOf, boundedByRule },
    emptyHidden,
    identities,
    solving: { solver, iterationLimit },
    pool: options.pool,
    outcomes: new Map(),
    isAudit,
    isLast: false,
    progress: nothingDone,
  };
}

/**
 * Blocks that bound others and are bound by them come first, as if the others gave nothing away by their sums, and again after
 * the others: then those are protected too.
 */
function* stagesOf(
  run: Run,
): Generator<Progress, { readonly first: readonly Job[]; readonly others: readonly Job[] }> {
  const { links } = run.identities;
  const wholes = new Set(
    links.filter(({ name }) => name === 'within-period').map(({ whole }) => whole.family),
  );
  const jobs = yield* allJobs(run);
  return {
    first: jobs.filter(({ family }) => wholes.has(family)),
    others: jobs.filter(({ family }) => !wholes.has(family)),
  };
}

function* allJobs({ loading, identities, progress }: Run): Generator<Progress, readonly Job[]> {
  const jobs: Job[] = [];
  for (const [index, family] of identities.families.entries()) {
    for (const block of occupiedBlocks(loading.release, family)) jobs.push({ family: index, block });
    yield progress;
  }
  return jobs;
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
    load: (job) => load(run, job, outer),
    take: (job, finished) => {
      if (!take(run, job, finished)) unsolved.push(job);
    },
    told: tell,
  };
  yield* told(run, dealtBlocks(deck, run.solving, run.pool));
  return unsolved;
}

function outerNow(run: Run, usesSums?: (family: number) => boolean): Generator<Progress, OuterBounds> {
  return told(run, outerBounds(run.loading, run.identities, usesSums));
}

/** Tells the progress so far at each step of a piece of work. */
function* told<T>(run: Pick<Run, 'progress'>, steps: Steps<T>): Generator<Progress, T> {
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

/** What is to be done with a block as its tables stand, or how it ends where it gives nothing away. */
function load(run: Run, { family, block }: Job, outer: OuterBounds): BlockTask | FinishedBlock {
  const own = familyOf(run, family);
  const layers = own.layersOf(block);
  const loaded = loadBlock(run.loading, own, layers, outer.of(family, block));
  const task = { block: loaded, rule: ruleFor(run.loading, layers), isAudit: run.isAudit };
  return isAtRisk(task) ? task : { ...nothingToDo, state: loaded.state };
}

/** Takes in how a block ended; returns whether nothing stayed open. */
function take(run: Run, job: Job, finished: FinishedBlock): boolean {
  const family = familyOf(run, job.family);
  const layers = family.layersOf(job.block);
  const isSolved = isClosed(finished.settled);
  if (!run.isAudit && (isSolved || run.isLast)) store(run, family, layers, finished);
  if (finished.hidesEmpty) hideEmpty(run, layers);
  run.outcomes.set(keyOf(job), outcomesOf(finished, finished.settled, finished.wholeBlock));
  return isSolved;
}

function familyOf({ identities }: Run, index: number): Family {
  const family = identities.families[index];
  if (family === undefined) throw new Error(`no family ${index}`);
  return family;
}

const nothingToDo: BlockResult = {
  settled: { open: [], notTested: [] },
  wholeBlock: false,
  hidesEmpty: false,
};

function hideEmpty({ emptyHidden }: Run, layers: BlockLayers): void {
  for (const members of layers) for (const { table, start } of members) emptyHidden[table]?.add(start);
}

/** A block in which nothing is published, not even that nobody is there, and nothing is known from elsewhere gives nothing away. */
function isAtRisk({ block, rule }: BlockTask): boolean {
  if (!block.state.includes(primary)) return false;
  if (rule.zeroGroups === 'shown') return true;
  return block.state.includes(published) || block.outerLow?.some((low) => low > 0) === true;
}

function store(run: Run, family: Family, layers: BlockLayers, { state }: FinishedBlock): void {
  const { release, states } = run.loading;
  forEachGroup(release, family.frame.classes, layers, ({ table, at, group }) => {
    const own = states[table];
    if (own !== undefined && own[at] === published && state[group] !== published) own[at] = secondary;
  });
}

/** Hides what other blocks publish about the unsolved ones, and returns the blocks to look at again. */
function* openLinked(
  run: Run,
  unsolved: readonly Job[],
  outer: OuterBounds,
): Generator<Progress, readonly Job[]> {
  const keys = new Set(unsolved.map(keyOf));
  const again = new Map<string, Job>(unsolved.map((job) => [keyOf(job), job]));
  for (const link of outer.links) {
    yield run.progress;
    const near = [link.whole, ...link.parts].filter((slot) => keys.has(keyOf(slot)));
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

/** Whether anything is known from elsewhere about how many people a layer has at least. */
function tellsOf(bounds: Bounds | undefined, from: number, classes: number): boolean {
  return bounds?.low.subarray(from, from + classes).some((low) => low > 0) === true;
}

/**
 * Hides the other side of a link for the classes in which it bounds `slot`, and its empty groups where they are shown; returns how
 * much that was.
 */
function hideAcross(run: Run, link: Link, slot: Slot, outer: OuterBounds): number {
  const bounds = outer.of(slot.family, slot.block);
  const { loading, identities } = run;
  const others = slot === link.whole ? link.parts : [link.whole];
  let hidden = 0;
  for (const other of others) {
    const family = identities.families[other.family];
    if (family === undefined) continue;
    const { classes } = family.frame;
    const layers = family.layersOf(other.block);
    const members = layers[other.layer] ?? [];
    if (tellsOf(bounds, slot.layer * classes, classes) && ruleFor(loading, layers).zeroGroups === 'shown') {
      hideEmpty(run, layers);
      hidden += 1;
    }
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
