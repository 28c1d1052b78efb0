import { z } from 'zod';
import { Confirmation, Role } from '../bundle/statement.ts';
import { GateResult } from '../evidence/gate.ts';
import { withdrawalReasons } from '../ledger/ledger-entry.ts';
import { SigningRules } from '../policy/policy.ts';
import { Product } from '../products/product.ts';
import { BundleCheck } from './inspected-bundle.ts';
import { Receipt } from './seal-outcome.ts';

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What somebody can decide about a bundle that was prepared by another person. */
export const DecisionKind = z.enum(['approve', 'reject', 'withdraw']);
export type DecisionKind = z.infer<typeof DecisionKind>;

/** Why a signer of the trust list cannot approve this bundle. */
export const Hindrance = z.enum(['no-role', 'prepared-it', 'signed-before', 'role-taken']);
export type Hindrance = z.infer<typeof Hindrance>;

/** Somebody this workstation knows, and what they may sign here. */
export const PossibleSigner = z.strictObject({
  id: z.string(),
  person: z.string(),
  fingerprint: z.string(),
  /** Approving roles they hold; in any of these they may reject or withdraw. */
  holds: z.array(Role),
  /** Roles among them that still lack an approval: in one of these they may approve. */
  open: z.array(Role),
  hindrance: Hindrance.optional(),
});
export type PossibleSigner = z.infer<typeof PossibleSigner>;

/** One statement of the chain, as main read it from the file. `person` is what the trust list calls the signer. */
export const ChainLink = z.strictObject({
  signer: z.string(),
  person: z.string(),
  role: z.string(),
  decision: z.string(),
  claimedTime: z.string(),
  comment: z.string(),
  fingerprint: z.string(),
  known: z.boolean(),
});
export type ChainLink = z.infer<typeof ChainLink>;

/** A rejection or withdrawal kept on this workstation. */
export const KeptDecision = z.strictObject({
  decision: z.enum(['reject', 'withdraw']),
  digest: Digest,
  releaseId: z.string(),
  signer: z.string(),
  role: Role,
  claimedTime: z.string(),
  comment: z.string(),
  /** Day from which it is deleted when the safe is opened, `YYYY-MM-DD`. */
  keepUntil: z.string(),
});
export type KeptDecision = z.infer<typeof KeptDecision>;

/** Why nobody can approve this bundle here, whoever they are. */
export const Obstruction = z.enum(['checks', 'gates', 'preparer-unknown', 'demo', 'released', 'withdrawn']);
export type Obstruction = z.infer<typeof Obstruction>;

/** What main read from a bundle for somebody who is to decide about it. */
export const DecisionSubject = z.strictObject({
  digest: Digest,
  fileName: z.string(),
  releaseId: z.string(),
  title: z.string(),
  organisation: z.string(),
  purpose: z.string(),
  recipient: z.string(),
  policyTitle: z.string(),
  timeZone: z.string(),
  outcome: z.enum(['release', 'prepared', 'demo', 'rejected']),
  solo: z.boolean(),
  signing: SigningRules,
  /** Approvals that are needed, and those that count already. */
  needed: z.int().nonnegative(),
  counted: z.int().nonnegative(),
  rolesOpen: z.array(Role),
  chain: z.array(ChainLink),
  /** Checks of the verifier that do not hold, but for missing approvals. */
  failed: z.array(BundleCheck),
  checksHeld: z.int().nonnegative(),
  /** Gates recomputed from the file. */
  gates: z.array(GateResult),
  /** Gates that rest on the preparer's word, as the evidence tells them. */
  attested: z.array(GateResult),
  obstructions: z.array(Obstruction),
  signers: z.array(PossibleSigner),
  /** What somebody who approves must say to have done. */
  confirmations: z.array(Confirmation),
  /** Whether the ledger of this workstation holds the release: only there it can be withdrawn. */
  inLedger: z.boolean(),
  /** The release of the same title before it, in that ledger. */
  earlier: z.strictObject({ releaseId: z.string(), releaseDate: z.string() }).optional(),
  /** What this workstation decided about it before. */
  kept: z.array(KeptDecision),
});
export type DecisionSubject = z.infer<typeof DecisionSubject>;

/** What somebody decides, as what, and what they say to it. */
export const DecisionRequest = z.strictObject({
  digest: Digest,
  decision: DecisionKind,
  role: Role,
  comment: z.string().max(2000),
  confirmed: z.array(Confirmation).max(Confirmation.options.length),
  /** Why a release is withdrawn, in one word for the ledger. */
  reason: z.enum(withdrawalReasons).optional(),
});
export type DecisionRequest = z.infer<typeof DecisionRequest>;

/** A statement that was written for a signer elsewhere, and whose signature has not come back. */
export const PendingSigning = z.strictObject({
  id: z.string().regex(/^[0-9a-f]{16}$/),
  decision: z.enum(['prepare', ...DecisionKind.options]),
  role: Role,
  signer: z.string(),
  fingerprint: z.string(),
  releaseId: z.string(),
  digest: Digest,
  /** The file the statement was written to, by its last part. */
  statementName: z.string(),
  /** SHA-256 of the statement. */
  sha256: Digest,
  /** What to run where the key is. */
  command: z.string(),
  claimedTime: z.string(),
});
export type PendingSigning = z.infer<typeof PendingSigning>;

/** How an attempt to decide ended. */
export const DecisionOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancelled') }),
  /** Also how a preparer's signature from elsewhere ends. */
  z.strictObject({ kind: z.literal('signed'), receipt: Receipt }),
  z.strictObject({ kind: z.literal('rejected'), kept: KeptDecision }),
  z.strictObject({
    kind: z.literal('withdrawn'),
    kept: KeptDecision,
    /** Where the notice lies; nothing when its dialog was closed. Its signature lies beside it. */
    notice: z.string().optional(),
  }),
]);
export type DecisionOutcome = z.infer<typeof DecisionOutcome>;

/** How an attempt to prepare a release ended whose preparer signs elsewhere. */
export const ElsewhereOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cancelled') }),
  z.strictObject({ kind: z.literal('refused'), gates: z.array(GateResult) }),
  z.strictObject({ kind: z.literal('waiting'), signing: PendingSigning }),
]);
export type ElsewhereOutcome = z.infer<typeof ElsewhereOutcome>;

/** Somebody of the trust list, and in which roles they may sign. */
export const KnownSigner = z.strictObject({
  id: z.string(),
  person: z.string(),
  fingerprint: z.string(),
  roles: z.array(Role),
});
export type KnownSigner = z.infer<typeof KnownSigner>;

const Period = z.strictObject({ from: z.string(), to: z.string() });
/** Values as JSON text; empty where there was or is none. */
const Changed = z.strictObject({ key: z.string(), from: z.string(), to: z.string() });

/** What changed since the last release of the same title that this workstation recorded. */
export const DecisionChanges = z.strictObject({
  earlier: z.strictObject({ releaseId: z.string(), releaseDate: z.string() }),
  relation: z.enum(['same', 'overlapping', 'apart']),
  before: Period,
  after: Period,
  recipe: z.array(Changed),
  policy: z.array(Changed),
  zones: z.strictObject({ added: z.int(), removed: z.int(), reshaped: z.int() }),
  tables: z.array(
    z.strictObject({
      product: Product,
      standsIn: z.enum(['both', 'earlier', 'later']),
      same: z.int(),
      raised: z.int(),
      lowered: z.int(),
      newlyShown: z.int(),
      newlyHidden: z.int(),
    }),
  ),
});
export type DecisionChanges = z.infer<typeof DecisionChanges>;
