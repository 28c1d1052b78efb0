import type { EarlierRelease } from '../../ledger/compare-releases.ts';
import type { Policy } from '../../policy/policy.ts';
import type { LinearSolver } from '../../ports/linear-solver.ts';
import type { Released } from '../../ledger/released.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import type { AttackReport } from '../../evidence/attack-report.ts';
import type { EarlierName } from '../../evidence/earlier-name.ts';
import type { AttackMark, AttackSliver, RecoveredReplay } from '../../ipc/attack-findings.ts';
import type { ExtractInMemory } from '../extract-in-memory.ts';
import type { Counter } from '../counter.ts';
import type { Protected } from '../protector.ts';

/** What attacks are tried on: the protected tables of a recipe, and the extract they come from. In the vault only. */
export interface AttackMaterial {
  readonly recipe: Recipe;
  readonly policy: Policy;
  readonly extract: ExtractInMemory;
  readonly counter: Counter;
  readonly protection: Protected;
  /** The tables as their readers will have them. */
  readonly released: Released;
  /** Releases of overlapping periods that readers may have too, where they are at hand, and what the evidence calls them. */
  readonly earlier?: readonly EarlierRelease[];
  readonly earlierNames?: readonly EarlierName[];
  readonly solver: LinearSolver;
  /** Derives from the figures of the candidate: the same candidate is attacked in the same way. */
  readonly seed: string;
  /** 1 for persons on whom attacks on persons are tried, by person number; anybody unless given. */
  readonly among?: Uint8Array;
  /** Told where something was found. */
  readonly mark?: (mark: AttackMark) => void;
  /** Told the slivers between zone maps through which something was found. */
  readonly sliver?: (sliver: AttackSliver) => void;
  /** Told the path that was recovered best; only where nobody is behind the events. */
  readonly replay?: (replay: RecoveredReplay) => void;
}

/** One attack on a candidate, step by step. */
export type Attack = (
  material: AttackMaterial,
) => Generator<{ readonly done: number; readonly total: number }, AttackReport>;
