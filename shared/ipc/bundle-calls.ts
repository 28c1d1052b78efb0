import { z } from 'zod';
import { AttackReport } from '../evidence/attack-report.ts';
import { AttackName } from '../policy/attack-limits.ts';
import { Policy } from '../policy/policy.ts';
import { AttackMark } from './attack-findings.ts';

/** By which main knows an opened bundle. */
const Handle = z.string().min(1).max(40);

/** A bundle held against a policy of the reader's own. Refuses `bundle-not-open`. */
export const JudgeRequest = z.strictObject({ handle: Handle, policy: Policy });

/**
 * Attacks on a bundle by nobody's raw data, under a policy, with other bundles its readers may have. Refuses `bundle-not-open`, `attacks-stopped`
 * when they were called off, and `attacks-ended` when their process ended by itself.
 */
export const BundleAttackRequest = z.strictObject({
  handle: Handle,
  policy: Policy,
  earlier: z.array(Handle).max(3),
});

/**
 * An opened bundle compared with an earlier one. Refuses `bundle-not-open`, and what attacks refuse: both run in one process, one at a
 * time, and `bundle.attack.stop` ends either.
 */
export const CompareRequest = z.strictObject({ handle: Handle, earlier: Handle });

/** The report on an opened bundle in a language, as a PDF in a file of the reader's choice. Refuses `bundle-not-open`. */
export const PrintRequest = z.strictObject({ handle: Handle, language: z.enum(['de', 'en']) });

/** What the attacks came to, in the order of the cards, and where they found something. */
export const BundleAttackAnswer = z.strictObject({
  reports: z.array(AttackReport),
  marks: z.array(AttackMark),
});
export type BundleAttackAnswer = z.infer<typeof BundleAttackAnswer>;

/** How far attacks on a bundle are. `total` 0: not known. */
export const BundleAttackProgress = z.strictObject({
  attack: AttackName,
  done: z.number().nonnegative(),
  total: z.number().nonnegative(),
});
export type BundleAttackProgress = z.infer<typeof BundleAttackProgress>;
