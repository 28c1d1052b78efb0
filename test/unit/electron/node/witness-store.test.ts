import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLedgerStore, ledgerKeyFile } from '../../../../electron/node/ledger-store.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { rotateLedgerKey } from '../../../../electron/node/ledger-key.ts';
import { createWitnessStore } from '../../../../electron/node/witness-store.ts';
import { toHex } from '../../../../shared/base/hex.ts';
import { readCheckpoint } from '../../../../shared/checkpoint/checkpoint.ts';
import type { SeenLedger } from '../../../../shared/checkpoint/seen-ledger.ts';
import { isSignedBy } from '../../../../shared/checkpoint/signed-note.ts';
import { emptyHead } from '../../../../shared/ledger/chain.ts';
import { digestOf, releaseToRecord } from '../../../support/ledger-entries.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'freigabe-witness-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const ledger = (...names: readonly string[]): SeenLedger => ({
  origin: 'freigabe.a',
  key: digestOf('key'),
  size: names.length,
  root: digestOf(names.join()),
  leaves: names.map(digestOf),
});

const keyAt = (): string => join(folder, ledgerKeyFile);

describe('what was seen of ledgers', () => {
  it('is kept for the next start, the longest history of each', async () => {
    const file = join(folder, 'deep', 'witness.json');
    const witness = createWitnessStore(file);
    expect(await witness.seen()).toEqual([]);
    await Promise.all([witness.remember(ledger('a')), witness.remember({ ...ledger('b'), key: '' })]);
    await witness.remember(ledger('a', 'c'));
    await witness.remember(ledger('a'));
    const kept = await createWitnessStore(file).seen();
    expect(
      kept.map(({ key, size }) => [key, size] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ).toEqual([
      ['', 1],
      [digestOf('key'), 2],
    ]);
  });

  it('is not thought empty when it cannot be read', async () => {
    const file = join(folder, 'witness.json');
    for (const text of ['{', '{"v":2,"ledgers":[]}', '']) {
      writeFileSync(file, text);
      // Each file is looked at by itself.
      // oxlint-disable-next-line no-await-in-loop
      await expect(createWitnessStore(file).seen()).rejects.toMatchObject({
        failure: { code: 'witness-unreadable', detail: { file: 'witness.json' } },
        message: expect.not.stringContaining(folder),
      });
    }
  });
});

describe('the key of the ledger', () => {
  const size1 = { size: 1, root: new Uint8Array(32) };

  it('is made once, for its owner only, and names the ledger for good', async () => {
    const store = createLedgerStore(folder);
    const first = await store.identity();
    expect(first.origin).toBe(`freigabe.${toHex(nodeCrypto.sha256(first.publicKey)).slice(0, 16)}`);
    if (process.platform !== 'win32') expect(statSync(keyAt()).mode & 0o777).toBe(0o600);
    expect(await createLedgerStore(folder).identity()).toEqual(first);
    await rotateLedgerKey(keyAt());
    const next = await createLedgerStore(folder).identity();
    expect(next.origin).toBe(first.origin);
    expect(next.publicKey).not.toEqual(first.publicKey);
    expect(next.before).toEqual([toHex(first.publicKey)]);
  });

  it('signs checkpoints under that name, and the same one the same way', async () => {
    const store = createLedgerStore(folder);
    const { origin, publicKey } = await store.identity();
    const bytes = await store.signCheckpoint(size1);
    const read = readCheckpoint(bytes);
    expect(read?.checkpoint).toEqual({ origin, ...size1 });
    expect(read && isSignedBy(read.note, origin, publicKey, nodeCrypto)).toBe(true);
    expect(await store.signCheckpoint(size1)).toEqual(bytes);
  });

  it('is not made again where it is gone and there are entries, nor taken from a broken file', async () => {
    const store = createLedgerStore(folder);
    await store.identity();
    const bytes = new TextEncoder().encode('bundle one');
    await store.record(
      'release',
      { head: emptyHead, release: releaseToRecord('one'), bytes },
      async () => undefined,
    );
    const kept = readFileSync(keyAt());
    rmSync(keyAt());
    await expect(store.identity()).rejects.toMatchObject({ failure: { code: 'ledger-key' } });
    writeFileSync(keyAt(), '{}');
    await expect(store.identity()).rejects.toMatchObject({ failure: { code: 'ledger-key' } });
    writeFileSync(keyAt(), kept);
    await expect(store.identity()).resolves.toBeDefined();
  });

  it('withdraws a release once, and keeps what was signed', async () => {
    const store = createLedgerStore(folder);
    const release = releaseToRecord('one');
    const bytes = new TextEncoder().encode('bundle one');
    await store.record('release', { head: emptyHead, release, bytes }, async () => undefined);
    const { releaseDigest, releaseId } = release;
    const said = { releaseDigest, reason: 'objection', statement: bytes, signature: bytes } as const;
    const { entries } = await store.withdraw(said);
    expect(entries[1]).toMatchObject({
      kind: 'withdrawal',
      sequence: 1,
      releaseId,
      releaseDigest,
      reason: 'objection',
    });
    expect(Object.keys(entries[1] ?? {}).toSorted()).toEqual([
      'kind',
      'previous',
      'reason',
      'releaseDigest',
      'releaseId',
      'sequence',
      'statement',
      'version',
    ]);
    expect(readdirSync(join(folder, 'release', 'withdrawals'))).toHaveLength(2);
    await expect(store.withdraw(said)).rejects.toMatchObject({ failure: { code: 'already-withdrawn' } });
    const unknown = { ...said, releaseDigest: digestOf('another') };
    await expect(store.withdraw(unknown)).rejects.toMatchObject({ failure: { code: 'not-in-ledger' } });
  });
});
