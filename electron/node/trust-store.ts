import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { publicKeyLine } from '../../shared/bundle/ssh-key.ts';
import { Role } from '../../shared/bundle/statement.ts';
import { acceptTrustList } from '../../shared/bundle/trust-accept.ts';
import { readTrustListFile } from '../../shared/bundle/trust-list-file.ts';
import type { TrustList } from '../../shared/bundle/trust-list.ts';
import { mergeTrust } from '../../shared/bundle/trust-of-lists.ts';
import { rootFingerprint } from '../../shared/bundle/trust-root.ts';
import { noTrust, parseTrust, TrustFile, type Trust } from '../../shared/bundle/trust.ts';
import type { ListStore } from '../handlers/ports/trust-store.ts';
import { writeAtomic } from './atomic-file.ts';
import { systemClock } from './clock.ts';
import { nodeCrypto } from './crypto.ts';

/**
 * Reads `trust.json` of a folder, which its owner puts there, keeps `own-keys.json` beside it: the keys made on this machine,
 * known in any role, and in `trust-lists/` the last signed list of each publisher. A key that stands in several counts as the
 * signed list has it, then as `trust.json` does.
 */
export function createTrustStore(folder: string, now: () => string = systemClock.now): ListStore {
  const trustFile = join(folder, 'trust.json');
  const ownFile = join(folder, 'own-keys.json');
  const listFolder = join(folder, 'trust-lists');
  const lists = (): Promise<readonly TrustList[]> => readLists(listFolder);
  return {
    lists,
    simple: async () => {
      const own = (await readTrust(ownFile)).signers;
      return { listed: (await readTrust(trustFile)).signers, own };
    },
    load: async () => {
      const simple = merge(await readTrust(trustFile), await readTrust(ownFile));
      return mergeTrust(await lists(), simple, now(), nodeCrypto);
    },
    remember: async ({ signerId, person, publicKey }) => {
      const own = await readOwn(ownFile);
      const key = publicKeyLine(publicKey, '');
      const others = own.signers.filter((signer) => signer.key !== key);
      const signers = [...others, { id: signerId, person, roles: Role.options, key }];
      await writeAtomic(ownFile, new TextEncoder().encode(`${JSON.stringify({ v: 1, signers })}\n`));
    },
    importList: async (file, fingerprint, at) => {
      const { origin, version } = readTrustListFile(file, nodeCrypto).list;
      const held = (await lists()).find((list) => list.origin === origin);
      const { list, change } = acceptTrustList({ file, held, fingerprint, now: at }, nodeCrypto);
      if (change !== 'same') await writeList(listFolder, origin, file);
      return { origin, version, change, fingerprint: rootFingerprint(list, nodeCrypto) };
    },
  };
}

async function readLists(folder: string): Promise<readonly TrustList[]> {
  const names = await readdir(folder).catch(() => []);
  const files = names.filter((name) => /^list-.*\.trust$/.test(name)).toSorted();
  const bytes = await Promise.all(files.map((name) => readFile(join(folder, name))));
  return bytes.map((file) => readTrustListFile(file, nodeCrypto).list);
}

async function writeList(folder: string, origin: string, file: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeAtomic(join(folder, `list-${origin.replaceAll('/', '_')}.trust`), file);
}

async function readTrust(file: string): Promise<Trust> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes === undefined ? noTrust : parseTrust(bytes);
}

async function readOwn(file: string): Promise<TrustFile> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? { v: 1, signers: [] } : TrustFile.parse(JSON.parse(text));
}

function merge(listed: Trust, own: Trust): Trust {
  const known = new Set(listed.signers.map(({ key }) => key.blob.join()));
  const added = own.signers.filter(({ key }) => !known.has(key.blob.join()));
  return { ...listed, signers: [...listed.signers, ...added] };
}
