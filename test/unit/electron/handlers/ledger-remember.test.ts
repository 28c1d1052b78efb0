import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerRemember } from '../../../../electron/handlers/ledger-remember.ts';
import type { JournalDetail } from '../../../../electron/handlers/ports/journal.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { createWitnessStore } from '../../../../electron/node/witness-store.ts';
import { ledgerPaths } from '../../../../shared/bundle/names.ts';
import { noTrust } from '../../../../shared/bundle/trust.ts';
import {
  emptyLedger,
  keyOf,
  type LedgerOf,
  published,
  withdrawing,
  withLedger,
} from '../../../support/ledger-publisher.ts';
import { filesOf } from '../../../support/tampered-bundle.ts';
import { fakeSealPorts } from './fake-ports.ts';

const one = await published(emptyLedger(), 'First');
const two = await published(one.ledger, 'Second');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-window-ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The handler on a machine that believes the key of the ledger; `offer` puts the two files of a state where the dialogs lead. */
function machine(ledgerKeys = [keyOf(one.ledger)]) {
  const base = fakeSealPorts();
  const records: [string, JournalDetail][] = [];
  const witness = createWitnessStore(join(folder, 'witness.json'));
  const closed = new Set<string>();
  const take = ledgerRemember({
    files: base.files,
    crypto: nodeCrypto,
    witness,
    dialogs: { openFile: async (purpose) => (closed.has(purpose) ? undefined : `/secret/${purpose}.txt`) },
    journal: {
      ...base.journal,
      record: async (event: string, detail: JournalDetail = {}) => void records.push([event, detail]),
    },
    trust: { load: async () => ({ ...noTrust, ledgerKeys, seen: await witness.seen() }) },
  });
  const offer = async (ledger: LedgerOf) => {
    const files = filesOf(await withLedger(one.bytes, ledger));
    base.disk.set('/secret/checkpoint.txt', files.get(ledgerPaths.checkpoint) ?? new Uint8Array());
    base.disk.set('/secret/leaves.txt', files.get(ledgerPaths.leaves) ?? new Uint8Array());
    return take({});
  };
  return { take, offer, witness, closed, records, disk: base.disk };
}

const code = (wanted: string) => ({ failure: { code: wanted } });

describe('ledger.remember', () => {
  it('takes in what goes on from what was seen, a withdrawal too, and records it without a path', async () => {
    const { offer, witness, records } = machine();
    const { origin } = one.ledger;
    expect(await offer(one.ledger)).toEqual({ origin, entries: 1, standing: 'new' });
    expect(await offer(one.ledger)).toEqual({ origin, entries: 1, standing: 'same' });
    expect(await offer(withdrawing(two.ledger, 0))).toEqual({ origin, entries: 3, standing: 'newer' });
    expect(await witness.seen()).toMatchObject([{ origin, size: 3 }]);
    expect(records.map(([event, { phase }]) => `${event} ${phase}`).slice(-2)).toEqual([
      'ledger.remember intent',
      'ledger.remember done',
    ]);
    expect(JSON.stringify(records)).not.toContain('secret');
  });

  it('remembers nothing of a fork, of less than was seen, or under a key nobody named', async () => {
    const { offer, witness } = machine();
    await offer(two.ledger);
    const fork = (await published(one.ledger, 'Another second')).ledger;
    await expect(offer(fork)).rejects.toMatchObject(code('ledger-state-fork'));
    await expect(offer(one.ledger)).rejects.toMatchObject(code('ledger-state-older'));
    expect(await witness.seen()).toMatchObject([{ size: 2 }]);
    const stranger = machine([]);
    await expect(stranger.offer(two.ledger)).rejects.toMatchObject(code('ledger-state-key'));
    expect(stranger.records.at(-1)).toMatchObject(['ledger.remember', { code: 'ledger-state-key' }]);
  });

  it('refuses files that are not of one state, and does nothing where a dialog was closed', async () => {
    const { offer, take, disk, closed, records } = machine();
    await offer(one.ledger);
    disk.set('/secret/leaves.txt', disk.get('/secret/checkpoint.txt') ?? new Uint8Array());
    await expect(take({})).rejects.toMatchObject(code('ledger-state-form'));
    const told = records.length;
    closed.add('leaves');
    expect(await take({})).toBeUndefined();
    expect(records).toHaveLength(told);
  });
});
