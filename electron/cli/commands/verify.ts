import { stat } from 'node:fs/promises';
import type { Json } from '../../../shared/base/json.ts';
import {
  type Check,
  checkText,
  type SeenSignature,
  type VerificationReport,
} from '../../../shared/bundle/report.ts';
import { noTrust, parseTrust, type Trust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { maximumBundleBytes } from '../../../shared/bundle/zip-layout.ts';
import type { Witness } from '../../handlers/ports/witness.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { readLocalFile } from '../../node/local-file.ts';
import { createTrustStore } from '../../node/trust-store.ts';
import type { CommandOutcome } from '../outcome.ts';

const largestTrustList = 1 << 20;

/** What was seen of ledgers before, and whether this bundle is to be remembered. */
export interface Watching {
  readonly witness: Witness;
  readonly remember: boolean;
}

/**
 * Checks a bundle. Holds (0) for a release by signers of the trust list; a demo holds only when no trust list is given, since
 * everybody can sign a demo. Throws `Refusal` when a file cannot be read or the trust list cannot be used.
 */
export async function verify(
  path: string,
  trustPath: string | undefined,
  watching?: Watching,
): Promise<CommandOutcome> {
  const known = trustPath === undefined ? undefined : await readTrust(trustPath);
  const trust = watching === undefined ? known : await withSeen(known ?? noTrust, watching);
  const report = await verifyBundle(await readBundle(path), trust, nodeCrypto);
  if (watching?.remember === true) await remember(report, watching);
  const holds = report.outcome === 'release' || (report.outcome === 'demo' && known === undefined);
  return { exitCode: holds ? 0 : 1, json: reportJson(report), text: reportText(report) };
}

async function withSeen(trust: Trust, { witness }: Watching): Promise<Trust> {
  return { ...trust, seen: await witness.seen() };
}

async function remember({ outcome, ledger }: VerificationReport, { witness }: Watching): Promise<void> {
  const isAccepted = outcome === 'release' || outcome === 'prepared';
  if (isAccepted && ledger !== undefined) await witness.remember(ledger);
}

/** The bytes of a bundle; throws `Refusal` as `readLocalFile` does. */
export function readBundle(path: string): Promise<Uint8Array> {
  return readLocalFile(path, maximumBundleBytes);
}

/** A trust list, or all a folder of `trust import` holds; throws `Refusal` as `readLocalFile` and `parseTrust` do. */
export async function readTrust(path: string): Promise<Trust> {
  const isFolder = await stat(path).then(
    (status) => status.isDirectory(),
    () => false,
  );
  if (isFolder) return createTrustStore(path).load();
  return parseTrust(await readLocalFile(path, largestTrustList));
}

/** A report for programs: all of it but the contents. */
export function reportJson(report: VerificationReport): Json {
  const { outcome, solo, demo, releaseDigest, checks, signatures, contents, ledger } = report;
  return {
    outcome,
    solo,
    demo,
    releaseId: contents?.release.id ?? null,
    releaseDigest: releaseDigest ?? null,
    checks: checks.map(checkJson),
    signatures: signatures.map(signatureJson),
    ledger: ledger === undefined ? null : { origin: ledger.origin, size: ledger.size, root: ledger.root },
  };
}

/** `detail` is the English sentence; a failed check also has the keys and values it is made of. */
function checkJson(check: Check): Json {
  const detail = checkText(check);
  if (check.ok) return { id: check.id, ok: true, detail };
  const particulars = check.particulars.map(({ what, values, place }) => ({
    what,
    values,
    ...(place === undefined ? {} : { place: { ...place } }),
  }));
  return { id: check.id, ok: false, code: check.code, detail, particulars };
}

function signatureJson(seen: SeenSignature): Json {
  const { signer, role, decision, claimedTime, comment, fingerprint, known } = seen;
  return { signer, role, decision, claimedTime, comment, fingerprint, known };
}

/** A report for people: outcome, digest in 8 groups, one line a check. */
export function reportText(report: VerificationReport): string {
  const { releaseDigest = '', checks } = report;
  const lines = checks.map(
    (check) =>
      `${check.ok ? 'ok    ' : 'FAILED'} ${check.id}: ${check.ok ? '' : `${check.code} `}${checkText(check)}`,
  );
  const digest = releaseDigest.match(/.{8}/g)?.join(' ');
  return `${[headline(report), ...(digest === undefined ? [] : [`release digest ${digest}`]), ...lines].join('\n')}\n`;
}

function headline({ outcome, solo, contents }: VerificationReport): string {
  const id = contents?.release.id ?? 'this file';
  switch (outcome) {
    case 'release':
      return `RELEASE: ${id} holds${solo ? ' (SOLO: prepared and approved by one person)' : ''}`;
    case 'prepared':
      return `PREPARED: ${id} is not a release yet, approvals are missing`;
    case 'demo':
      return `DEMO: ${id} holds as a demonstration; anybody could have signed it`;
    case 'rejected':
      return `REJECTED: ${id} does not hold`;
  }
}
