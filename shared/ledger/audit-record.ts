import { z } from 'zod';

const Digest = z.string().regex(/^[0-9a-f]{64}$/);
/** Short text of one line. What looks like a path of a file is refused: the log holds none. */
const Fact = z
  .string()
  .max(1000)
  .regex(/^[^\p{Cc}]*$/u)
  .refine((text) => !/^(?:~?[\\/]|\.{1,2}[\\/]|[A-Za-z]:[\\/]|file:)|\\/.test(text), 'looks like a path');

/**
 * One line of the audit log: what was about to be done, or was done, on this workstation. No figure of a table, identifier, passphrase or path
 * of a file is in it.
 */
export const AuditRecord = z.strictObject({
  v: z.literal(1),
  /** From 0, without gaps. */
  seq: z.int().min(0),
  /** Digest of the line before, 64 zeros for the first. */
  prev: Digest,
  /** UTC to the second, by the clock of the machine: a claim. */
  t: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/),
  /** Nanoseconds since the machine was started; counts on when the clock is set. */
  mono: z.string().regex(/^(0|[1-9]\d{0,24})$/),
  /** Tells starts of the machine apart. */
  boot: z.string().regex(/^[0-9a-f-]{8,36}$/),
  /** Who: a signer's name, or `workstation` where nobody gave one. */
  actor: Fact.min(1).max(100),
  /** In which role, empty for none. */
  role: z.enum(['', 'preparer', 'privacy-officer', 'second-signer', 'regulator']),
  /** What: `release.export`, `bundle.verified`. */
  ev: z.string().regex(/^[a-z]+(?:[.-][a-z]+)*$/),
  /** What it was done to: a digest or a fingerprint, empty for nothing in particular. */
  obj: z.string().regex(/^(?:|[0-9a-f]{64}|SHA256:[A-Za-z0-9+/]{43})$/),
  /** `phase` is `intent` before something is done, and `done`, `cancelled` or `failed` after. */
  data: z.record(z.string().regex(/^[a-zA-Z]{1,40}$/), z.union([Fact, z.number()])),
  /** Version of the application. */
  app: z.string().regex(/^[0-9A-Za-z.+-]{1,60}$/),
});
export type AuditRecord = Readonly<z.infer<typeof AuditRecord>>;
