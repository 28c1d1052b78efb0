import type { Failure } from '../../../shared/base/failure.ts';
import type { BundleAttackAnswer, BundleAttackProgress } from '../../../shared/ipc/bundle-calls.ts';
import type { BundleComparison } from '../../../shared/ipc/bundle-comparison.ts';
import type { InspectedBundle } from '../../../shared/ipc/inspected-bundle.ts';
import type { JudgedRule } from '../../../shared/ipc/judged-rule.ts';
import type { AttackName } from '../../../shared/policy/attack-limits.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { Work } from './work.ts';

/** What can be looked at of a bundle, in the order in which it is offered. */
export const bundleParts = [
  'checks',
  'map',
  'table',
  'recipe',
  'evidence',
  'policy',
  'attacks',
  'compare',
  'preview',
] as const;
export type BundlePart = (typeof bundleParts)[number];

/** What a reader does with an opened bundle besides looking at it. All of it belongs to one bundle and goes with it. */
export interface InspectSlice {
  readonly bundlePart: BundlePart;
  /** The policy the bundle is held against and attacked under; its own one until another is chosen. */
  readonly readersPolicy: Policy | undefined;
  readonly judgedRules: readonly JudgedRule[] | undefined;
  readonly judgeFailure: Failure | undefined;
  readonly bundleAttacking: Work;
  /** What the attacks came to; nothing while none ran under this policy and with this earlier bundle. */
  readonly bundleAttacks: BundleAttackAnswer | undefined;
  readonly bundleAttackFailure: Failure | undefined;
  readonly openBundleAttack: AttackName | undefined;
  /** Another bundle its readers may have too. */
  readonly earlierBundle: InspectedBundle | undefined;
  readonly earlierOpening: boolean;
  readonly earlierFailure: Failure | undefined;
  /** What differs from the earlier bundle; nothing until it is worked out. */
  readonly bundleComparison: BundleComparison | undefined;
  readonly bundleComparing: boolean;
  readonly printing: boolean;
  /** Name of the file the report was printed to last. */
  readonly printedTo: string | undefined;
  readonly printFailure: Failure | undefined;
  readonly showBundlePart: (part: BundlePart) => void;
  readonly holdAgainst: (policy: Policy) => Promise<void>;
  /** Has a policy file chosen, and holds the bundle against it. */
  readonly openReadersPolicy: () => Promise<void>;
  readonly runBundleAttacks: () => Promise<void>;
  readonly stopBundleAttacks: () => void;
  readonly heardBundleAttack: (progress: BundleAttackProgress) => void;
  readonly showBundleAttack: (attack: AttackName | undefined) => void;
  readonly chooseEarlier: () => Promise<void>;
  readonly dropEarlier: () => void;
  /** Has the report on the bundle printed to a file, in the language of the desk. */
  readonly printReport: () => Promise<void>;
  /** Another bundle was opened: nothing of the one before is left. */
  readonly forgetInspection: () => void;
}
