import { parseCanonicalJsonFile } from '../base/canonical-json.ts';
import type { Crypto } from '../ports/crypto.ts';
import { chainDigest, type StoredApproval, storedApprovals } from './approvals.ts';
import type { ErrorCode } from './error-codes.ts';
import { jsonParticular } from './json-particular.ts';
import { approvalNamespace } from './names.ts';
import { type Particular, particular } from './particular.ts';
import type { LedgerPlace } from './release.ts';
import { type Check, type CheckId, failed, passed, type SeenSignature } from './report.ts';
import { readForm } from './schema-fault.ts';
import { keyFingerprint, type SshKey } from './ssh-key.ts';
import { isSoundKey } from './ssh-sound-key.ts';
import { fitsMessage, readSshSignature, type SshSignature, wasTouched } from './ssh-signature.ts';
import { Statement, statementPath } from './statement.ts';
import type { Trust, TrustedSigner } from './trust.ts';
import { judgeSigner } from './verify-signer.ts';
import type { BundleFiles } from './zip-write.ts';

/** A statement whose form, subject and signature hold, and whose key is whose. */
export interface GoodSignature {
  readonly statement: Statement;
  readonly key: SshKey;
  /** The trust list's entry; absent for the demo key and where the signer is not known. */
  readonly signer?: TrustedSigner;
}

/** All signatures of a bundle, in order, and what is wrong with them. */
export interface CheckedSignatures {
  readonly checks: readonly Check[];
  readonly seen: readonly SeenSignature[];
  readonly good: readonly GoodSignature[];
}

interface Problem {
  readonly id: CheckId;
  readonly code: ErrorCode;
  readonly particular: Particular;
}

/** What statements are checked against. */
export interface SignatureContext {
  readonly releaseDigest: string;
  readonly releaseId: string | undefined;
  /** Its place in the publisher's ledger, `null` without one; `undefined` where the release could not be read. */
  readonly ledger: LedgerPlace | null | undefined;
  readonly trust: Trust | undefined;
  readonly crypto: Crypto;
}

/** Form, subject, signature, signer and chain of every statement. Without a trust list no key but the demo key is known. */
export function verifySignatures(files: BundleFiles, context: SignatureContext): CheckedSignatures {
  const stored = storedApprovals(files);
  if (stored.length === 0) return { checks: [failed('signatures', 'E_UNSIGNED', [])], seen: [], good: [] };
  const problems: Problem[] = [];
  const seen: SeenSignature[] = [];
  const good: GoodSignature[] = [];
  stored.forEach((approval, index) => {
    const { path } = approval;
    const statement = readStatement(approval, index, context);
    if ('code' in statement) return void problems.push(statement);
    if (statement.predicate.previousApproval !== chainDigest(stored[index - 1], context.crypto))
      problems.push(problem('chain', 'E_CHAIN', particular('statement-chain', {}, { path })));
    const signed = verifiedSignature(approval, context.crypto);
    if ('code' in signed) return void problems.push(signed);
    const { key } = signed;
    const found = judgeSigner(statement.predicate, signed, context);
    const known = 'known' in found;
    if (!known) problems.push(problem('signers', found.code, { ...found.particular, place: { path } }));
    seen.push(describe(statement, keyFingerprint(key, context.crypto), known));
    if (known) good.push({ statement, key, ...(found.known === 'demo' ? {} : { signer: found.known }) });
    return undefined;
  });
  return { checks: checksFrom(problems, stored.length, seen), seen, good };
}

function checksFrom(
  problems: readonly Problem[],
  count: number,
  seen: readonly SeenSignature[],
): readonly Check[] {
  const held: readonly (readonly [CheckId, string])[] = [
    ['statements', `${count} about this bundle`],
    ['signatures', seen.map(({ signer, role }) => `${signer} (${role})`).join(', ')],
    ['signers', 'all keys are known for their signers and roles'],
    ['chain', 'the order is as it was signed'],
  ];
  const checks: Check[] = [];
  for (const [id, found] of held) {
    const mine = problems.filter((each) => each.id === id);
    const codes = [...new Set(mine.map((each) => each.code))];
    const of = (code: ErrorCode): readonly Particular[] =>
      mine.filter((each) => each.code === code).map((each) => each.particular);
    if (codes.length === 0) checks.push(passed(id, found));
    else checks.push(...codes.map((code) => failed(id, code, of(code))));
  }
  return checks;
}

function readStatement(
  approval: StoredApproval,
  index: number,
  context: SignatureContext,
): Statement | Problem {
  const { path } = approval;
  if (approval.statement === undefined || approval.signature === undefined)
    return misformed(particular('statement-half', {}, { path }));
  const json = parseCanonicalJsonFile(approval.statement);
  if (!json.ok) return misformed(jsonParticular(json.fault, path));
  const read = readForm(json.value, path, Statement);
  if (!read.ok) return misformed(read.fault);
  const statement = read.value;
  if (!standsRight(statement, path, index)) return misformed(particular('statement-place', {}, { path }));
  if (isAboutThis(statement, context)) return statement;
  return problem('statements', 'E_SUBJECT', particular('statement-subject', {}, { path }));
}

function misformed(fault: Particular): Problem {
  return problem('statements', 'E_STATEMENT', fault);
}

function standsRight(statement: Statement, path: string, index: number): boolean {
  const { seq, decision, role } = statement.predicate;
  const first = index === 0;
  const fits = decision === (first ? 'prepare' : 'approve') && (role === 'preparer') === first;
  return fits && seq === index + 1 && statementPath(statement) === path;
}

function isAboutThis(
  { subject, predicate }: Statement,
  { releaseId, releaseDigest }: SignatureContext,
): boolean {
  return (
    subject[0].digest.sha256 === releaseDigest &&
    (releaseId === undefined || predicate.releaseId === releaseId)
  );
}

function verifiedSignature(
  { path, statement, signature }: StoredApproval,
  crypto: Crypto,
): SshSignature | Problem {
  const read = readSshSignature(signature ?? new Uint8Array());
  const isMeant = read?.namespace === approvalNamespace && statement !== undefined;
  if (!isMeant || !isSoundKey(read.key) || !fitsMessage(read, statement, crypto))
    return problem('signatures', 'E_SIGNATURE', particular('signature-unfit', {}, { path }));
  if (read.key.type === 'sk-ssh-ed25519@openssh.com' && !wasTouched(read))
    return problem('signatures', 'E_PRESENCE', particular('signature-untouched', {}, { path }));
  return read;
}

function describe({ predicate }: Statement, print: string, known: boolean): SeenSignature {
  const { signer, role, decision, claimedTime, comment, confirmed, auditHead } = predicate;
  const said = { signer, role, decision, claimedTime, comment, confirmed, fingerprint: print, known };
  return auditHead === null ? said : { ...said, auditHead };
}

function problem(id: CheckId, code: ErrorCode, fault: Particular): Problem {
  return { id, code, particular: fault };
}
