import { describe, expect, it } from 'vitest';
import { ledgerOverview } from '../../../../electron/handlers/ledger-overview.ts';
import { trustWithLedgers } from '../../../../electron/handlers/trust-with-ledgers.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { Refusal } from '../../../../shared/base/failure.ts';
import { noTrust } from '../../../../shared/bundle/trust.ts';
import { LedgerOverview } from '../../../../shared/ipc/ledger-overview.ts';
import { emptyHead } from '../../../../shared/ledger/chain.ts';
import { releaseToRecord } from '../../../support/ledger-entries.ts';
import { emptyLedger, seenOf } from '../../../support/ledger-publisher.ts';
import { type FakeLedger, fakeLedger, fakeLedgerKey, fakeOrigin } from './fake-ledger.ts';

async function withWithdrawn(): Promise<FakeLedger> {
  const ledger = fakeLedger();
  const release = releaseToRecord('one');
  const bytes = new Uint8Array();
  await ledger.record('release', { head: emptyHead, release, bytes }, async () => undefined);
  await ledger.withdraw({
    releaseDigest: release.releaseDigest,
    reason: 'objection',
    statement: bytes,
    signature: bytes,
  });
  return ledger;
}

const witness = { seen: async () => [seenOf(emptyLedger())], remember: async () => undefined };
const trust = { load: async () => noTrust, remember: async () => undefined };

describe('the overview of the ledger', () => {
  it('lists releases, and which of them were withdrawn and why', async () => {
    const { releases } = await ledgerOverview({ ledger: await withWithdrawn() })({});
    expect(LedgerOverview.parse({ releases }).releases).toEqual(releases);
    expect(releases.map(({ title, withdrawn }) => [title, withdrawn])).toEqual([
      ['Release one', 'objection'],
    ]);
  });
});

describe('whom and what a machine knows of ledgers', () => {
  it('is what it saw, and its own ledger with the withdrawals in it', async () => {
    const ledger = await withWithdrawn();
    const known = await trustWithLedgers(trust, { witness, ledger, crypto: nodeCrypto }).load();
    expect(known.ledgerKeys).toEqual([{ origin: fakeOrigin, publicKey: fakeLedgerKey.publicKey }]);
    expect(known.seen?.map(({ origin, size }) => [origin, size])).toEqual([
      [emptyLedger().origin, 0],
      [fakeOrigin, 2],
    ]);
  });

  it('leaves a machine without a ledger without one, and reads bundles where its own is broken', async () => {
    const empty = { ...fakeLedger(), identity: () => Promise.reject(new Error('no key may be made')) };
    const broken = { ...fakeLedger(), read: () => Promise.reject(new Refusal('ledger-broken', 'Line 1.')) };
    for (const ledger of [empty, broken]) {
      // Each machine is looked at by itself.
      // oxlint-disable-next-line no-await-in-loop
      const known = await trustWithLedgers(trust, { witness, ledger, crypto: nodeCrypto }).load();
      expect([known.ledgerKeys, known.seen?.length]).toEqual([[], 1]);
    }
  });
});
