import { z } from 'zod';

/** Why an identifier would count in a release, or the first reason why it would not. */
export const StatusReason = z.enum([
  'counts',
  'objection',
  'notInExtract',
  'withoutConsent',
  'machineLike',
  'withoutCategory',
  'outsideRelease',
]);
export type StatusReason = z.infer<typeof StatusReason>;

/** What is said of one identifier. Meant for who typed it in; it crosses to the desk never. */
export const StatusAnswer = z.strictObject({
  /** It, another SIM of the same person or the person's own id stands in the objection register. */
  inRegister: z.boolean(),
  /** Its person has a usable event in the extract. */
  inExtract: z.boolean(),
  /** Its person would be counted by the recipe. */
  wouldCount: z.boolean(),
  reason: StatusReason,
});
export type StatusAnswer = z.infer<typeof StatusAnswer>;
