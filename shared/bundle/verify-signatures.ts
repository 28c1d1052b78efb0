import { equalBytes } from '../base/bytes.ts';
import { parseCanonicalJsonFile } from '../base/canonical-json.ts';
import type { Crypto } from '../ports/crypto.ts';
import { chainDigest, type StoredApproval, storedApprovals } from './approvals.ts';
import { demoSignerId, isDemoKey } from './demo-key.ts';
import type { ErrorCode } from './error-codes.ts';
import { jsonParticular } from './json-particular.ts';
import { approvalNamespace } from './names.ts';
import { type Particular, particular } from './particular.ts';
import { type Check, type CheckId, failed, passed, type SeenSignature } from './report.ts';
import { readForm } from './schema-fault.ts';
import { fingerprint } from './ssh-key.ts';
import { readSshSignature, sshSignedBytes } from './ssh-signature.ts';
import { Statement, statementPath } from './statement.ts';
import type { Trust, TrustedSigner } from './trust.ts';
import type { BundleFiles } from './zip-write.ts';

/** A statement whose form, subject and signature hold, and whose key is whose. */
export interface GoodSignature {
  readonly statement: Statement;
  readonly publicKey: Uint8Array;
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
    const publicKey = verifiedKey(approval, context.crypto);
    if (publicKey === undefined)
      return void problems.push(
        problem('signatures', 'E_SIGNATURE', particular('signature-unfit', {}, { path })),
      );
    const signer = knownSigner(statement, path, publicKey, context.trust);
    const known = signer === 'demo' || (signer !== undefined && 'ids' in signer);
    const print = fingerprint(publicKey, context.crypto);
    const unknown = particular('key-unknown', { fingerprint: print }, { path });
    if (!known) problems.push(signer ?? problem('signers', 'E_UNKNOWN_KEY', unknown));
    seen.push(describe(statement, print, known));
    if (known) good.push(signer === 'demo' ? { statement, publicKey } : { statement, publicKey, signer });
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

function verifiedKey({ statement, signature }: StoredApproval, crypto: Crypto): Uint8Array | undefined {
  const read = readSshSignature(signature ?? new Uint8Array());
  if (read === undefined || read.namespace !== approvalNamespace || statement === undefined) return undefined;
  const message = sshSignedBytes(approvalNamespace, statement, crypto);
  return crypto.verify(read.publicKey, message, read.signature) ? read.publicKey : undefined;
}

function knownSigner(
  statement: Statement,
  path: string,
  publicKey: Uint8Array,
  trust: Trust | undefined,
): TrustedSigner | Problem | 'demo' | undefined {
  const { signer, role } = statement.predicate;
  if (isDemoKey(publicKey))
    return signer === demoSignerId
      ? 'demo'
      : problem('signers', 'E_SIGNER', particular('signer-demo-key', { signer }, { path }));
  const found = trust?.signers.find((each) => equalBytes(each.publicKey, publicKey));
  if (found === undefined) return undefined;
  if (!found.ids.includes(signer))
    return problem('signers', 'E_SIGNER', particular('signer-other-key', { signer }, { path }));
  if (found.roles.includes(role)) return found;
  return problem('signers', 'E_ROLE', particular('signer-role', { signer, role }, { path }));
}

function describe({ predicate }: Statement, keyFingerprint: string, known: boolean): SeenSignature {
  const { signer, role, decision, claimedTime, comment, confirmed } = predicate;
  return { signer, role, decision, claimedTime, comment, confirmed, fingerprint: keyFingerprint, known };
}

function problem(id: CheckId, code: ErrorCode, fault: Particular): Problem {
  return { id, code, particular: fault };
}
