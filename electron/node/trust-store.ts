import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publicKeyLine } from '../../shared/bundle/ssh-key.ts';
import { Role } from '../../shared/bundle/statement.ts';
import { parseTrust, TrustFile, type Trust } from '../../shared/bundle/trust.ts';
import type { TrustStore } from '../handlers/ports/trust-store.ts';
import { writeAtomic } from './atomic-file.ts';

/**
 * Reads `trust.json` of a folder, which its owner puts there, and keeps `own-keys.json` beside it: the keys made on this
 * machine, known in any role. A key that stands in both counts as `trust.json` has it.
 */
export function createTrustStore(folder: string): TrustStore {
  const trustFile = join(folder, 'trust.json');
  const ownFile = join(folder, 'own-keys.json');
  return {
    load: async () => merge(await readTrust(trustFile), await readTrust(ownFile)),
    remember: async ({ signerId, person, publicKey }) => {
      const own = await readOwn(ownFile);
      const key = publicKeyLine(publicKey, '');
      const others = own.signers.filter((signer) => signer.key !== key);
      const signers = [...others, { id: signerId, person, roles: Role.options, key }];
      await writeAtomic(ownFile, new TextEncoder().encode(`${JSON.stringify({ v: 1, signers })}\n`));
    },
  };
}

async function readTrust(file: string): Promise<Trust> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes === undefined ? { signers: [], minimumApprovals: 0 } : parseTrust(bytes);
}

async function readOwn(file: string): Promise<TrustFile> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? { v: 1, signers: [] } : TrustFile.parse(JSON.parse(text));
}

function merge(listed: Trust, own: Trust): Trust {
  const known = new Set(listed.signers.map(({ publicKey }) => publicKey.join()));
  const added = own.signers.filter(({ publicKey }) => !known.has(publicKey.join()));
  return { signers: [...listed.signers, ...added], minimumApprovals: listed.minimumApprovals };
}
