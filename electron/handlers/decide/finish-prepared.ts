import { Refusal } from '../../../shared/base/failure.ts';
import { attachExternalSignature, readStatementFile } from '../../../shared/bundle/external-signature.ts';
import { noTrust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import type { DecisionOutcome } from '../../../shared/ipc/decision.ts';
import { attachCheckpoint } from '../attach-checkpoint.ts';
import { exportBundle, type SignedBundle, type WritePorts } from '../export-bundle.ts';
import type { LastExport } from '../last-export.ts';
import type { Dialogs } from '../ports/dialogs.ts';
import type { Journal } from '../ports/journal.ts';
import type { Ledger } from '../ports/ledger.ts';
import type { KeptPending, WaitingRelease } from '../ports/pending-store.ts';
import { recordRelease } from '../record-release.ts';
import { chainCommands } from '../verify-commands.ts';

export interface PreparedPorts extends WritePorts {
  readonly dialogs: Dialogs;
  readonly journal: Journal;
  readonly lastExport: LastExport;
  readonly ledger: Ledger;
}

/**
 * What was sealed before, with the preparer's signature from elsewhere: its checkpoint attached, verified, written, read back and recorded
 * like any other. Refuses `ledger-moved` where another release was recorded since it was sealed.
 */
export async function finishPrepared(
  { signing, statement: written }: KeptPending,
  release: WaitingRelease,
  signature: Uint8Array,
  ports: PreparedPorts,
): Promise<DecisionOutcome> {
  const statement = readStatementFile(written);
  const signed = attachExternalSignature(release.bytes, statement, signature, ports.crypto);
  const { releaseId, digest: releaseDigest, signer, claimedTime } = signing;
  const known = { ids: [signer], person: signer, roles: ['preparer' as const], key: signed.key };
  const trust = { ...noTrust, signers: [known] };
  const { contents } = await verifyBundle(signed.bundle, trust, ports.crypto);
  if (contents === undefined) throw new Error('what was sealed here does not hold');
  const { entries, head } = await ports.ledger.read('release');
  if (head !== release.head) throw moved();
  const place = contents.release.ledger ?? undefined;
  const bytes = await attachCheckpoint(
    signed.bundle,
    { releaseId, releaseDigest },
    { entries, place },
    ports,
  );
  const bundle: SignedBundle = { bytes, releaseId, releaseDigest, outcome: 'prepared', trust };
  const held = { ...release, chain: 'release' as const };
  const path = await exportBundle(
    bundle,
    (write) => recordRelease({ bundle, contents, claimedTime, held }, write, ports),
    ports,
  );
  if (path === undefined) return { kind: 'cancelled' };
  ports.lastExport.set(path);
  await ports.journal.record('release.exported', { digest: releaseDigest, outcome: 'prepared' });
  const commands = chainCommands(ports.files.name(path), [known]);
  const receipt = { path, releaseId, digest: releaseDigest, sizeBytes: bytes.length, commands };
  return { kind: 'signed', receipt: { ...receipt, outcome: 'prepared' } };
}

function moved(): Refusal {
  return new Refusal(
    'ledger-moved',
    'Another release was recorded in the meantime. Nothing was written: evaluate the gates and sign again.',
  );
}
