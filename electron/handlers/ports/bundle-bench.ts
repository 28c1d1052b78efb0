import type { BundleAttackAnswer, BundleAttackProgress } from '../../../shared/ipc/bundle-calls.ts';
import type { BundleComparison } from '../../../shared/ipc/bundle-comparison.ts';
import type { BundleToCompare } from '../../../shared/workflow/compare-bundles/changed-bundle.ts';
import type { AttackSubject } from '../../../shared/workflow/attacks/attack-bundle.ts';

/** Attacks on bundles, and comparisons, in a process of its own, which has neither files nor a network. One run at a time. */
export interface BundleBench {
  /** Refuses `attacks-busy` while a run is under way, `attacks-stopped` and `attacks-ended`. */
  readonly run: (
    subject: AttackSubject,
    onProgress: (progress: BundleAttackProgress) => void,
  ) => Promise<BundleAttackAnswer>;
  /** Refuses as `run` does. */
  readonly compare: (earlier: BundleToCompare, later: BundleToCompare) => Promise<BundleComparison>;
  /** Ends the run under way, if any, with its process. */
  readonly stop: () => void;
}
