import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditIn } from '../../../../electron/cli/audit-here.ts';
import { verifyCommand } from '../../../../electron/cli/bundle-commands.ts';
import { audit } from '../../../../electron/cli/commands/audit.ts';
import { keygen } from '../../../../electron/cli/commands/keygen.ts';
import { ledger } from '../../../../electron/cli/commands/ledger.ts';
import { rememberLedger } from '../../../../electron/cli/commands/ledger-remember.ts';
import { giveReceipt, receipt } from '../../../../electron/cli/commands/receipt.ts';
import type { CommandOutcome } from '../../../../electron/cli/outcome.ts';
import { keysHere } from '../../../../electron/cli/signing-key.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { createWitnessStore } from '../../../../electron/node/witness-store.ts';
import { verifyBundle } from '../../../../shared/bundle/verify.ts';
import { readCheckpoint, signCheckpoint } from '../../../../shared/checkpoint/checkpoint.ts';
import { writeLeaves } from '../../../../shared/checkpoint/leaves-file.ts';
import { treeRoot } from '../../../../shared/checkpoint/merkle-tree.ts';
import type { LedgerFiles } from '../../../../shared/checkpoint/offered-ledger.ts';
import { cosign, cosignaturesOf } from '../../../../shared/checkpoint/cosignature.ts';
import { writeNote } from '../../../../shared/checkpoint/signed-note.ts';
import type { SeenLedger } from '../../../../shared/checkpoint/seen-ledger.ts';
import { leavesOf } from '../../../../shared/ledger/leaves.ts';
import {
  emptyLedger,
  keyOf,
  type LedgerOf,
  ledgerSigner,
  published,
  withdrawing,
} from '../../../support/ledger-publisher.ts';
import { smallTrust, trustFile } from '../../../support/small-bundle.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
const quiet = (): void => undefined;
const said = ({ exitCode, json }: CommandOutcome): object => ({ exitCode, ...(json as object) });
const passphrase = 'one two three four five';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-ledger-commands-'));
  const one = await published(emptyLedger(), 'One');
  const two = await published(one.ledger, 'Two');
  const other = await published(one.ledger, 'Another two');
  const later = await published(withdrawing(two.ledger, 0), 'Four');
  for (const [name, { bytes }] of Object.entries({ one, two, other, later }))
    writeFileSync(at(`${name}.freigabe.zip`), bytes);
  writeFileSync(at('trust.json'), JSON.stringify(trustFile()));
  writeFileSync(at('passphrase'), `${passphrase}\n`);
  await keygen({ name: at('witness'), id: 'regulator', passphrase, created: '2026-11-22' });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verify = (name: string): Promise<CommandOutcome> =>
  verifyCommand(
    [at(`${name}.freigabe.zip`), '--trust', at('trust.json'), '--remember', '--witness', at('seen.json')],
    quiet,
  );

const give = (name: string): Promise<CommandOutcome> => {
  const files = ['--trust', at('trust.json'), '--witness', at('receipts.json')];
  const key = ['--key', at('witness.key.json'), '--passphrase-file', at('passphrase')];
  const who = ['--name', 'regulator.example', '--time', '2026-11-22T10:00:00Z'];
  return receipt([at(`${name}.freigabe.zip`), ...files, ...key, ...who], quiet);
};

describe('verify --remember', () => {
  it('keeps what a bundle shows, and finds a fork and a withdrawal by it', async () => {
    expect(said(await verify('two'))).toMatchObject({ exitCode: 0, ledger: { size: 2 } });
    const fork = await verify('other');
    expect(fork.exitCode).toBe(1);
    expect(fork.text).toContain('E_FORK');
    expect((await verify('one')).text).toContain('older than what was seen');
    expect((await verify('later')).exitCode).toBe(0);
    const withdrawn = await verify('one');
    expect(withdrawn.exitCode).toBe(1);
    expect(withdrawn.text).toContain('E_WITHDRAWN');
    expect((await verify('two')).exitCode).toBe(0);
  });
});

const handed = async (of: LedgerOf): Promise<LedgerFiles> => {
  const leaves = leavesOf(of.leaves, nodeCrypto);
  const root = treeRoot(leaves, nodeCrypto);
  const state = { origin: of.origin, size: leaves.length, root };
  return {
    checkpoint: await signCheckpoint(state, of.signer, nodeCrypto),
    leaves: writeLeaves(leaves),
  };
};
const codeOf = ({ json }: CommandOutcome): unknown => (json as { readonly code?: string }).code;

describe('ledger remember', () => {
  it('takes in a withdrawal, and refuses forks, rollbacks, other keys and leaves that do not fit', async () => {
    const one = await published(emptyLedger(), 'One');
    const two = await published(one.ledger, 'Two');
    const withdrawn = withdrawing(two.ledger, 0);
    const trust = { ...smallTrust(), ledgerKeys: [keyOf(one.ledger)] };
    const witness = createWitnessStore(at('handed.json'));
    const take = async (of: LedgerOf): Promise<CommandOutcome> =>
      rememberLedger(await handed(of), trust, witness);
    const codesOf = async (bytes: Uint8Array): Promise<readonly unknown[]> => {
      const { checks } = await verifyBundle(bytes, { ...trust, seen: await witness.seen() }, nodeCrypto);
      return checks.filter(({ ok }) => !ok).map((check) => check.code);
    };
    expect(said(await take(two.ledger))).toMatchObject({ exitCode: 0, standing: 'new', size: 2 });
    expect(await codesOf(one.bytes)).toEqual([]);
    expect(said(await take(withdrawn))).toMatchObject({ exitCode: 0, standing: 'newer', size: 3 });
    expect(await codesOf(one.bytes)).toEqual(['E_WITHDRAWN']);
    expect(await codesOf(two.bytes)).toEqual([]);
    expect(said(await take(withdrawn))).toMatchObject({ exitCode: 0, standing: 'same' });

    const kept = readFileSync(at('handed.json'));
    expect(codeOf(await take(two.ledger))).toBe('E_ROLLBACK');
    expect(codeOf(await take(withdrawing(two.ledger, 1)))).toBe('E_FORK');
    expect(codeOf(await take({ ...withdrawn, signer: ledgerSigner(41) }))).toBe('E_LEDGER_KEY');
    const [longer, shorter] = [await handed(withdrawn), await handed(two.ledger)];
    const shuffled = writeLeaves(leavesOf(withdrawn.leaves, nodeCrypto).toReversed());
    for (const leaves of [shorter.leaves, longer.leaves.subarray(1), shuffled])
      expect(codeOf(await rememberLedger({ ...longer, leaves }, trust, witness))).toBe('E_LEDGER');
    expect(readFileSync(at('handed.json'))).toEqual(kept);
  });

  it('reads the files a publisher wrote, and believes none whose key the list does not name', async () => {
    const out = at('to-regulators');
    await ledger(['checkpoint', '--ledger', at('publisher'), '--out', out], quiet);
    const files = [join(out, 'checkpoint.txt'), join(out, 'leaves.txt')];
    const known = ['--trust', at('trust.json'), '--witness', at('none.json')];
    const told = await ledger(['remember', ...files, ...known], quiet);
    expect(said(told)).toEqual({ exitCode: 1, remembered: false, code: 'E_LEDGER_KEY' });
    await expect(ledger(['remember', ...files], quiet)).rejects.toMatchObject({
      failure: { code: 'bad-option' },
    });
  });
});

describe('receipt', () => {
  it('is not given where the trust list names no key of the ledger', async () => {
    expect(said(await give('one'))).toMatchObject({ exitCode: 1, receipt: false, reason: 'no-ledger-key' });
  });
});

describe('a receipt for a ledger whose key is known', () => {
  const time = 1_795_600_000;
  const given = async (
    name: string,
    seen: readonly SeenLedger[],
  ): Promise<Awaited<ReturnType<typeof giveReceipt>>> => {
    const keyFile = readFileSync(at('witness.key.json'));
    const signer = await keysHere.unlock(keyFile, passphrase);
    const trust = { ...smallTrust(), ledgerKeys: [keyOf(emptyLedger())], seen };
    const witness = { name: 'regulator.example', signer };
    return giveReceipt(readFileSync(at(`${name}.freigabe.zip`)), trust, witness, time);
  };

  it('proves what the witness saw, and when', async () => {
    const two = await given('two', []);
    if ('reason' in two) throw new Error(two.reason);
    const read = readCheckpoint(two.note);
    if (read === undefined) throw new Error('the receipt is no checkpoint');
    const { publicKey } = keysHere.describe(readFileSync(at('witness.key.json')));
    const receipts = cosignaturesOf(read, 'regulator.example', publicKey, nodeCrypto);
    expect(receipts.map((one) => one.time)).toEqual([time]);
    expect(read.checkpoint.size).toBe(2);
    expect(await given('one', [two.ledger])).toMatchObject({ reason: 'rollback' });
    expect(await given('two', [two.ledger])).toHaveProperty('note');
    expect(await given('other', [two.ledger])).toMatchObject({ reason: 'not-a-release' });
  });
});

describe('receipt check', () => {
  it('holds for the word of the witness about a state of this ledger, and for nothing else', async () => {
    const folders = [at('witnessed'), at('not-witnessed')] as const;
    const out = at('witnessed-state');
    await ledger(['checkpoint', '--ledger', folders[0], '--out', out], quiet);
    const read = readCheckpoint(readFileSync(join(out, 'checkpoint.txt')));
    if (read === undefined) throw new Error('the checkpoint cannot be read');
    const signer = await keysHere.unlock(readFileSync(at('witness.key.json')), passphrase);
    const who = { name: 'regulator.example', signer };
    const word = await cosign(read.checkpoint, who, 1_795_600_000, nodeCrypto);
    const { text, signatures } = read.note;
    writeFileSync(at('given.txt'), writeNote({ text, signatures: [...signatures, word] }));
    const check = (name: string, own: string, file = at('given.txt'), key = at('witness.pub')) =>
      receipt(['check', file, '--key', key, '--name', name, '--ledger', own], quiet);

    const held = await check('regulator.example', folders[0]);
    expect(said(held)).toMatchObject({ exitCode: 0, holds: true, size: 0, times: [1_795_600_000] });
    expect(held.text).toContain('2026-11-25T');
    const wrong = [
      await check('other.example', folders[0]),
      await check('regulator.example', folders[0], join(out, 'checkpoint.txt')),
    ];
    for (const one of wrong)
      expect(said(one)).toMatchObject({ exitCode: 1, holds: false, times: [], ownState: true });
    expect(said(await check('regulator.example', folders[1]))).toMatchObject({
      exitCode: 1,
      times: [1_795_600_000],
      ownState: false,
    });
    await expect(check('regulator.example', folders[0], at('witness.pub'))).rejects.toMatchObject({
      failure: { code: 'receipt-unreadable' },
    });
    await expect(
      check('regulator.example', folders[0], at('given.txt'), at('trust.json')),
    ).rejects.toMatchObject({ failure: { code: 'bad-option' } });
  });
});

describe('the commands about this workstation', () => {
  it('print the checkpoint, and renew the key under the same name and on record', async () => {
    const own = at('own');
    const out = at('handed');
    const first = await ledger(['checkpoint', '--ledger', own, '--out', out], quiet);
    expect(said(first)).toMatchObject({ exitCode: 0, size: 0 });
    expect(readdirSync(out).toSorted()).toEqual(['checkpoint.txt', 'leaves.txt']);
    const renewed = await ledger(['rotate-key', '--ledger', own], quiet);
    const { origin, key } = first.json as { readonly origin: string; readonly key: string };
    expect(renewed.json).toMatchObject({ origin, before: key });
    const read = await auditIn(own).read();
    expect(read.ok && read.records.map(({ ev, data }) => [ev, data['phase']])).toEqual([
      ['ledger.rotate-key', 'intent'],
      ['ledger.rotate-key', 'done'],
    ]);
  });

  it('check the audit log, show it, and hand it over signed', async () => {
    const own = at('audited');
    const log = auditIn(own);
    const digest = 'd'.repeat(64);
    await log.record('release.export', { digest });
    const anchor = await log.head();
    await log.record('bundle.verified');
    const verified = await audit(['verify', '--anchor', anchor, '--ledger', own], quiet);
    expect(said(verified)).toMatchObject({ exitCode: 0, records: 2, unanchored: 1, missing: [] });
    expect(verified.text).toContain('not detectable');
    const shown = await audit(['show', '--about', digest, '--ledger', own], quiet);
    expect((shown.json as { readonly records: readonly unknown[] }).records).toHaveLength(1);
    const args = [
      '--key',
      at('witness.key.json'),
      '--passphrase-file',
      at('passphrase'),
      '--out',
      at('log.jsonl'),
    ];
    await audit(['export', '--ledger', own, ...args], quiet);
    expect(readFileSync(at('log.jsonl'), 'utf8')).toBe(readFileSync(join(own, 'audit.jsonl'), 'utf8'));
    expect(readFileSync(at('log.jsonl.sig'), 'utf8')).toContain('BEGIN SSH SIGNATURE');
    const gone = await audit(['verify', '--anchor', 'f'.repeat(64), '--ledger', own], quiet);
    expect(said(gone)).toMatchObject({ exitCode: 1, holds: false });
    const file = join(own, 'audit.jsonl');
    writeFileSync(file, readFileSync(file, 'utf8').split('\n').slice(1).join('\n'));
    expect(said(await audit(['verify', '--ledger', own], quiet))).toMatchObject({ exitCode: 1, line: 1 });
  });
});
