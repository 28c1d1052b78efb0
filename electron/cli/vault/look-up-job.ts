import { z } from 'zod';
import { Sources } from '../../../shared/extract/source.ts';
import { CallFailure } from '../../../shared/ipc/call-failure.ts';
import { EngineChoice } from '../../../shared/policy/engine-choice.ts';
import { Recipe } from '../../../shared/recipe/recipe.ts';
import { StatusAnswer } from '../../../shared/ipc/status.ts';

/** What a look-up needs. The identifier itself is no part of it: the process that looks reads it from a file or standard input. */
export const LookUpJob = z.strictObject({
  sources: Sources,
  paths: z.array(z.tuple([z.string(), z.string()])),
  choice: EngineChoice,
  noRegisterReason: z.string(),
  recipe: Recipe,
  corrections: z.array(z.string()),
  /** File with the identifier on its only line; without one it is read from standard input. */
  idFile: z.string().optional(),
});
export type LookUpJob = z.infer<typeof LookUpJob>;

/** What comes back: never the identifier. */
export const LookUpResult = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), answer: StatusAnswer }),
  z.strictObject({ ok: z.literal(false), failure: CallFailure }),
]);
export type LookUpResult = z.infer<typeof LookUpResult>;
