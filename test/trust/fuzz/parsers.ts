import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { createKeyFile, keyFileBytes, parseKeyFile } from '../../../electron/node/key-file.ts';
import { fromUtf8, utf8 } from '../../../shared/base/bytes.ts';
import { parseCanonicalJsonFile } from '../../../shared/base/canonical-json.ts';
import { parseStrictJson } from '../../../shared/base/strict-json.ts';
import { allowedSignerLine } from '../../../shared/bundle/allowed-signers.ts';
import { readStatementFile, signatureKey } from '../../../shared/bundle/external-signature.ts';
import { parseManifest } from '../../../shared/bundle/manifest.ts';
import { keyLine, readKeyLine } from '../../../shared/bundle/ssh-key.ts';
import { readSshSignature } from '../../../shared/bundle/ssh-signature.ts';
import { readTrustListFile } from '../../../shared/bundle/trust-list-file.ts';
import { parseTrust } from '../../../shared/bundle/trust.ts';
import { readZip } from '../../../shared/bundle/zip-read.ts';
import { writeZip } from '../../../shared/bundle/zip-write.ts';
import { cosignaturesOf } from '../../../shared/checkpoint/cosignature.ts';
import { readCheckpoint } from '../../../shared/checkpoint/checkpoint.ts';
import { readLeaves } from '../../../shared/checkpoint/leaves-file.ts';
import { readNote } from '../../../shared/checkpoint/signed-note.ts';
import { trustFile } from '../../support/small-bundle.ts';
import { cardKey, fileKey, signatureBy, tokenKey } from '../../support/software-keys.ts';
import { filesOf } from '../../support/tampered-bundle.ts';
import { signedList, trustList } from '../../support/trust-lists.ts';
import { referenceBundle } from '../bundle/reference.ts';

/** Something that reads bytes from anybody, and good bytes to begin with. */
export interface Parser {
  readonly name: string;
  /** May throw `Refusal` and nothing else. */
  readonly read: (bytes: Uint8Array) => unknown;
  readonly seeds: readonly Uint8Array[];
}

const textOf = (bytes: Uint8Array): string => fromUtf8(bytes) ?? Buffer.from(bytes).toString('latin1');

/** Every parser that reads what came from outside. */
export async function parsers(): Promise<readonly Parser[]> {
  const bundle = await referenceBundle();
  const files = filesOf(bundle);
  const file = (path: string): Uint8Array => files.get(path) ?? new Uint8Array();
  const statement = file('approvals/01-preparer.json');
  const json = [
    statement,
    file('release.json'),
    file('data/recipe/recipe.json'),
    utf8('{"a":[1,2.5,"ü",null]}\n'),
  ];
  const signatures = await Promise.all(
    [fileKey, tokenKey, cardKey].map((key) => signatureBy(key('kim'), statement)),
  );
  const keys = [fileKey, tokenKey, cardKey].map((key) => keyLine(key('kim').key, 'kim'));
  const allowed = keys.map((line) => `${allowedSignerLine('kim@example.org', line)}\n`).join('');
  const small = writeZip(
    new Map([
      ['a.txt', utf8('a')],
      ['b/c.txt', utf8('bc')],
    ]),
  );
  const note = file('ledger/checkpoint.txt');
  return [
    { name: 'archive', read: readZip, seeds: [small] },
    {
      name: 'manifest',
      read: parseManifest,
      seeds: [file('manifest-sha256.txt'), file('tagmanifest-sha256.txt')],
    },
    { name: 'SSHSIG', read: readSshSignature, seeds: signatures },
    {
      name: 'signature to import',
      read: (bytes) => signatureKey(statement, bytes, nodeCrypto),
      seeds: signatures,
    },
    { name: 'statement to import', read: readStatementFile, seeds: [statement] },
    { name: 'public key', read: (bytes) => readKeyLine(textOf(bytes)), seeds: keys.map(utf8) },
    { name: 'note', read: readNote, seeds: [note] },
    {
      name: 'checkpoint and receipt',
      read: (bytes) => {
        const read = readCheckpoint(bytes);
        return read && cosignaturesOf(read, 'witness', fileKey('w').key.point, nodeCrypto);
      },
      seeds: [note],
    },
    { name: 'leaves', read: readLeaves, seeds: [file('ledger/leaves.txt')] },
    { name: 'strict JSON', read: (bytes) => parseStrictJson(textOf(bytes)), seeds: json },
    { name: 'canonical JSON', read: parseCanonicalJsonFile, seeds: json },
    {
      name: 'simple trust list',
      read: parseTrust,
      seeds: [utf8(JSON.stringify(trustFile())), utf8(allowed)],
    },
    {
      name: 'signed trust list',
      read: (bytes) => readTrustListFile(bytes, nodeCrypto),
      seeds: [await signedList(trustList())],
    },
    {
      name: 'key file',
      read: parseKeyFile,
      seeds: [keyFileBytes(await createKeyFile('Otto', 'correct horse battery staple', '2026-05-21'))],
    },
  ];
}
