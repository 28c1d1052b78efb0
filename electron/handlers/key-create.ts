import type { Handler } from '../../shared/ipc/contract.ts';
import type { KeyRing } from './key-ring.ts';
import type { Dialogs } from './ports/dialogs.ts';
import type { Files } from './ports/files.ts';
import type { Journal } from './ports/journal.ts';
import type { Keys } from './ports/keys.ts';
import type { SealWindow } from './ports/seal-window.ts';
import type { TrustStore } from './ports/trust-store.ts';
import { signerIdOf } from './signer-id.ts';

/** Has the passphrase typed in the seal window, writes the key file where the officer says, and counts the key as known here. */
export function keyCreate(ports: {
  readonly dialogs: Dialogs;
  readonly files: Files;
  readonly keys: Keys;
  readonly ring: KeyRing;
  readonly sealWindow: SealWindow;
  readonly trust: TrustStore;
  readonly journal: Journal;
}): Handler<'key.create'> {
  return async ({ label }) => {
    const keyFile = await ports.sealWindow.ask({ kind: 'create', label }, (passphrase) =>
      ports.keys.create(label, passphrase),
    );
    if (keyFile === undefined) return undefined;
    const path = await ports.dialogs.saveFile('key', suggestedName(label));
    if (path === undefined) return undefined;
    await ports.files.write(path, keyFile);
    const info = ports.keys.describe(await ports.files.read(path, keyFile.length));
    const { publicKey } = info;
    await ports.trust.remember({ signerId: signerIdOf(info.label), person: info.label, publicKey });
    await ports.journal.record('key.created', { fingerprint: info.fingerprint });
    return ports.ring.add({ info, keyFile });
  };
}

function suggestedName(label: string): string {
  const plain = signerIdOf(label)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
  return `${plain}.key.json`;
}
