import { z } from 'zod';

const Token = z.string().regex(/^[0-9a-f]{32}$/);
const files = z.array(z.tuple([Token, z.string()]));

/**
 * To the process that holds an extract with native DuckDB. `start` comes first and once, with the ports of desk and main; `allow` names further
 * files it may read, `lookUp` brings the port of a look-up window.
 */
export const ToNative = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('start'),
    /** The bytes of the solver, so that no file need be found. */
    solver: z.instanceof(Uint8Array),
    /** Token to absolute path of the files it may read. */
    files,
    /** An empty folder for what does not fit into memory, where the policy allows that. */
    spill: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('allow'), files }),
  z.strictObject({ kind: z.literal('lookUp') }),
]);
export type ToNative = z.infer<typeof ToNative>;

/** From it: that it serves its ports, or cannot; and that files were taken note of. */
export const FromNative = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('missing') }),
  z.strictObject({ kind: z.literal('allowed') }),
]);
export type FromNative = z.infer<typeof FromNative>;
