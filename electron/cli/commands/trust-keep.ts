import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { utf8 } from '../../../shared/base/bytes.ts';
import { toHex } from '../../../shared/base/hex.ts';
import type { Json } from '../../../shared/base/json.ts';
import { trustNamespace } from '../../../shared/bundle/names.ts';
import { keyFingerprint } from '../../../shared/bundle/ssh-key.ts';
import { handCheckFiles } from '../../../shared/bundle/trust-hand-check.ts';
import { maximumTrustListBytes, readTrustListFile } from '../../../shared/bundle/trust-list-file.ts';
import type { TrustList } from '../../../shared/bundle/trust-list.ts';
import { isExpired } from '../../../shared/bundle/trust-of-lists.ts';
import { inGroups, rootFingerprint, rootSignatures } from '../../../shared/bundle/trust-root.ts';
import { withIntent } from '../../handlers/with-intent.ts';
import { writeAtomic } from '../../node/atomic-file.ts';
import { systemClock } from '../../node/clock.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { readLocalFile } from '../../node/local-file.ts';
import { createTrustStore } from '../../node/trust-store.ts';
import { auditIn } from '../audit-here.ts';
import type { CommandOutcome } from '../outcome.ts';

/** Where `trust import` keeps what is believed, and the folder of the ledger in whose audit log it is recorded. */
export interface ImportPlaces {
  readonly store: string;
  readonly ledger: string;
}

/** `trust import`: takes a list in, as the window does, and records it before and after. Throws `Refusal` as `acceptTrustList`. */
export async function importTrustList(
  path: string,
  { store, ledger }: ImportPlaces,
  fingerprint: string | undefined,
): Promise<CommandOutcome> {
  const file = await readLocalFile(path, maximumTrustListBytes);
  const journal = auditIn(ledger);
  const digest = toHex(nodeCrypto.sha256(file));
  const taken = await withIntent(journal, 'trust.import', { digest }, () =>
    createTrustStore(store).importList(file, fingerprint, systemClock.now()),
  );
  const { origin, version, change } = taken;
  await journal.record('trust.believed', { fingerprint: taken.fingerprint, origin, version, change });
  const what = change === 'same' ? 'is held already' : 'is believed from now on';
  return {
    exitCode: 0,
    json: { ...taken, store },
    text: `The trust list of ${origin}, version ${version}, ${what} (${store}).\n`,
  };
}

/** `trust show FILE`: what a list says, and whether it is signed by enough of its own root keys and not out of date (else 1). */
export async function showTrustList(path: string): Promise<CommandOutcome> {
  const file = readTrustListFile(await readLocalFile(path, maximumTrustListBytes), nodeCrypto);
  const signed = rootSignatures(file.list, file.signedBy);
  const expired = isExpired(file.list, systemClock.now());
  const holds = signed >= file.list.rootThreshold && !expired;
  const signedBy = file.signedBy.map((key) => keyFingerprint(key, nodeCrypto));
  const lines = [
    ...linesOf(file.list),
    `signed by ${signed} of ${file.list.rootThreshold} root keys: ${signedBy.join(', ') || 'nobody'}`,
    ...(expired ? [`OUT OF DATE since ${file.list.expires}`] : []),
    'Nobody can tell from the file alone whose list it is: compare the fingerprint with the letter.',
  ];
  return {
    exitCode: holds ? 0 : 1,
    json: { ...jsonOf(file.list), signed, signedBy, expired, holds },
    text: `${lines.join('\n')}\n`,
  };
}

/** `trust show` without a file: the lists that are held. */
export async function showHeldLists(store: string): Promise<CommandOutcome> {
  const lists = await createTrustStore(store).lists();
  const text = lists.map((list) => `${linesOf(list).join('\n')}\n`).join('\n');
  return { exitCode: 0, json: { store, lists: lists.map(jsonOf) }, text: text || `No list in ${store}.\n` };
}

/** `trust export`: the files for checking by hand with ssh-keygen, into a folder. */
export async function exportTrustList(
  path: string,
  out: string,
  position: number | undefined,
): Promise<CommandOutcome> {
  const { list, bytes, signatures } = readTrustListFile(
    await readLocalFile(path, maximumTrustListBytes),
    nodeCrypto,
  );
  const files = handCheckFiles(list, position);
  const written: readonly (readonly [string, Uint8Array])[] = [
    ['allowed_signers', utf8(files.allowedSigners)],
    ['revoked_keys', utf8(files.revokedKeys)],
    ['root_signers', utf8(files.rootSigners)],
    ['list.json', bytes],
    ...signatures.map((signature, i) => [`list.json.${i + 1}.sig`, signature] as const),
  ];
  await mkdir(out, { recursive: true });
  for (const [name, data] of written) await writeAtomic(join(out, name), data);
  const names = written.map(([name]) => name);
  const command = `ssh-keygen -Y verify -f root_signers -I root-1 -n ${trustNamespace} -s list.json.1.sig < list.json`;
  return {
    exitCode: 0,
    json: { out, written: names, command },
    text: `Written to ${out}: ${names.join(', ')}\nThe list itself, for each root key and signature:\n  ${command}\nA bundle as its VERIFY.txt says, with -f allowed_signers -r revoked_keys\n`,
  };
}

function jsonOf(list: TrustList): { readonly [key: string]: Json } {
  return { list, fingerprint: rootFingerprint(list, nodeCrypto) };
}

function linesOf(list: TrustList): readonly string[] {
  const { origin, version, expires, policy, signers, revoked, ledgerKeys } = list;
  const asked = [
    `${policy.threshold} approvals`,
    ...(policy.roles.length === 0 ? [] : [`among them ${policy.roles.join(' and ')}`]),
    ...(policy.requireUserPresence ? ['only by touched security keys'] : []),
    ...(policy.requireUserVerification ? ['only with PIN or finger'] : []),
  ];
  return [
    `${origin}, version ${version}, to be used up to ${expires}`,
    `fingerprint of the root keys ${inGroups(rootFingerprint(list, nodeCrypto))}`,
    `asks for ${asked.join(', ')}`,
    ...signers.map(
      ({ id, person, roles, fp, validFromSeq, validToSeq }) =>
        `  ${id} (${person}) ${roles.join(', ')} ${fp} from ${validFromSeq}${validToSeq === null ? '' : ` to ${validToSeq}`}`,
    ),
    ...revoked.map(
      ({ fp, lastGoodSeq, reason }) => `  revoked ${fp}, good up to ${lastGoodSeq}: ${reason || '-'}`,
    ),
    `${ledgerKeys.length} ledger keys`,
  ];
}
