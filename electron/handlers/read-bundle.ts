import type { VerificationReport } from '../../shared/bundle/report.ts';
import { verifyBundle } from '../../shared/bundle/verify.ts';
import type { InspectedBundle } from '../../shared/ipc/inspected-bundle.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import { contentsHold } from '../../shared/workflow/contents-hold.ts';
import { inspectBundle } from '../../shared/workflow/inspect-bundle.ts';
import type { OpenedBundles } from './opened-bundles.ts';
import type { Files } from './ports/files.ts';
import type { Journal } from './ports/journal.ts';
import type { TrustStore } from './ports/trust-store.ts';
import type { Witness } from './ports/witness.ts';

const bundleLimit = 1024 * 1024 * 1024;

/** Reads and verifies a bundle from anyone. Refuses only what cannot be read; what does not hold is in its checks. */
export function bundleReader(ports: {
  readonly files: Files;
  readonly trust: TrustStore;
  readonly crypto: Crypto;
  readonly journal: Journal;
  readonly witness: Pick<Witness, 'remember'>;
  readonly opened: OpenedBundles;
}): (path: string) => Promise<InspectedBundle> {
  return async (path) => {
    const trust = await ports.trust.load();
    const bytes = await ports.files.read(path, bundleLimit);
    const report = await verifyBundle(bytes, trust, ports.crypto);
    await ports.journal.record('bundle.verified', {
      outcome: report.outcome,
      digest: report.releaseDigest ?? '',
    });
    if (report.ledger && isAccepted(report)) await ports.witness.remember(report.ledger);
    const fileName = ports.files.name(path);
    const shown = inspectBundle({ fileName, sizeBytes: bytes.length }, report);
    const { contents, signatures, releaseDigest: digest } = report;
    if (contents === undefined || digest === undefined || !contentsHold(report.checks)) return shown;
    return { ...shown, handle: ports.opened.keep({ fileName, digest, report, contents, signatures, trust }) };
  };
}

/** Only of a bundle whose signers are known and whose every check but the number of approvals holds is anything remembered. */
function isAccepted({ outcome }: VerificationReport): boolean {
  return outcome === 'release' || outcome === 'prepared';
}
