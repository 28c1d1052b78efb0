import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import { utf8 } from '../../shared/base/bytes.ts';
import { allowedSignerLine } from '../../shared/bundle/allowed-signers.ts';
import { keyFingerprint, keyLine, readKeyLine, type SshKey } from '../../shared/bundle/ssh-key.ts';
import {
  fitsMessage,
  readSshSignature,
  wasTouched,
  writeSshSignature,
} from '../../shared/bundle/ssh-signature.ts';
import { handCheckFiles } from '../../shared/bundle/trust-hand-check.ts';
import { readTrustListFile } from '../../shared/bundle/trust-list-file.ts';
import { softwareAgent } from '../support/software-agent.ts';
import { cardKey, fileKey, signatureBy, type SoftwareKey, tokenKey } from '../support/software-keys.ts';
import { listed, signedList, trustList } from '../support/trust-lists.ts';
import { tellTrial, trials } from './trial.ts';

const namespace = 'freigabe.approval.v1';
const count = trials(3, 100);
/** For the full count on a busy machine. */
const patience = { timeout: 900_000 };
const rounds = Array.from({ length: count }, (_, i) => i);
let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  readonly code: number | null;
  readonly out: string;
}

function run(command: string, args: readonly string[], input?: Uint8Array, agent = ''): Promise<Ended> {
  const child = spawn(command, [...args], { cwd: folder, env: { ...process.env, SSH_AUTH_SOCK: agent } });
  let out = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  child.stderr.on('data', (data: Buffer) => (out += data.toString()));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out })));
}

function keygen(args: readonly string[], input?: Uint8Array, agent?: string): Promise<Ended> {
  return run('ssh-keygen', args, input, agent);
}

/** A message that is another in each round: of every length from none, with bytes of all values. */
function messageOf(round: number): Uint8Array {
  return Uint8Array.from({ length: round * 7 }, (_, i) => (i * 31 + round * 17) & 255);
}

async function keygenAccepts(key: SshKey, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  writeFileSync(at('allowed'), `${allowedSignerLine('kim@example.org', keyLine(key, ''))}\n`);
  writeFileSync(at('m.sig'), signature);
  const args = ['-Y', 'verify', '-f', 'allowed', '-I', 'kim@example.org', '-n', namespace, '-s', 'm.sig'];
  const { code, out } = await keygen(args, message);
  return code === 0 && out.includes('Good');
}

function weAccept(key: SshKey, signature: Uint8Array, message: Uint8Array): boolean {
  const read = readSshSignature(signature);
  if (read === undefined || keyLine(read.key, '') !== keyLine(key, '')) return false;
  if (key.type === 'sk-ssh-ed25519@openssh.com' && !wasTouched(read)) return false;
  return read.namespace === namespace && fitsMessage(read, message, nodeCrypto);
}

const longer = (message: Uint8Array): Uint8Array => Uint8Array.of(...message, 0);

/** Both say yes to a good signature and no to it over another message. */
async function bothAgree(key: SshKey, signature: Uint8Array, message: Uint8Array): Promise<boolean> {
  const yes = [weAccept(key, signature, message), await keygenAccepts(key, signature, message)];
  const no = [
    weAccept(key, signature, longer(message)),
    await keygenAccepts(key, signature, longer(message)),
  ];
  return yes.every(Boolean) && !no.some(Boolean);
}

async function told(id: string, what: string, round: (i: number) => Promise<boolean>): Promise<void> {
  const started = performance.now();
  let failed = 0;
  for (const i of rounds) if (!(await round(i))) failed += 1;
  tellTrial({ id, what, trials: count, failed, seconds: (performance.now() - started) / 1000 });
  expect(failed).toBe(0);
}

const kinds: Readonly<Record<string, (name: string) => SoftwareKey>> = {
  ed25519: fileKey,
  sk: tokenKey,
  p256: cardKey,
};

describe('ssh-keygen accepts what we write', () => {
  it.each(Object.keys(kinds))('%s', patience, async (kind) => {
    await told(`K3-${kind}-out`, `SSHSIG by our ${kind} keys, checked by both`, async (i) => {
      const made = kinds[kind]?.(`${kind} ${i}`);
      if (made === undefined) return false;
      return bothAgree(made.key, await signatureBy(made, messageOf(i)), messageOf(i));
    });
  });
});

describe('we accept what ssh-keygen writes', () => {
  it.each([
    ['ed25519', ['-t', 'ed25519']],
    ['p256', ['-t', 'ecdsa', '-b', '256']],
  ])('%s', patience, async (kind, type) => {
    await told(`K3-${kind}-in`, `SSHSIG by ssh-keygen with ${kind}, checked by both`, async (i) => {
      const name = `${kind}-${i}`;
      await keygen(['-q', ...type, '-N', '', '-C', 'a comment', '-f', name]);
      const key = readKeyLine(readFileSync(at(`${name}.pub`), 'utf8'));
      writeFileSync(at('message'), messageOf(i));
      rmSync(at('message.sig'), { force: true });
      await keygen(['-q', '-Y', 'sign', '-f', name, '-n', namespace, 'message']);
      return key !== undefined && bothAgree(key, readFileSync(at('message.sig')), messageOf(i));
    });
  });

  it('sk, the token in an agent', patience, async () => {
    const keys = rounds.map((i) => tokenKey(`agent ${i}`));
    const server = await softwareAgent(at('agent'), keys);
    await told('K3-sk-in', 'SSHSIG by ssh-keygen with a software token in an agent', async (i) => {
      const { key } = keys[i] ?? tokenKey('');
      writeFileSync(at('token.pub'), `${keyLine(key, 'token')}\n`);
      writeFileSync(at('message'), messageOf(i));
      rmSync(at('message.sig'), { force: true });
      await keygen(['-q', '-Y', 'sign', '-f', 'token.pub', '-n', namespace, 'message'], undefined, 'agent');
      const signature = readFileSync(at('message.sig'));
      const read = readSshSignature(signature);
      return read?.touch?.counter === 7 && bothAgree(key, signature, messageOf(i));
    });
    server.close();
  });
});

describe('what ssh-keygen and we see differently', () => {
  it('is a token that nobody touched: ssh-keygen takes it, we do not', async () => {
    const key = tokenKey('untouched');
    const signature = await signatureBy(key, utf8('m'), { touch: { flags: 0, counter: 1 } });
    expect(await keygenAccepts(key.key, signature, utf8('m'))).toBe(true);
    expect(weAccept(key.key, signature, utf8('m'))).toBe(false);
  });

  it('is no form: what ssh-keygen wrote, we write byte for byte', async () => {
    for (const made of [fileKey('a'), tokenKey('a'), cardKey('a')]) {
      const signature = await signatureBy(made, utf8('m'));
      const read = readSshSignature(signature);
      expect(read && writeSshSignature(read)).toEqual(signature);
      writeFileSync(at('key.pub'), `${keyLine(made.key, 'c')}\n`);
      expect((await keygen(['-l', '-f', 'key.pub'])).out).toContain(keyFingerprint(made.key, nodeCrypto));
    }
  });
});

describe('a publisher’s list by hand', () => {
  it('is checked by ssh-keygen with the files of an export, revocation and all', async () => {
    const list = trustList({
      signers: [
        listed('petra', ['preparer'], cardKey('petra')),
        listed('otto', ['privacy-officer'], tokenKey('otto')),
        listed('sina', ['second-signer']),
      ],
      revoked: [{ fp: listed('otto', [], tokenKey('otto')).fp, lastGoodSeq: 4, reason: 'lost' }],
    });
    const { bytes, signatures } = readTrustListFile(await signedList(list), nodeCrypto);
    for (const position of [4, 5]) {
      const files = handCheckFiles(list, position);
      mkdirSync(at(`${position}`));
      writeFileSync(at(`${position}/signers`), files.allowedSigners);
      writeFileSync(at(`${position}/revoked`), files.revokedKeys);
      writeFileSync(at('roots'), files.rootSigners);
    }
    const verify = (files: readonly string[], id: string, space: string) =>
      keygen(['-Y', 'verify', ...files, '-I', id, '-n', space, '-s', 's.sig'], bytes);
    for (const [i, root] of ['root-1', 'root-3'].entries()) {
      writeFileSync(at('s.sig'), signatures[i] ?? '');
      expect((await verify(['-f', 'roots'], root, 'freigabe.trust.v1')).code).toBe(0);
      expect((await verify(['-f', 'roots'], 'root-2', 'freigabe.trust.v1')).code).not.toBe(0);
    }
    for (const made of [cardKey('petra'), tokenKey('otto'), fileKey('sina')]) {
      const id =
        made.key.type === 'sk-ssh-ed25519@openssh.com'
          ? 'otto'
          : made.key.type.startsWith('e')
            ? 'petra'
            : 'sina';
      writeFileSync(at('s.sig'), await signatureBy(made, bytes));
      const codes = [];
      for (const position of ['4', '5'])
        codes.push(
          (await verify(['-f', `${position}/signers`, '-r', `${position}/revoked`], id, namespace)).code,
        );
      expect(codes).toEqual(id === 'otto' ? [0, 255] : [0, 0]);
    }
  });

  it('is cut into its parts by csplit, as the README says', async () => {
    writeFileSync(at('publisher.trust'), await signedList(trustList()));
    const cut = await run('csplit', ['-s', '-z', '-f', 'part-', 'publisher.trust', '/BEGIN SSH/', '{*}']);
    expect(cut.code).toBe(0);
    writeFileSync(at('roots'), handCheckFiles(trustList(), undefined).rootSigners);
    const args = ['-Y', 'verify', '-f', 'roots', '-I', 'root-1', '-n', 'freigabe.trust.v1', '-s', 'part-01'];
    expect((await keygen(args, readFileSync(at('part-00')))).out).toContain('Good');
  });
});
