import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { fromUtf8, utf8 } from '../../../shared/base/bytes.ts';
import { toHex } from '../../../shared/base/hex.ts';
import { attachApproval, statementFor } from '../../../shared/bundle/approvals.ts';
import { writeManifest } from '../../../shared/bundle/manifest.ts';
import { paths, tagPaths } from '../../../shared/bundle/names.ts';
import { signWithSsh } from '../../../shared/bundle/ssh-signature.ts';
import { statementBytes, statementPath } from '../../../shared/bundle/statement.ts';
import { writeZip } from '../../../shared/bundle/zip-write.ts';
import { asItShould, type SealedAt, signedBy } from '../../support/listed-release.ts';
import { testSigner } from '../../support/small-bundle.ts';
import { filesOf } from '../../support/tampered-bundle.ts';
import { jsonTricks } from './hostile-json.ts';
import type { HostileFiles } from './hostile-zips.ts';

type Text = (good: string) => string | Uint8Array;
type Edit = (files: Map<string, Uint8Array>) => void;

/** Lists of digests as other programs would take them. */
const manifestTricks: Readonly<Record<string, Text>> = {
  'capital digits': (good) => good.replace(/^[0-9a-f]{64}/, (digest) => digest.toUpperCase()),
  'the mark of binary mode': (good) => good.replace('  ', ' *'),
  'one space': (good) => good.replace('  ', ' '),
  'three spaces': (good) => good.replace('  ', '   '),
  'a tab': (good) => good.replace('  ', '\t'),
  'line ends of Windows': (good) => good.replaceAll('\n', '\r\n'),
  'one line end of Windows': (good) => good.replace('\n', '\r\n'),
  'a byte order mark': (good) => `\uFEFF${good}`,
  'no last line feed': (good) => good.trimEnd(),
  'an empty line': (good) => `${good}\n`,
  'an empty first line': (good) => `\n${good}`,
  'a comment': (good) => `# digests\n${good}`,
  nothing: () => '',
  'lines the wrong way round': (good) => `${good.trimEnd().split('\n').toReversed().join('\n')}\n`,
  'a line twice': (good) => good.replace(/^.*\n/, (line) => line + line),
  'a line missing': (good) => good.replace(/^.*\n/, ''),
  'a file twice with two digests': (good) =>
    good.replace(/^.*\n/, (line) => `${'0'.repeat(64)}${line.slice(64)}${line}`),
  'a file that is not there': (good) => `${good}${'0'.repeat(64)}  zzz.txt\n`,
  'an approval': (good) => `${'0'.repeat(64)}  approvals/01-preparer.json\n${good}`,
  'a path with a dot': (good) => good.replace('  ', '  ./'),
  'a path upwards': (good) => good.replace('  ', '  ../'),
  'an absolute path': (good) => good.replace('  ', '  /'),
  'a path in capitals': (good) =>
    good.replace(/ {2}(.*)\n/, (_, path: string) => `  ${path.toUpperCase()}X\n`),
  'a path with a backslash': (good) => good.replace('  ', '  \\'),
  'a line escaped as sha256sum does': (good) => `\\${good}`,
  'a path with a NUL': (good) => good.replace('\n', '\0\n'),
  'a space behind a path': (good) => good.replace('\n', ' \n'),
  '63 digits': (good) => good.slice(1),
  '65 digits': (good) => `0${good}`,
  'SHA-512': (good) => `${'0'.repeat(64)}${good}`,
  'the form of BSD': (good) => good.replace(/^(\S+) {2}(\S+)/, 'SHA256 ($2) = $1'),
  'bytes that are no UTF-8': (good) => Buffer.from(`${good}\xff`, 'latin1'),
  'another digest': (good) => `${good.startsWith('0') ? '1' : '0'}${good.slice(1)}`,
};

/** Lists that are wrong in more than their form, or in something else. */
const codesOfLists: Readonly<Record<string, readonly string[]>> = {
  'manifest: an approval': ['E_MANIFEST', 'E_DIGEST'],
  'manifest: another digest': ['E_DIGEST'],
  'tag manifest: another digest': ['E_DIGEST'],
};

/**
 * Lists of digests and JSON files that try to be read in two ways, each as a publisher with all keys would send it: what lies over it is
 * made again and signed. Nothing but its form speaks against it.
 */
export async function hostileTexts(good: Uint8Array): Promise<HostileFiles> {
  const made: Record<string, HostileFiles[string]> = {};
  const keep = (name: string, bytes: Uint8Array, codes: readonly string[]): void => {
    made[name] = [() => bytes, codes];
  };
  const keepList = (name: string, bytes: Uint8Array): void =>
    keep(name, bytes, codesOfLists[name] ?? ['E_MANIFEST']);
  for (const [name, text] of Object.entries(manifestTricks)) {
    keepList(`manifest: ${name}`, await signedAgain(good, edited(paths.manifest, text), 'tags'));
    keepList(`tag manifest: ${name}`, await signedAgain(good, edited(paths.tagManifest, text), 'nothing'));
  }
  for (const [name, text] of Object.entries(jsonTricks)) {
    const evidence = await signedAgain(good, edited(paths.evidence, text), 'both');
    keep(`evidence: ${name}`, evidence, ['E_SCHEMA']);
    keep(`statement: ${name}`, await lastStatement(good, text), ['E_STATEMENT', 'E_APPROVALS']);
  }
  return made;
}

function edited(path: string, change: Text): Edit {
  return (files) => {
    const before = fromUtf8(files.get(path) ?? new Uint8Array()) ?? '';
    const after = change(before);
    if (after === before) throw new Error('nothing changed');
    files.set(path, typeof after === 'string' ? utf8(after) : after);
  };
}

/** The archive after `edit`, with the lists of digests over it made again and everybody's signature. */
async function signedAgain(
  good: Uint8Array,
  edit: Edit,
  remake: 'both' | 'tags' | 'nothing',
): Promise<Uint8Array> {
  const files = filesOf(good);
  for (const path of files.keys())
    if (path.startsWith('approvals/') || path.startsWith('ledger/')) files.delete(path);
  edit(files);
  const digest = (path: string): string => toHex(nodeCrypto.sha256(files.get(path) ?? new Uint8Array()));
  const list = (names: readonly string[]): Uint8Array =>
    writeManifest(new Map(names.map((path) => [path, digest(path)])));
  if (remake === 'both')
    files.set(paths.manifest, list([...files.keys()].filter((path) => path.startsWith('data/'))));
  if (remake !== 'nothing') files.set(paths.tagManifest, list(tagPaths));
  const sealed: SealedAt = { bytes: writeZip(files), ledger: undefined };
  return signedBy(sealed, asItShould);
}

/** The last statement written in another way, and signed in that way by its own signer. */
async function lastStatement(good: Uint8Array, change: Text): Promise<Uint8Array> {
  const files = filesOf(good);
  const [, , last] = asItShould;
  for (const end of ['.json', '.json.sig']) files.delete(`approvals/03-${last.role}${end}`);
  const before = writeZip(files);
  const request = { role: last.role, signer: last.id, claimedTime: '2026-05-21T10:00:00Z' };
  const statement = statementFor(before, request, nodeCrypto);
  const text = change(fromUtf8(statementBytes(statement)) ?? '');
  const bytes = typeof text === 'string' ? utf8(text) : text;
  const signature = await signWithSsh('freigabe.approval.v1', bytes, testSigner(last.id), nodeCrypto);
  const signed = filesOf(attachApproval(before, statement, signature));
  signed.set(statementPath(statement), bytes);
  return writeZip(signed);
}
