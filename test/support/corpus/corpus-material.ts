import { startSolver } from '../../../electron/cli/vault/start-solver.ts';
import { seededRandom } from '../../../shared/attacks/random.ts';
import type { EarlierRelease } from '../../../shared/ledger/compare-releases.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import type { LinearSolver } from '../../../shared/ports/linear-solver.ts';
import type { RandomBytes } from '../../../shared/ports/random-bytes.ts';
import { auditPublished } from '../../../shared/protect/secondary/suppress.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { AttackMaterial } from '../../../shared/workflow/attacks/attack-material.ts';
import { seedOf } from '../../../shared/workflow/attacks/seed-of.ts';
import { candidateOf } from '../../../shared/workflow/candidate.ts';
import { Counter } from '../../../shared/workflow/counter.ts';
import type { ExtractInMemory } from '../../../shared/workflow/extract-in-memory.ts';
import type { ProtectedTable } from '../../../shared/workflow/protected-table.ts';
import { Protector, type Protected } from '../../../shared/workflow/protector.ts';
import { releaseOf, ruleOf } from '../../../shared/workflow/release-of.ts';
import type { Working } from '../../../shared/workflow/review-ports.ts';
import { tallyOf } from '../../../shared/workflow/stage-tally.ts';
import { understandingOf } from '../../../shared/workflow/understanding.ts';
import { wholeRun } from '../whole-run.ts';

/** What a release of the corpus is made of. `plant` undoes a step of its protection. */
export interface MaterialSource {
  readonly extract: ExtractInMemory;
  readonly recipe: Recipe;
  readonly policy?: Policy;
  readonly earlier?: readonly EarlierRelease[];
  readonly plant?: (tables: readonly ProtectedTable[], recipe: Recipe) => readonly ProtectedTable[];
}

/** Exact figures of at least five persons. */
export const exactRecipe: Recipe = { ...presets['swiss-like'], timeBin: 'day', minimumPersons: 5 };

/** Nobody asks, and nobody waits. */
export const alone: Working = { signal: new AbortController().signal, onProgress: () => undefined };
export const hurried = { breathe: async () => Promise.resolve(), now: () => performance.now() };

const iterationLimit = 20_000;
let solver: Promise<LinearSolver> | undefined;

/** The solver of the command line, once for all releases. */
export async function sharedSolver(): Promise<LinearSolver> {
  return (solver ??= startSolver());
}

/** The same bytes in every run, so that noise is part of the corpus too. */
function corpusRandom(): RandomBytes {
  const random = seededRandom('corpus', 'noise');
  return { take: (count) => Uint8Array.from({ length: count }, () => random.below(256)) };
}

/** Counts and protects an extract as a review does, plants the leak, and audits what is left of the protection. */
export async function materialOf(source: MaterialSource): Promise<AttackMaterial> {
  const { extract, recipe, earlier, policy = builtInPolicies.demo } = source;
  const random = corpusRandom();
  const counter = new Counter(extract, random);
  const ports = { ...hurried, random, solver: sharedSolver };
  const safe = await new Protector(counter, ports).protect(recipe, policy, alone);
  const protection = source.plant
    ? audited(source.plant(safe.tables, recipe), safe, { recipe, policy, solver: await sharedSolver() })
    : safe;
  const released = candidateOf({
    recipe: { ...recipe, suppressedGroups: 'omit' },
    understanding: understandingOf(extract, counter, recipe.zones),
    tables: protection.tables,
    tally: { ...tallyOf(extract, counter, recipe), groups: 0, primary: 0, secondary: 0 },
    protection: protection.report,
    attacks: [],
  });
  return {
    recipe,
    policy,
    extract,
    counter,
    protection,
    released,
    solver: await sharedSolver(),
    seed: seedOf(recipe, released),
    ...(earlier && { earlier }),
  };
}

type Rule = Pick<AttackMaterial, 'recipe' | 'policy' | 'solver'>;

function audited(tables: readonly ProtectedTable[], safe: Protected, rule: Rule): Protected {
  const { recipe, policy, solver: linear } = rule;
  const release = releaseOf(
    recipe,
    tables.map(({ counted }) => counted),
  );
  const options = {
    solver: linear,
    iterationLimit,
    states: tables.map(({ fates }) => fates),
    emptyHidden: tables.map(({ emptyHidden }) => emptyHidden ?? new Set<number>()),
  };
  const {
    exact,
    narrow,
    safe: kept,
    notTested,
    wholeBlocks,
  } = wholeRun(auditPublished(release, ruleOf(recipe, policy), options));
  return { tables, report: { ...safe.report, audit: { exact, narrow, safe: kept, notTested, wholeBlocks } } };
}

/** An earlier release of the same or another extract, as its readers have it. */
export async function earlierOf(source: MaterialSource): Promise<EarlierRelease> {
  return { id: 'freigabe-2026-05-10-00000001', released: (await materialOf(source)).released };
}
