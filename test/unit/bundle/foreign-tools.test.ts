import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { allowedSignerLine } from '../../../shared/bundle/allowed-signers.ts';
import { attachApproval, statementFor } from '../../../shared/bundle/approvals.ts';
import { sealBundle } from '../../../shared/bundle/seal.ts';
import { keyFingerprint, publicKeyLine, readKeyLine } from '../../../shared/bundle/ssh-key.ts';
import { signWithSsh } from '../../../shared/bundle/ssh-signature.ts';
import { statementBytes } from '../../../shared/bundle/statement.ts';
import { parseTrust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { productNames } from '../../../shared/products/product.ts';
import { people, smallContents, smallRelease, testSigner } from '../../support/small-bundle.ts';
import { filesOf } from '../../support/tampered-bundle.ts';

const namespace = 'freigabe.approval.v1';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(command: string, args: readonly string[], input?: Uint8Array): string {
  return execFileSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    ...(input === undefined ? {} : { input }),
  });
}

function allowedSigners(): string {
  return people
    .map(({ id }) => `${allowedSignerLine(id, publicKeyLine(testSigner(id).publicKey, id))}\n`)
    .join('');
}

/** Puts a release and its allowed_signers into the folder; returns the commands for Linux that its VERIFY.txt prints. */
async function unpacked(change: (bytes: Uint8Array) => void = () => undefined): Promise<string> {
  const bytes = await smallRelease();
  const text = Buffer.from(filesOf(bytes).get('VERIFY.txt') ?? '').toString('utf8');
  const name = /\S+\.freigabe\.zip/.exec(text)?.[0].replace('../', '') ?? '';
  change(bytes);
  writeFileSync(join(folder, name), bytes);
  writeFileSync(join(folder, 'allowed_signers'), allowedSigners());
  mkdirSync(join(folder, 'empty'));
  const linux = text.split('\n\n').find((_part, i, all) => all[i - 1] === 'Linux') ?? '';
  return linux.replaceAll(/^ {4}/gm, '');
}

describe('VERIFY.txt', () => {
  it('holds for a good bundle, with exactly the printed commands', async () => {
    const commands = await unpacked();
    const out = execFileSync('sh', ['-e', '-c', commands], { cwd: join(folder, 'empty'), encoding: 'utf8' });
    expect(out.match(/Good "freigabe.approval.v1" signature/g)).toHaveLength(3);
    expect(out.match(/names this bundle/g)).toHaveLength(3);
    expect(out.match(/: OK$/gm)).toHaveLength(tagAndPayload);
    expect(out).toContain('COMPLETE');
    expect(out).not.toContain('BAD');
  });

  it('does not hold for a changed table', async () => {
    const commands = await unpacked((bytes) => {
      const at = Buffer.from(bytes).indexOf(',1060,published');
      bytes[at + 1] = 50;
    });
    const script = commands.replace(
      'unzip -q',
      'python3 -c "import zipfile,sys;zipfile.ZipExtFile._update_crc=lambda *a:None;zipfile.ZipFile(sys.argv[1]).extractall()"',
    );
    const check = (): string =>
      execFileSync('sh', ['-c', script], {
        cwd: join(folder, 'empty'),
        encoding: 'utf8',
        stdio: 'pipe',
      });
    expect(check()).toContain('data/tables/catchment.csv: FAILED');
  });
});
const tagAndPayload = 5 + 18 + 2 * productNames.length;

describe('ssh-keygen', () => {
  it('signs what we accept', async () => {
    run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'officer', '-f', 'id']);
    const { bytes } = sealBundle(
      smallContents({ policy: { ...builtInPolicies.default, approvals: 0 } }),
      nodeCrypto,
    );
    const request = {
      role: 'preparer' as const,
      signer: 'kim@example.org',
      claimedTime: '2026-05-21T10:00:00Z',
    };
    const statement = statementFor(bytes, request, nodeCrypto);
    writeFileSync(join(folder, 'statement'), statementBytes(statement));
    run('ssh-keygen', ['-q', '-Y', 'sign', '-f', 'id', '-n', namespace, 'statement']);
    const signed = attachApproval(bytes, statement, readFileSync(join(folder, 'statement.sig')));
    const trust = parseTrust(
      utf8(allowedSignerLine('kim@example.org', readFileSync(join(folder, 'id.pub'), 'utf8'))),
    );
    expect((await verifyBundle(signed, trust, nodeCrypto)).outcome).toBe('release');
    rmSync(join(folder, 'statement.sig'));
    run('ssh-keygen', ['-q', '-Y', 'sign', '-f', 'id', '-n', 'file', 'statement']);
    const wrong = attachApproval(bytes, statement, readFileSync(join(folder, 'statement.sig')));
    expect((await verifyBundle(wrong, trust, nodeCrypto)).checks.find(({ ok }) => !ok)?.code).toBe(
      'E_SIGNATURE',
    );
  });

  it('accepts what we sign, byte for byte the file it would write', async () => {
    const message = utf8('a message');
    const signature = await signWithSsh(namespace, message, testSigner('petra@example.org'), nodeCrypto);
    writeFileSync(join(folder, 'm.sig'), signature);
    writeFileSync(join(folder, 'allowed'), allowedSigners());
    const args = ['-Y', 'verify', '-f', 'allowed', '-I', 'petra@example.org', '-n', namespace, '-s', 'm.sig'];
    expect(run('ssh-keygen', args, message)).toContain('Good');
    expect(() => run('ssh-keygen', args, utf8('another'))).toThrow();
  });

  it('prints the fingerprint we print', () => {
    run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', 'x', '-f', 'id']);
    const key = readKeyLine(readFileSync(join(folder, 'id.pub'), 'utf8'));
    if (key === undefined) throw new Error('no key');
    expect(run('ssh-keygen', ['-l', '-f', 'id.pub'])).toContain(` ${keyFingerprint(key, nodeCrypto)} `);
  });
});
