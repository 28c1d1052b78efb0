import { z } from 'zod';
import { CallFailure } from '../../../shared/ipc/call-failure.ts';

const Bytes = z.instanceof(Uint8Array);

/** To the process that holds the seed: make a key file, or unlock one and sign with it. */
export const ToUnlock = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('create'),
    label: z.string(),
    passphrase: z.string(),
    created: z.string(),
  }),
  z.strictObject({ kind: z.literal('unlock'), keyFile: Bytes, passphrase: z.string() }),
  z.strictObject({ kind: z.literal('sign'), message: Bytes }),
]);
export type ToUnlock = z.infer<typeof ToUnlock>;

/** Its answers, one a question, in their order. */
export const FromUnlock = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('created'), keyFile: Bytes }),
  z.strictObject({ kind: z.literal('unlocked'), publicKey: Bytes }),
  z.strictObject({ kind: z.literal('signed'), signature: Bytes }),
  z.strictObject({ kind: z.literal('failed'), failure: CallFailure }),
]);
export type FromUnlock = z.infer<typeof FromUnlock>;
