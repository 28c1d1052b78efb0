import { fromUtf8 } from '../base/bytes.ts';
import type { Crypto } from '../ports/crypto.ts';
import { ledgerPaths } from './names.ts';
import type { Check, Outcome, VerificationReport } from './report.ts';
import type { Trust } from './trust.ts';
import { verifyApprovals } from './verify-approvals.ts';
import { verifyContents } from './verify-contents.ts';
import { verifyFiles } from './verify-files.ts';
import { type CheckedLedger, verifyLedger } from './verify-ledger.ts';
import { verifySignatures } from './verify-signatures.ts';
import type { BundleFiles } from './zip-write.ts';

/**
 * Checks a bundle from anyone. Never throws for what `bytes` hold: every failure is a check with its code. Without `trust` the
 * signatures are still checked, but no key is known, so nothing but a demo can hold. What is in the bundle is read only when
 * all digests hold.
 */
export async function verifyBundle(
  bytes: Uint8Array,
  trust: Trust | undefined,
  crypto: Crypto,
): Promise<VerificationReport> {
  const { checks: fileChecks, files, releaseDigest } = verifyFiles(bytes, crypto);
  if (releaseDigest === undefined) return report(fileChecks, {});
  const sealed = fileChecks.every(({ ok, id }) => ok || id === 'checksums');
  const inside = sealed ? await verifyContents(files, crypto) : { checks: [] };
  const { contents } = inside;
  const context = { releaseDigest, trust, crypto };
  const signed = verifySignatures(files, {
    ...context,
    releaseId: contents?.release.id,
    ledger: contents?.release.ledger,
  });
  const approved =
    contents === undefined
      ? { checks: [], solo: false }
      : verifyApprovals(signed.good, { policy: contents.policy, ledger: contents.release.ledger }, trust);
  const kept: Partial<CheckedLedger> =
    contents === undefined ? {} : verifyLedger(files, { ...context, release: contents.release });
  const checks = [
    ...fileChecks,
    ...signed.checks,
    ...approved.checks,
    ...(kept.check ? [kept.check] : []),
    ...inside.checks,
  ];
  return report(checks, {
    signatures: signed.seen,
    solo: approved.solo,
    releaseDigest,
    ...(kept.ledger && { ledger: kept.ledger }),
    ...checkpointIn(files),
    ...(contents === undefined ? {} : { contents }),
  });
}

function checkpointIn(files: BundleFiles): Pick<VerificationReport, 'checkpoint'> {
  const file = files.get(ledgerPaths.checkpoint);
  const checkpoint = file && fromUtf8(file);
  return checkpoint === undefined ? {} : { checkpoint };
}

function report(
  checks: readonly Check[],
  rest: Partial<Omit<VerificationReport, 'outcome' | 'checks'>>,
): VerificationReport {
  const demo = rest.contents?.policy.demo ?? false;
  return { signatures: [], solo: false, ...rest, demo, checks, outcome: outcomeOf(checks, demo) };
}

function outcomeOf(checks: readonly Check[], demo: boolean): Outcome {
  const wrong = checks.filter(({ ok }) => !ok);
  if (wrong.length === 0) return demo ? 'demo' : 'release';
  return wrong.every(({ code }) => code === 'E_APPROVALS') && !demo ? 'prepared' : 'rejected';
}
