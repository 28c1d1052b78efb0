import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { auditGround } from '../../../electron/node/audit-ground.ts';
import { createAuditLog } from '../../../electron/node/audit-log.ts';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { createLedgerStore } from '../../../electron/node/ledger-store.ts';
import { parseKeyFile, publicKeyOf } from '../../../electron/node/key-file.ts';
import { toHex } from '../../../shared/base/hex.ts';
import { ed25519Key } from '../../../shared/bundle/ssh-key.ts';
import { Role } from '../../../shared/bundle/statement.ts';
import { noTrust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { releasesOf } from '../../../shared/ledger/ledger-entry.ts';
import type { Acknowledged } from './acknowledged.ts';
import { canary, type Ground } from './ground.ts';

/** What is wrong on disk after a kill, in words; nothing when all is well. Repairs the ledger as the next start would. */
export async function wrongAfter(ground: Ground, heard: Acknowledged): Promise<readonly string[]> {
  const wrong = [...traces(ground), ...halves(ground)];
  const { entries } = await createLedgerStore(join(ground.userData, 'ledger')).read('release');
  const released = releasesOf(entries);
  for (const digest of heard.releases)
    if (!released.some((entry) => entry.releaseDigest === digest))
      wrong.push('an exported release is not in the ledger');
  if (existsSync(ground.bundle)) {
    const bytes = new Uint8Array(readFileSync(ground.bundle));
    const report = await verifyBundle(bytes, trustOf(ground), nodeCrypto);
    if (report.outcome !== 'release') wrong.push(`the exported file is no release: ${report.outcome}`);
    if (!released.some((entry) => entry.bundle === toHex(nodeCrypto.sha256(bytes))))
      wrong.push('the exported file is not in the ledger');
  } else if (heard.releases.length > 0) wrong.push('an exported release is gone');
  return [...wrong, ...(await wrongInAudit(ground, heard))];
}

async function wrongInAudit(ground: Ground, heard: Acknowledged): Promise<readonly string[]> {
  const read = await createAuditLog(
    join(ground.userData, 'ledger', 'audit.jsonl'),
    auditGround('0.1.0'),
  ).read();
  if (!read.ok) return [`line ${read.line} of the audit log does not follow`];
  const done = new Set(
    read.records.flatMap(({ ev, obj, data }) =>
      ev === 'release.export' && data['phase'] === 'done' ? [obj] : [],
    ),
  );
  return heard.releases.flatMap((digest) =>
    done.has(digest) ? [] : ['an exported release is not in the audit log'],
  );
}

/** Trials begin with nothing released: the same figures could not go out a second time. */
export function forgetRelease(ground: Ground): void {
  rmSync(join(ground.userData, 'ledger', 'release'), { recursive: true, force: true });
  for (const name of readdirSync(ground.exports)) rmSync(join(ground.exports, name));
}

function trustOf(ground: Ground): typeof noTrust {
  const key = ed25519Key(publicKeyOf(parseKeyFile(readFileSync(ground.key))));
  const id = 'petra@example.org';
  return { ...noTrust, signers: [{ ids: [id], person: id, roles: Role.options, key }] };
}

/** Files that somebody could take for a bundle, beside the one that was asked for. */
function halves({ exports, bundle, temporary }: Ground): readonly string[] {
  return [exports, temporary]
    .flatMap((folder) => filesBelow(folder))
    .filter((file) => file.endsWith('.zip') && file !== bundle)
    .map((file) => `${file} looks like a bundle`);
}

/** Files that hold the identifier that was planted. */
function traces({ userData, temporary, exports }: Ground): readonly string[] {
  return [userData, temporary, exports, '/dev/shm']
    .flatMap((folder) => filesWithCanary(folder))
    .map((file) => `${file} holds an identifier`);
}

export function filesWithCanary(folder: string): readonly string[] {
  const needles = [Buffer.from(canary, 'utf8'), Buffer.from(canary, 'utf16le')];
  return filesBelow(folder).filter((file) => {
    const bytes = readIfThere(file);
    return needles.some((needle) => bytes.includes(needle));
  });
}

function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

function filesBelow(path: string): readonly string[] {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isFile() === true) return [path];
  if (status?.isDirectory() !== true) return [];
  return readdirSync(path).flatMap((name) => filesBelow(join(path, name)));
}
