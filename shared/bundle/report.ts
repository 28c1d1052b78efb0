import type { Json } from '../base/json.ts';
import type { SeenLedger } from '../checkpoint/seen-ledger.ts';
import type { Policy } from '../policy/policy.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { type ErrorCode, errorCodes } from './error-codes.ts';
import type { Build } from './evidence.ts';
import { inEnglish, type Particular } from './particular.ts';
import type { Release } from './release.ts';
import type { Confirmation } from './statement.ts';
import type { SortedTable } from './table-faults.ts';
import type { ZoneCollection } from './zones.ts';

/** What was checked, in this order. A check that an earlier failure made impossible is not in a report. */
export type CheckId =
  | 'container'
  | 'files'
  | 'manifests'
  | 'digests'
  | 'checksums'
  | 'statements'
  | 'signatures'
  | 'signers'
  | 'chain'
  | 'demo'
  | 'approvals'
  | 'ledger'
  | 'schemas'
  | 'release'
  | 'evidence'
  | 'policy'
  | 'table'
  | 'zones'
  | 'recipe'
  | 'parquet';

/** A check that held, and what was found, in English; what a reader must know besides, in the words of any language. */
export interface HeldCheck {
  readonly id: CheckId;
  readonly ok: true;
  readonly code?: never;
  readonly found: string;
  readonly notes?: readonly Particular[];
}

/** A check that failed: what kind of failure, and what exactly is the matter, first things first. */
export interface FailedCheck {
  readonly id: CheckId;
  readonly ok: false;
  readonly code: ErrorCode;
  readonly particulars: readonly Particular[];
}

/** One line of a report. */
export type Check = HeldCheck | FailedCheck;

/** A statement in the bundle. `known`: the trust list has this key for this signer and role. */
export interface SeenSignature {
  readonly signer: string;
  readonly role: string;
  readonly decision: string;
  readonly claimedTime: string;
  readonly comment: string;
  /** What the signer says to have done before deciding. */
  readonly confirmed: readonly Confirmation[];
  readonly fingerprint: string;
  readonly known: boolean;
  /** Last record of the audit log where it was signed, 64 hexadecimal digits; nothing where none was named. */
  readonly auditHead?: string;
}

/** What a bundle holds, for looking at; whether it may be believed is what the checks say. */
export interface OpenedBundle {
  readonly release: Release;
  readonly recipe: Recipe;
  readonly policy: Policy;
  /** One table of each product of the recipe, in its order. */
  readonly tables: readonly SortedTable[];
  readonly zones: ZoneCollection;
  readonly evidence: Json;
  readonly build: Build;
}

/**
 * `release`: everything holds. `prepared`: everything but the number of approvals. `demo`: everything holds, but the key is
 * the one everybody has. `rejected`: at least one check failed.
 */
export type Outcome = 'release' | 'prepared' | 'demo' | 'rejected';

/** What the verifier found. */
export interface VerificationReport {
  readonly outcome: Outcome;
  readonly checks: readonly Check[];
  readonly signatures: readonly SeenSignature[];
  /** One person both prepared and approved, or the policy lets them. */
  readonly solo: boolean;
  readonly demo: boolean;
  /** SHA-256 of the tag manifest, when there is one. */
  readonly releaseDigest?: string;
  /** The ledger as the bundle shows it, where it holds: what a verifier that accepts the bundle remembers. */
  readonly ledger?: SeenLedger;
  /** The text of `ledger/checkpoint.txt` as it lies in the bundle, whether it holds or not. */
  readonly checkpoint?: string;
  /** There when container, digests and forms hold. */
  readonly contents?: OpenedBundle;
}

/** A check that held. */
export function passed(id: CheckId, found: string, notes?: readonly Particular[]): HeldCheck {
  return { id, ok: true, found, ...(notes && { notes }) };
}

/** A check that failed. `particulars` may be empty where the code says it all. */
export function failed(id: CheckId, code: ErrorCode, particulars: readonly Particular[]): FailedCheck {
  return { id, ok: false, code, particulars };
}

/** A check in English: what was found, or what the code means and then what exactly is the matter here. */
export function checkText(check: Check): string {
  if (check.ok) return [check.found, ...(check.notes ?? []).map(inEnglish)].join(' ');
  return [errorCodes[check.code], ...check.particulars.map(inEnglish)].join(' ');
}
