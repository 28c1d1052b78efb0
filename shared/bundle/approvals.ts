import { concatBytes } from '../base/bytes.ts';
import { parseCanonicalJsonFile } from '../base/canonical-json.ts';
import { Refusal } from '../base/failure.ts';
import { toHex } from '../base/hex.ts';
import type { Crypto, Signer } from '../ports/crypto.ts';
import { approvalNamespace, approvalPath, byBytes, paths } from './names.ts';
import { inEnglish, type Particular, particular, refusalDetail } from './particular.ts';
import { Release } from './release.ts';
import { signWithSsh } from './ssh-signature.ts';
import {
  ClaimedTime,
  Confirmation,
  type Role,
  SignerId,
  type Statement,
  statementBytes,
  statementPath,
} from './statement.ts';
import { readZip } from './zip-read.ts';
import { type BundleFiles, writeZip } from './zip-write.ts';

/** A statement and its signature as they lie in the archive; either may be missing in a broken bundle. */
export interface StoredApproval {
  readonly path: string;
  readonly statement: Uint8Array | undefined;
  readonly signature: Uint8Array | undefined;
}

/** Who signs, as what, and when by their clock. */
export interface SigningRequest {
  readonly role: Role;
  readonly signer: string;
  /** UTC to the second; taken as given, so that the same request gives the same bytes. */
  readonly claimedTime: string;
  readonly comment?: string;
  /** What the signer says to have done. */
  readonly confirmed?: readonly Confirmation[];
  /** Last record of this workstation's audit log, 64 hexadecimal digits. */
  readonly auditHead?: string;
}

/** The statements of an archive in the order of their names. */
export function storedApprovals(files: BundleFiles): readonly StoredApproval[] {
  const names = [...files.keys()]
    .filter((name) => approvalPath.test(name))
    .map((name) => name.replace(/\.sig$/, ''));
  return [...new Set(names)]
    .toSorted(byBytes)
    .map((path) => ({ path, statement: files.get(path), signature: files.get(`${path}.sig`) }));
}

/** What the next statement must name as the one before it: SHA-256 over statement and signature; `null` for the first. */
export function chainDigest(previous: StoredApproval | undefined, crypto: Crypto): string | null {
  if (previous?.statement === undefined || previous.signature === undefined) return null;
  return toHex(crypto.sha256(concatBytes([previous.statement, previous.signature])));
}

/**
 * The statement that comes next in `bundle`: `prepare` for the first, which is the preparer's, `approve` for the others.
 * Throws `Refusal` `not-a-bundle`, `signing-order`, `signer-id` or `claimed-time`.
 */
export function statementFor(bundle: Uint8Array, request: SigningRequest, crypto: Crypto): Statement {
  const files = openForSigning(bundle);
  const before = storedApprovals(files);
  const first = before.length === 0;
  if (first !== (request.role === 'preparer')) throw wrongOrder(first);
  if (!SignerId.safeParse(request.signer).success)
    throw new Refusal(
      'signer-id',
      `"${request.signer}" is no signer's name: use letters, digits and . _ @ + - only.`,
      {
        signer: request.signer,
      },
    );
  if (!ClaimedTime.safeParse(request.claimedTime).success)
    throw new Refusal(
      'claimed-time',
      `"${request.claimedTime}" is not a UTC time such as 2026-11-22T10:00:00Z.`,
      {
        time: request.claimedTime,
      },
    );
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [
      { name: paths.tagManifest, digest: { sha256: toHex(crypto.sha256(need(files, paths.tagManifest))) } },
    ],
    predicateType: 'urn:freigabe:approval:v1',
    predicate: {
      seq: before.length + 1,
      decision: first ? 'prepare' : 'approve',
      role: request.role,
      signer: request.signer,
      releaseId: releaseIdOf(files),
      claimedTime: request.claimedTime,
      comment: request.comment ?? '',
      confirmed: Confirmation.options.filter((one) => request.confirmed?.includes(one) ?? false),
      auditHead: request.auditHead ?? null,
      previousApproval: chainDigest(before.at(-1), crypto),
    },
  };
}

/** `bundle` with one more statement and its signature file. Nothing is checked: verify the result. */
export function attachApproval(bundle: Uint8Array, statement: Statement, signature: Uint8Array): Uint8Array {
  const path = statementPath(statement);
  const files = new Map(openForSigning(bundle));
  files.set(path, statementBytes(statement)).set(`${path}.sig`, signature);
  return writeZip(files);
}

/** `statementFor`, signed by `signer` and attached: the whole step of one signature. */
export async function signBundle(
  bundle: Uint8Array,
  request: SigningRequest,
  signer: Signer,
  crypto: Crypto,
): Promise<Uint8Array> {
  const statement = statementFor(bundle, request, crypto);
  const signature = await signWithSsh(approvalNamespace, statementBytes(statement), signer, crypto);
  return attachApproval(bundle, statement, signature);
}

function openForSigning(bundle: Uint8Array): BundleFiles {
  const zip = readZip(bundle);
  if (zip.ok) return zip.files;
  throw notABundle(zip.fault);
}

function need(files: BundleFiles, path: string): Uint8Array {
  const bytes = files.get(path);
  if (bytes === undefined) throw notABundle(particular('files-missing', { paths: path }));
  return bytes;
}

function releaseIdOf(files: BundleFiles): string {
  const json = parseCanonicalJsonFile(need(files, paths.release));
  const release = Release.safeParse(json.ok ? json.value : undefined);
  if (!release.success) throw notABundle(particular('field-form', {}, { path: paths.release }));
  return release.data.id;
}

function notABundle(fault: Particular): Refusal {
  return new Refusal(
    'not-a-bundle',
    `This is not a whole bundle. ${inEnglish(fault)} Get the file again from its sender.`,
    refusalDetail(fault),
  );
}

function wrongOrder(first: boolean): Refusal {
  return first
    ? new Refusal(
        'signing-order',
        'Nobody has signed this bundle as its preparer yet; the preparer signs first.',
      )
    : new Refusal('signing-order', 'This bundle has its preparer; sign as privacy-officer or second-signer.');
}
