import { readFileSync, writeFileSync } from 'node:fs';
import { publicKeyLine } from '../../../shared/bundle/ssh-key.ts';
import type { TrustFile } from '../../../shared/bundle/trust.ts';
import { parseKeyFile, publicKeyOf } from '../../../electron/node/key-file.ts';

/** Writes a trust list that knows one signer, by the public half of their key file, as preparer and privacy officer. */
export function trustInKey(keyPath: string, signer: string, trustPath: string): void {
  const key = publicKeyLine(publicKeyOf(parseKeyFile(readFileSync(keyPath))), signer);
  const trust: TrustFile = {
    v: 1,
    signers: [{ id: signer, person: signer, roles: ['preparer', 'privacy-officer'], key }],
  };
  writeFileSync(trustPath, JSON.stringify(trust));
}
