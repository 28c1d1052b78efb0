import { z } from 'zod';
import { TimeBin } from '../recipe/recipe.ts';

/** Nobody may publish groups of fewer people than this, whatever a policy says. */
export const absoluteMinimumPersons = 5;

/** The organisation's limits: what a recipe may ask for and who must sign. Versioned; stored as canonical JSON. */
export const Policy = z.strictObject({
  version: z.literal(1),
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,60}$/),
  title: z.string().min(1).max(120),
  /** Floor for `minimumPersons`; an organisation can raise the built-in one, never lower it. */
  minimumPersons: z.int().min(absoluteMinimumPersons).max(1_000_000),
  /** Time bins a recipe may use. */
  timeBins: z.array(TimeBin).min(1),
  /** Finest H3 resolution a recipe may use. */
  maximumH3Resolution: z.int().min(0).max(12),
  /** Lowest first age break (the youngest band starts at 0 and must reach at least here). */
  minimumAgeBreak: z.int().min(0).max(30),
  /** Whether a release may do without an objection register when the reason is recorded. */
  allowNoObjectionRegister: z.boolean(),
  /** Approvals by signers other than the preparer's signature that make a prepared bundle a release. */
  approvals: z.int().min(0).max(5),
  /** Whether one person may both prepare and approve. Shown wherever the bundle is shown. */
  solo: z.boolean(),
  /** Signed with the public demo key; verifies as DEMO and never as a release. */
  demo: z.boolean(),
});
export type Policy = Readonly<z.infer<typeof Policy>>;

const common = {
  version: 1,
  minimumPersons: absoluteMinimumPersons,
  timeBins: ['quarterHour', 'hour', 'daypart', 'day'],
  maximumH3Resolution: 10,
  minimumAgeBreak: 18,
} as const;

/** The policies every copy carries. `default`: two approvals; `solo`: one, by anybody; `demo`: none, marked DEMO. */
export const builtInPolicies: Readonly<Record<'default' | 'solo' | 'demo', Policy>> = {
  default: {
    ...common,
    timeBins: [...common.timeBins],
    id: 'default',
    title: 'Default',
    allowNoObjectionRegister: false,
    approvals: 2,
    solo: false,
    demo: false,
  },
  solo: {
    ...common,
    timeBins: [...common.timeBins],
    id: 'solo',
    title: 'Solo',
    allowNoObjectionRegister: true,
    approvals: 1,
    solo: true,
    demo: false,
  },
  demo: {
    ...common,
    timeBins: [...common.timeBins],
    id: 'demo',
    title: 'Demo',
    allowNoObjectionRegister: true,
    approvals: 0,
    solo: true,
    demo: true,
  },
};
