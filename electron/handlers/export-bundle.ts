import { equalBytes } from '../../shared/base/bytes.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { bundleExtension } from '../../shared/bundle/names.ts';
import { ed25519Key } from '../../shared/bundle/ssh-key.ts';
import { Role } from '../../shared/bundle/statement.ts';
import { noTrust, type Trust } from '../../shared/bundle/trust.ts';
import { verifyBundle } from '../../shared/bundle/verify.ts';
import type { Receipt } from '../../shared/ipc/seal-outcome.ts';
import type { Crypto } from '../../shared/ports/crypto.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import { signerIdFor, type SigningKey } from './sign-release.ts';

/** Bytes that are ready to be written, and what they must verify as. */
export interface SignedBundle {
  readonly bytes: Uint8Array;
  readonly releaseId: string;
  readonly releaseDigest: string;
  readonly outcome: Receipt['outcome'];
  /** Whom the bundle is verified against: its signer alone. */
  readonly trust: Trust;
}

/** Checks signed bytes with the whole verifier, knowing the signer's key alone. What fails here is a defect. */
export async function mustVerify(bundle: SignedBundle, bytes: Uint8Array, crypto: Crypto): Promise<void> {
  const report = await verifyBundle(bytes, bundle.trust, crypto);
  if (report.outcome === bundle.outcome && report.releaseDigest === bundle.releaseDigest) return;
  const wrong = report.checks.find((check) => !check.ok);
  throw new Error(
    `a bundle just signed does not verify: ${report.outcome}, ${wrong?.code ?? 'other digest'}`,
  );
}

/**
 * Asks where to, then lets `record` write there; the name ends as bundles do. Nothing when the dialog was closed.
 */
export async function exportBundle(
  bundle: SignedBundle,
  record: (write: () => Promise<void>) => Promise<void>,
  ports: WritePorts & { readonly dialogs: Dialogs },
): Promise<string | undefined> {
  await mustVerify(bundle, bundle.bytes, ports.crypto);
  const chosen = await ports.dialogs.saveFile('bundle', `${bundle.releaseId}${bundleExtension}`);
  if (chosen === undefined) return undefined;
  const path = chosen.endsWith(bundleExtension)
    ? chosen
    : `${chosen.replace(/\.zip$/, '')}${bundleExtension}`;
  await record(() => writeBundle(bundle, path, ports));
  return path;
}

export interface WritePorts {
  readonly files: Files;
  readonly crypto: Crypto;
}

/** Writes a bundle all or nothing, reads it back and verifies that. Refuses as `Files` does, and with `read-back-failed`. */
export async function writeBundle(bundle: SignedBundle, path: string, ports: WritePorts): Promise<void> {
  await ports.files.write(path, bundle.bytes);
  const back = await ports.files.read(path, bundle.bytes.length);
  if (!equalBytes(back, bundle.bytes)) {
    const name = ports.files.name(path);
    const message = `${name} reads back differently from what was written. Export elsewhere.`;
    throw new Refusal('read-back-failed', message, { name });
  }
  await mustVerify(bundle, back, ports.crypto);
}

/** Trust in nobody but who signs with `key`. */
export function trustIn(key: SigningKey): Trust {
  if (key.kind === 'demo') return noTrust;
  const { label, publicKey } = key.info;
  const signer = { ids: [signerIdFor(key)], person: label, roles: Role.options, key: ed25519Key(publicKey) };
  return { ...noTrust, signers: [signer] };
}
