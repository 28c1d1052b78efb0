import { z } from 'zod';
import { CallFailure } from '../../../shared/ipc/call-failure.ts';
import { EngineChoice, EngineName } from '../../../shared/policy/engine-choice.ts';

/** What a process that reads an extract is told first: its files by token, and what reads them. */
export const VaultStart = z.strictObject({
  files: z.array(z.tuple([z.string(), z.string()])),
  choice: EngineChoice,
  /** An empty folder for what does not fit into memory, where the policy allows that. */
  spill: z.string().optional(),
});
export type VaultStart = z.infer<typeof VaultStart>;

/** What it answers: what reads them, or why nothing does. All later messages are of the vault's contract. */
export const VaultStarted = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), engine: EngineName }),
  z.strictObject({ ok: z.literal(false), failure: CallFailure }),
]);
export type VaultStarted = z.infer<typeof VaultStarted>;
