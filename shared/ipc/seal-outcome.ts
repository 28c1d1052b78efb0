import { z } from 'zod';
import { GateResult } from '../evidence/gate.ts';

/** What the officer holds after an export: what was written, where, and how it is told apart. */
export const Receipt = z.strictObject({
  path: z.string(),
  releaseId: z.string(),
  /** Release digest, 64 lower-case hexadecimal digits. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  sizeBytes: z.int().positive(),
  outcome: z.enum(['release', 'prepared', 'demo']),
  /** Commands that check the bundle without this application. */
  commands: z.array(z.string()),
});
export type Receipt = z.infer<typeof Receipt>;

/** How an attempt to seal ended. */
export const SealOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('refused'), gates: z.array(GateResult) }),
  z.strictObject({ kind: z.literal('exported'), receipt: Receipt, gates: z.array(GateResult) }),
]);
export type SealOutcome = z.infer<typeof SealOutcome>;
