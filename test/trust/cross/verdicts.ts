import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../../electron/launcher/repository.ts';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { toHex } from '../../../shared/base/hex.ts';
import { allowedSignerLine } from '../../../shared/bundle/allowed-signers.ts';
import { parseTrust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { linuxCommands, opensslCommands } from '../../../shared/bundle/verify-commands.ts';
import { keyOf } from '../../support/ledger-publisher.ts';
import { bundleForElectron } from '../network/harness/build.ts';
import { lineProcess } from './line-process.ts';
import type { RandomBundle } from './random-bundle.ts';

/** Who was asked, and whether they accept. */
export type Verdicts = Readonly<Record<'app' | 'cli' | 'python' | 'sshKeygen' | 'openssl', boolean>>;

/** Five verifiers of bundles: the application's, its command line, Python, OpenSSH's commands with sha256sum, and OpenSSL's. */
export interface Verifiers {
  readonly ask: (bundle: RandomBundle) => Promise<Verdicts>;
  readonly end: () => void;
}

const python = join(import.meta.dirname, '../python');
/** Of so many bundles one is also given to the command line and to Python as people run them, each in a process of its own. */
const ownProcessEvery = 20;

/**
 * Builds the command line into one file, which starts in half the time. It and Python stay and are asked in turn, as starting them takes
 * longer than any bundle.
 */
export async function verifiers(): Promise<Verifiers> {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-'));
  const built = join(repositoryRoot, 'node_modules/.cache', `freigabe-trust-${process.pid}`);
  await bundleForElectron(join(repositoryRoot, 'electron/cli/entry.ts'), built, 'es', 'cli.mjs');
  await bundleForElectron(join(import.meta.dirname, 'harness/main.ts'), built, 'es', 'many.mjs');
  const staying = {
    cli: lineProcess(process.execPath, [join(built, 'many.mjs')]),
    python: lineProcess('python3', [join(python, 'many.py')]),
  };
  let asked = 0;
  const ask = async (bundle: RandomBundle): Promise<Verdicts> => {
    const at = placed(folder, bundle);
    const args = {
      cli: [at.path, '--trust', at.trust],
      python: [at.path, '--trust', at.trust, ...ledgerKey(bundle)],
    };
    const isInOwn = asked % ownProcessEvery === 0;
    asked += 1;
    const [app, cli, inPython, sshKeygen, openssl] = await Promise.all([
      inApplication(bundle),
      staying.cli.ask(args.cli),
      staying.python.ask(args.python),
      byCommands(at.ssh, linuxCommands(bundle.releaseId)),
      byCommands(at.openssl, withOpenssl(bundle.releaseId)),
    ]);
    if (isInOwn) {
      const own = [
        await ended(process.execPath, [join(built, 'cli.mjs'), 'verify', ...args.cli], folder),
        await ended('python3', [join(python, 'verify.py'), ...args.python], folder),
      ].map(({ code }) => code);
      if (own.join() !== [cli, inPython].join())
        throw new Error(`in processes of their own ${own.join()}, else ${[cli, inPython].join()}`);
    }
    return { app, cli: verdict('cli', cli), python: verdict('python', inPython), sshKeygen, openssl };
  };
  const end = (): void => {
    for (const one of Object.values(staying)) one.end();
    for (const path of [folder, built]) rmSync(path, { recursive: true, force: true });
  };
  return { ask, end };
}

/** A verifier that could not do its work has not rejected anything. */
function verdict(name: string, code: number): boolean {
  if (code > 1) throw new Error(`${name} could not say: exit code ${code}`);
  return code === 0;
}

interface Placed {
  readonly path: string;
  readonly trust: string;
  /** Empty folders beside the bundle and allowed_signers, where commands unpack it. */
  readonly ssh: string;
  readonly openssl: string;
}

function placed(folder: string, { bytes, releaseId, trust }: RandomBundle): Placed {
  const at = { path: join(folder, `${releaseId}.freigabe.zip`), trust: join(folder, 'trust.json') };
  const signers = trust.signers.map(({ id, key }) => `${allowedSignerLine(id, key)}\n`).join('');
  writeFileSync(at.path, bytes);
  writeFileSync(at.trust, JSON.stringify(trust));
  const [ssh, openssl] = [join(folder, 'ssh'), join(folder, 'openssl')];
  for (const side of [ssh, openssl]) {
    rmSync(side, { recursive: true, force: true });
    mkdirSync(join(side, 'empty'), { recursive: true });
    writeFileSync(join(side, `${releaseId}.freigabe.zip`), bytes);
    writeFileSync(join(side, 'allowed_signers'), signers);
  }
  return { ...at, ssh, openssl };
}

async function inApplication({ bytes, trust, ledger }: RandomBundle): Promise<boolean> {
  const known = parseTrust(utf8(JSON.stringify(trust)));
  const ledgerKeys = ledger === undefined ? [] : [keyOf(ledger)];
  return (await verifyBundle(bytes, { ...known, ledgerKeys }, nodeCrypto)).outcome === 'release';
}

function ledgerKey({ ledger }: RandomBundle): readonly string[] {
  return ledger === undefined ? [] : ['--ledger-key', `${ledger.origin}=${toHex(ledger.signer.publicKey)}`];
}

/** The digests by OpenSSL too, so that no tool is in both sets but `unzip` and the shell. */
function withOpenssl(releaseId: string): readonly string[] {
  const commands = linuxCommands(releaseId);
  const at = (mark: string): number => commands.findIndex((line) => line.startsWith(`# ${mark}`));
  const digests = ['tagmanifest', 'manifest'].map(
    (name) =>
      `openssl dgst -sha256 -r $(cut -c67- ${name}-sha256.txt) | sed 's/ \\*/  /' | diff - ${name}-sha256.txt || echo "BAD ${name}"`,
  );
  return [
    ...commands.slice(0, at('1')),
    ...opensslCommands,
    ...commands.slice(at('2'), at('3')).map((line) => line.replace('sha256sum ', 'openssl dgst -sha256 -r ')),
    ...digests,
    ...commands.slice(at('4')),
  ];
}

/** What a person who reads what the commands print would say: complete, nothing bad, each statement well signed and about this bundle. */
async function byCommands(folder: string, commands: readonly string[]): Promise<boolean> {
  const script = ['exec 2>&1', ...commands, 'echo "STATEMENTS $(ls approvals/*.json | wc -l)"'].join('\n');
  const { out } = await ended('sh', ['-c', script], join(folder, 'empty'));
  const count = Number(/^STATEMENTS (\d+)$/m.exec(out)?.[1] ?? 0);
  const good =
    out.match(/^(?:Good "freigabe.approval.v1" signature|Signature Verified Successfully)/gm) ?? [];
  const about = out.match(/names this bundle$/gm) ?? [];
  const bad = /BAD|FAILED|WARNING|No such file|error/i.test(out);
  return /^COMPLETE$/m.test(out) && !bad && count > 0 && good.length === count && about.length === count;
}

/** Runs a command that finds its input at its end: `openssl` without the name of a file would wait for more. */
function ended(
  command: string,
  args: readonly string[],
  cwd: string,
): Promise<{ readonly code: number; readonly out: string }> {
  return new Promise((resolve) => {
    const child = execFile(command, [...args], { cwd, encoding: 'utf8' }, (error, out) =>
      resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : 2, out }),
    );
    child.stdin?.end();
  });
}
