import { findIdentities, type Identities } from './identities.ts';
import type { BlockLayers, Family } from './family.ts';
import { costByMagnitude, type CostOf, type Loading } from './load-block.ts';
import type { ProtectionRule } from './protection-rule.ts';
import type { Release } from './release.ts';
import type { BlockPool } from './sent-block.ts';
import type { Solving } from './solving.ts';
import { stop, type Steps } from './steps.ts';
import type { Outcomes } from './tally.ts';

/** How far the work is, in blocks; a further round over a few blocks adds to `total`. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** The solver, its limit, what hiding a group costs (`costByMagnitude` unless given), and a second thread, where there is one. */
export interface SuppressOptions extends Solving {
  readonly pool?: BlockPool | undefined;
  readonly costOf?: CostOf | undefined;
}

/** One suppression or audit of a release: what it works on, what came of each block, and how far it is. */
export interface Run {
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

/** What a run begins with beside its options. */
interface RunStart {
  readonly states: readonly Uint8Array[];
  readonly emptyHidden: readonly Set<number>[];
  readonly isAudit: boolean;
}

/** Nothing is known yet, not even how many blocks there are. */
export const nothingDone: Progress = { done: 0, total: 0 };

/** Finds the blocks of a release, of which none is worked on yet. */
export function* runOf(
  release: Release,
  rule: ProtectionRule,
  options: SuppressOptions & RunStart,
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

/** Tells the progress so far at each step of a piece of work. */
export function* told<T>(run: Pick<Run, 'progress'>, steps: Steps<T>): Generator<Progress, T> {
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

/** The family of that number. */
export function familyOf({ identities }: Run, index: number): Family {
  const family = identities.families[index];
  if (family === undefined) throw new Error(`no family ${index}`);
  return family;
}

/** Hides the empty groups of layers like the others from now on. */
export function hideEmpty({ emptyHidden }: Run, layers: BlockLayers): void {
  for (const members of layers) for (const { table, start } of members) emptyHidden[table]?.add(start);
}
