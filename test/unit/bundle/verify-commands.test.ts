import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { allowedSignerLine } from '../../../shared/bundle/allowed-signers.ts';
import { publicKeyLine } from '../../../shared/bundle/ssh-key.ts';
import { macCommands, opensslCommands } from '../../../shared/bundle/verify-commands.ts';
import { people, smallRelease, testSigner } from '../../support/small-bundle.ts';
import { filesOf } from '../../support/tampered-bundle.ts';

const tableFile = 'data/tables/footfall.csv';
const statementFile = 'approvals/02-privacy-officer.json';
let bundle: Uint8Array;
let files: ReadonlyMap<string, Uint8Array>;
let text: string;
let folder: string;

beforeAll(async () => {
  bundle = await smallRelease();
  files = filesOf(bundle);
  text = Buffer.from(files.get('VERIFY.txt') ?? '').toString('utf8');
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-'));
  const lines = people.map(({ id }) => allowedSignerLine(id, publicKeyLine(testSigner(id).publicKey, id)));
  writeFileSync(join(folder, 'allowed_signers'), `${lines.join('\n')}\n`);
  mkdirSync(join(folder, 'empty'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The block of VERIFY.txt that stands under the heading beginning with `title`. */
function block(title: string): string {
  const parts = text.split('\n\n');
  const at = parts.findIndex((part) => part.startsWith(title));
  return (parts[at + 1] ?? '').replaceAll(/^ {4}/gm, '');
}

/** One numbered step of a block. */
function step(number: number, commands = block('Linux')): string {
  const [, found = ''] = new RegExp(`(?:^|\\n)(# ${number} [^]*?)(?=\\n# [0-9] |$)`).exec(commands) ?? [];
  if (found === '') throw new Error(`no step ${number}`);
  return found;
}

/** Puts the files where the bundle would be unpacked. */
function unpack(extra: Readonly<Record<string, string>> = {}): void {
  for (const [path, data] of [...files, ...Object.entries(extra)]) {
    const at = join(folder, 'empty', path);
    mkdirSync(dirname(at), { recursive: true });
    writeFileSync(at, data);
  }
}

/** Changes one byte of an unpacked file: a letter or digit in the middle, so that the file keeps its form. */
function change(path: string): void {
  const at = join(folder, 'empty', path);
  const bytes = readFileSync(at);
  const middle = bytes.findIndex((byte, i) => i > bytes.length / 2 && byte >= 0x31 && byte <= 0x38);
  bytes[middle] = (bytes[middle] ?? 0) + 1;
  writeFileSync(at, bytes);
}

function run(script: string): { readonly status: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], {
    cwd: join(folder, 'empty'),
    encoding: 'utf8',
  });
  return { status, out: `${stdout}${stderr}` };
}

describe('the commands of VERIFY.txt', () => {
  it('hold for the file as it was written, in a clean folder, from beginning to end', () => {
    const name = /\S+\.freigabe\.zip/.exec(block('Linux'))?.[0].replace('../', '') ?? '';
    writeFileSync(join(folder, name), bundle);
    const { status, out } = run(`set -e\n${block('Linux')}\n${block('Linux, step 1 again')}`);
    expect(status).toBe(0);
    expect(out.match(/^Good "freigabe.approval.v1" signature/gm)).toHaveLength(3);
    expect(out.match(/^Signature Verified Successfully$/gm)).toHaveLength(3);
    expect(out.match(/^approvals\/.* names this bundle$/gm)).toHaveLength(3);
    expect(out.match(/: OK$/gm)).toHaveLength(files.size - 7);
    expect(out).toMatch(/^COMPLETE$/m);
    expect(out).not.toMatch(/BAD|FAILED/);
  });

  it('count the files of a ledger among those that may be there', () => {
    unpack({ 'ledger/checkpoint.txt': 'a', 'ledger/leaves.txt': 'b' });
    expect(run(step(4))).toEqual({ status: 0, out: 'COMPLETE\n' });
  });

  it.each([
    ['ssh-keygen', () => step(1)],
    ['openssl', () => opensslCommands.join('\n')],
  ])('%s finds a changed statement and a changed signature, and no other', (_name, commands) => {
    unpack();
    expect(run(commands()).out).not.toContain('BAD');
    change(statementFile);
    expect(run(commands()).out.match(/^BAD SIGNATURE .*$/gm)).toEqual([`BAD SIGNATURE ${statementFile}`]);
    unpack();
    const signature = `${statementFile}.sig`;
    const lines = Buffer.from(files.get(signature) ?? '')
      .toString('utf8')
      .split('\n');
    const last = lines.length - 3;
    lines[last] = (lines[last] ?? '').replace(/^./, (one) => (one === 'A' ? 'B' : 'A'));
    unpack({ [signature]: lines.join('\n') });
    expect(run(commands()).out.match(/^BAD SIGNATURE .*$/gm)).toEqual([`BAD SIGNATURE ${statementFile}`]);
  });

  it.each([
    ['ssh-keygen', () => step(1)],
    ['openssl', () => opensslCommands.join('\n')],
  ])('%s takes the keys from allowed_signers and from nowhere else', (_name, commands) => {
    unpack();
    const [own, other] = ['otto@example.org', 'petra@example.org'];
    const stranger = publicKeyLine(testSigner('stranger').publicKey, '');
    const known = publicKeyLine(testSigner(other).publicKey, '');
    writeFileSync(
      join(folder, 'allowed_signers'),
      `${allowedSignerLine(own, stranger)}\n${allowedSignerLine(other, known)}\n`,
    );
    const { out } = run(commands());
    expect(out.match(/^BAD SIGNATURE .*$/gm)).toEqual([
      `BAD SIGNATURE ${statementFile}`,
      'BAD SIGNATURE approvals/03-second-signer.json',
    ]);
  });

  it('grep finds that the signed texts are about another list of digests', () => {
    unpack();
    change('tagmanifest-sha256.txt');
    const { out } = run(step(2));
    expect(out.match(/^BAD /gm)).toHaveLength(3);
    expect(out).not.toContain('names');
  });

  it.each([
    ['sha256sum', () => step(3)],
    ['shasum', () => step(3, macCommands('x').join('\n'))],
  ])('%s finds a changed byte in any of the two lists', (_name, commands) => {
    unpack();
    expect(run(commands()).status).toBe(0);
    change(tableFile);
    const table = run(commands());
    expect(table.status).not.toBe(0);
    expect(table.out).toContain(`${tableFile}: FAILED`);
    unpack();
    change('release.json');
    const record = run(commands());
    expect(record.status).not.toBe(0);
    expect(record.out).toContain('release.json: FAILED');
    expect(record.out).not.toContain('data/');
  });

  it.each([
    'data/more.csv',
    '.hidden',
    'approvals/notes.txt',
    'approvals/04-privacy-officer.json.sig',
    'ledger/more.txt',
  ])('find and diff notice that %s was added', (path) => {
    unpack({ [path]: 'x' });
    const { status, out } = run(step(4));
    expect(status).not.toBe(0);
    expect(out).not.toContain('COMPLETE');
    expect(out).toContain(`> ${path}`);
  });

  it('find and diff notice that a file or a signature was taken away', () => {
    for (const path of [tableFile, `${statementFile}.sig`]) {
      unpack();
      rmSync(join(folder, 'empty', path));
      const { status, out } = run(step(4));
      expect(status).not.toBe(0);
      expect(out).toContain(`< ${path}`);
    }
  });

  it('say the same for macOS but for the name of the program', () => {
    expect(block('macOS').replaceAll(/shasum -a 256(?: -c)?/g, '#')).toBe(
      block('Linux').replaceAll(/sha256sum(?: --strict -c)?/g, '#'),
    );
  });

  it('for Windows look at the same files, and never hand a name from the bundle to cmd that is no name', () => {
    const commands = block('Windows');
    for (const word of ['tagmanifest-sha256.txt', 'manifest-sha256.txt', 'ledger/checkpoint.txt'])
      expect(commands).toContain(word);
    expect(commands).toContain("-match '^[0-9]{2}-[a-z-]+\\.json$'");
    expect(commands).toContain('"signer":"([A-Za-z0-9._@+-]+)"');
  });
});
