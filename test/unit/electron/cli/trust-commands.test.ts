import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditIn } from '../../../../electron/cli/audit-here.ts';
import { approveCommand, keygenCommand, verifyCommand } from '../../../../electron/cli/bundle-commands.ts';
import { trust } from '../../../../electron/cli/commands/trust.ts';
import type { CommandOutcome } from '../../../../electron/cli/outcome.ts';
import { keyLine } from '../../../../shared/bundle/ssh-key.ts';
import { asItShould, sealedAt, signedBy } from '../../../support/listed-release.ts';
import { fileKey } from '../../../support/software-keys.ts';
import { trustList } from '../../../support/trust-lists.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
const shell = (command: string, cwd = folder): string =>
  execFileSync('sh', ['-c', `${command} 2>&1`], { cwd, encoding: 'utf8' });
const silent = (): void => undefined;
const run = (...args: readonly string[]): Promise<CommandOutcome> => trust(args, silent);
const refused = (code: string) => ({ failure: { code } });
const jsonOf = ({ json }: CommandOutcome): Readonly<Record<string, unknown>> => json as never;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-'));
  writeFileSync(at('phrase'), 'five words are also enough\n');
  await keygenCommand(['--out', at('root'), '--passphrase-file', at('phrase')], silent);
  shell(`ssh-keygen -q -t ecdsa -b 256 -N '' -f ${at('card')}`);
  shell(`ssh-keygen -q -t ed25519 -N '' -f ${at('otto')}`);
});
afterAll(() => rmSync(folder, { recursive: true }));

const publicOf = (name: string): string => readFileSync(at(`${name}.pub`), 'utf8').trim();
const draft = () => ({
  ...trustList(),
  rootKeys: [publicOf('root'), publicOf('card')],
  signers: asItShould.map(({ id, role }) => ({
    id,
    person: id,
    roles: [role],
    key: id === 'otto' ? publicOf('otto') : keyLine(fileKey(id).key, ''),
    validFromSeq: 0,
  })),
});

describe('trust', () => {
  it('makes a list, signs it here and elsewhere, takes it in, and a release holds by it', async () => {
    writeFileSync(at('draft.json'), JSON.stringify(draft(), undefined, 2));
    const list = at('publisher.trust');
    const made = await run('init', at('draft.json'), '--out', list);
    expect(jsonOf(made)).toMatchObject({ signed: 0, rootThreshold: 2, version: 4 });
    await expect(run('init', at('draft.json'), '--out', list)).rejects.toMatchObject(refused('file-exists'));
    expect((await run('show', list)).exitCode).toBe(1);
    const keyed = await run('sign', list, '--key', at('root.key.json'), '--passphrase-file', at('phrase'));
    expect(jsonOf(keyed)).toMatchObject({ signed: 1 });

    const bytes = at('list.json');
    const asked = await run('sign', list, '--bytes-out', bytes);
    const command = String(jsonOf(asked)['command']).replace('KEY', at('card'));
    shell(command);
    expect(jsonOf(await run('sign', list, '--signature', `${bytes}.sig`))).toMatchObject({ signed: 2 });
    const shown = await run('show', list);
    expect(shown.exitCode).toBe(0);
    expect(shown.text).toContain('signed by 2 of 2 root keys');

    const fingerprint = String(jsonOf(made)['fingerprint']);
    const store = ['--store', at('store'), '--ledger', at('ledger')];
    await expect(run('import', list, ...store)).rejects.toMatchObject(refused('trust-list-unseen'));
    expect(jsonOf(await run('import', list, ...store, '--fingerprint', fingerprint))).toMatchObject({
      change: 'first',
    });
    const records = await recorded(at('ledger'));
    expect(records.map(([event, { phase, code }]) => [event, phase, code])).toEqual([
      ['trust.import', 'intent', undefined],
      ['trust.import', 'failed', 'trust-list-unseen'],
      ['trust.import', 'intent', undefined],
      ['trust.import', 'done', undefined],
      ['trust.believed', undefined, undefined],
    ]);
    expect((await run('show', ...store)).text).toContain('publisher.example/freigabe, version 4');
    await expect(verifyCommand([at('draft.json'), '--trust', list], silent)).rejects.toMatchObject(
      refused('trust-list-import'),
    );

    const [petra, , sina] = asItShould;
    const path = at('r.freigabe.zip');
    writeFileSync(path, await signedBy(sealedAt(), [petra]));
    expect((await verifyCommand([path, '--trust', at('store')], silent)).json).toMatchObject({
      outcome: 'prepared',
    });
    await approveElsewhere(path);
    expect((await verifyCommand([path, '--trust', at('store')], silent)).json).toMatchObject({
      outcome: 'prepared',
    });
    expect(sina.role).toBe('second-signer');
  });

  it('writes what ssh-keygen needs', async () => {
    const out = await run('export', at('publisher.trust'), '--out', at('by-hand'), '--at', '3');
    expect(jsonOf(out)['written']).toEqual([
      'allowed_signers',
      'revoked_keys',
      'root_signers',
      'list.json',
      'list.json.1.sig',
      'list.json.2.sig',
    ]);
    const command = String(jsonOf(out)['command']);
    expect(shell(command, at('by-hand'))).toContain('Good "freigabe.trust.v1"');
    expect(readFileSync(at('by-hand/allowed_signers'), 'utf8').split('\n')).toHaveLength(4);
  });

  it('says what it lacks', async () => {
    expect((await run('--help')).text).toContain('trust import NAME.trust');
    for (const args of [
      ['init'],
      ['init', 'x'],
      ['sign', 'x'],
      ['import'],
      ['export', 'x'],
      ['turn'],
      ['export', 'x', '--out', 'y', '--at', 'x'],
    ])
      await expect(run(...args)).rejects.toThrow(/trust/);
  });
});

async function recorded(ledger: string) {
  const read = await auditIn(ledger).read();
  if (!read.ok) throw new Error('the audit log does not hold');
  return read.records.map(({ ev, data }) => [ev, data] as const);
}

/** otto's approval with a key that ssh-keygen alone holds, in the two steps of the help text. */
async function approveElsewhere(path: string): Promise<void> {
  const statement = at('statement.json');
  const said = [path, '--role', 'privacy-officer', '--id', 'otto', '--comment', 'looked at it'];
  const ledger = ['--ledger', at('elsewhere')];
  const written = await approveCommand([...said, '--statement-out', statement, ...ledger], silent);
  const command = String(jsonOf(written)['command']).replace('KEY', at('otto'));
  await expect(
    approveCommand([path, '--signature', `${statement}.sig`, ...ledger], silent),
  ).rejects.toMatchObject(refused('file-missing'));
  shell(command);
  const added = await approveCommand([path, '--signature', `${statement}.sig`, ...ledger], silent);
  expect(added.json).toMatchObject({ signed: true, signer: 'otto', role: 'privacy-officer' });
  await expect(
    approveCommand([path, '--signature', `${statement}.sig`, ...ledger], silent),
  ).rejects.toMatchObject(refused('statement-stale'));
  const twice = { failure: { code: 'signer-signed-before' } };
  await expect(
    approveCommand([...said, '--statement-out', statement, ...ledger], silent),
  ).rejects.toMatchObject(twice);
  const records = await recorded(at('elsewhere'));
  expect(records.map(([event, { phase, by }]) => [event, phase, by])).toEqual([
    ['statement.write', 'intent', 'elsewhere'],
    ['statement.write', 'done', 'elsewhere'],
    ['decision.sign', 'intent', 'elsewhere'],
    ['decision.sign', 'done', 'elsewhere'],
  ]);
}
