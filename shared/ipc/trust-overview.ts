import { z } from 'zod';
import { Role } from '../bundle/statement.ts';

const Count = z.int().nonnegative();

/** A key that was revoked: the last position of the ledger its signature counts for, -1 for none, and why. */
export const Revocation = z.strictObject({ lastGood: z.int().min(-1), reason: z.string() });
export type Revocation = z.infer<typeof Revocation>;

/** Somebody a publisher's signed list names: what they sign as, and from which position of the ledger to which. */
export const ListedSigner = z.strictObject({
  id: z.string(),
  person: z.string(),
  roles: z.array(Role),
  /** Kind of the key as OpenSSH names it. */
  keyType: z.string(),
  fingerprint: z.string(),
  validFrom: Count,
  /** Absent where it is open. */
  validTo: Count.optional(),
  revoked: Revocation.optional(),
});
export type ListedSigner = z.infer<typeof ListedSigner>;

/** A publisher's signed list that is believed here. */
export const BelievedList = z.strictObject({
  /** The ledger whose releases it judges. */
  origin: z.string(),
  version: Count,
  /** Last day it may be used, `YYYY-MM-DD`, and how many days are left after today, UTC; negative once it is over. */
  expires: z.string(),
  daysLeft: z.int(),
  rootKeys: Count,
  rootThreshold: Count,
  /** Of its root keys, 64 hexadecimal digits. */
  rootFingerprint: z.string(),
  approvals: Count,
  /** Roles that must be among the approvals. */
  approvingRoles: z.array(Role),
  userPresence: z.boolean(),
  userVerification: z.boolean(),
  ledgerKeys: Count,
  signers: z.array(ListedSigner),
  /** Revoked keys of nobody the list still names. */
  revokedOthers: z.array(Revocation.extend({ fingerprint: z.string() })),
});
export type BelievedList = z.infer<typeof BelievedList>;

/** Somebody known without a signed list. */
export const SimpleSigner = z.strictObject({
  id: z.string(),
  person: z.string(),
  roles: z.array(Role),
  fingerprint: z.string(),
  /** A signed list names or revokes this key, and it counts as that list has it. */
  overruled: z.boolean(),
});
export type SimpleSigner = z.infer<typeof SimpleSigner>;

/** Whom this machine believes, and what it saw of publishers' ledgers. */
export const TrustOverview = z.strictObject({
  lists: z.array(BelievedList),
  /** Of `trust.json`, which the owner of the machine keeps. */
  simple: z.array(SimpleSigner),
  /** Made on this machine. */
  own: z.array(SimpleSigner),
  /** The longest history of each ledger; `keyKnown` where a list names the key that signed it. */
  ledgers: z.array(z.strictObject({ origin: z.string(), entries: Count, keyKnown: z.boolean() })),
});
export type TrustOverview = z.infer<typeof TrustOverview>;

/** A state of a publisher's ledger that was taken in, beside what was seen of it before. */
export const LedgerTakenIn = z.strictObject({
  origin: z.string(),
  entries: Count,
  standing: z.enum(['new', 'same', 'newer']),
});
export type LedgerTakenIn = z.infer<typeof LedgerTakenIn>;

/** What a list that was taken in changed. Signers are told by their ids, each once. */
export const TrustChange = z.strictObject({
  kind: z.enum(['first', 'newer', 'same']),
  origin: z.string(),
  version: Count,
  /** The version that was held before. */
  before: Count.optional(),
  added: z.array(z.string()),
  removed: z.array(z.string()),
  /** Still named, with another key, role, person or validity. */
  altered: z.array(z.string()),
  /** Keys revoked since, or with another last position; by id where the list names whose they are, else by fingerprint. */
  revoked: z.array(z.string()),
  /** Keys that were revoked and are so no longer. */
  reinstated: z.array(z.string()),
  rootAdded: Count,
  rootRemoved: Count,
  /** How many root keys must sign, before and now; absent where that did not change. */
  rootThreshold: z.strictObject({ before: Count, after: Count }).optional(),
  /** Whether what releases need changed. */
  rules: z.boolean(),
  /** Whether the keys of the ledger changed. */
  ledgerKeys: z.boolean(),
  expires: z.string(),
});
export type TrustChange = z.infer<typeof TrustChange>;
