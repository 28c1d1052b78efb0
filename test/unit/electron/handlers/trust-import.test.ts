import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleAgain } from '../../../../electron/handlers/bundle-again.ts';
import { createBundlePaths, rememberingPaths } from '../../../../electron/handlers/bundle-paths.ts';
import { createOpenedBundles } from '../../../../electron/handlers/opened-bundles.ts';
import type { JournalDetail } from '../../../../electron/handlers/ports/journal.ts';
import { bundleReader } from '../../../../electron/handlers/read-bundle.ts';
import { trustImport } from '../../../../electron/handlers/trust-import.ts';
import { trustLists } from '../../../../electron/handlers/trust-lists.ts';
import { trustWithLedgers } from '../../../../electron/handlers/trust-with-ledgers.ts';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { createTrustStore } from '../../../../electron/node/trust-store.ts';
import { createWitnessStore } from '../../../../electron/node/witness-store.ts';
import { inGroups, rootFingerprint } from '../../../../shared/bundle/trust-root.ts';
import { contract } from '../../../../shared/ipc/contract.ts';
import { sealedAt, signedBy } from '../../../support/listed-release.ts';
import { fileKey } from '../../../support/software-keys.ts';
import { listed, now, publisher, signedList, trustList } from '../../../support/trust-lists.ts';
import { fakeLedger } from './fake-ledger.ts';
import { fakeSealPorts } from './fake-ports.ts';

const list = trustList();
const fingerprint = inGroups(rootFingerprint(list, nodeCrypto));
const path = '/home/officer/secret folder/publisher.trust';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-window-trust-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The handlers over a machine that believes nobody; `file` is what the dialog gives. */
function machine() {
  const base = fakeSealPorts();
  const records: [string, JournalDetail][] = [];
  const state = { file: path as string | undefined };
  const witness = createWitnessStore(join(folder, 'witness.json'));
  const store = createTrustStore(folder, () => now);
  const ports = {
    ...base,
    clock: { now: () => now },
    witness,
    dialogs: {
      ...base.dialogs,
      openFile: async (purpose: string) => (purpose === 'trust' ? state.file : undefined),
    },
    journal: {
      ...base.journal,
      record: async (event: string, detail: JournalDetail = {}) => void records.push([event, detail]),
    },
    trust: trustWithLedgers(store, { witness, ledger: fakeLedger(), crypto: nodeCrypto }),
    opened: createOpenedBundles(),
  };
  const paths = createBundlePaths();
  const readBundle = rememberingPaths(bundleReader(ports), paths);
  return {
    state,
    records,
    disk: base.disk,
    take: trustImport(ports),
    lists: trustLists(ports),
    again: bundleAgain({ ...ports, paths, readBundle }),
    readBundle,
  };
}

const noteOf = (checks: readonly { readonly id: string; readonly ok: boolean }[]) =>
  JSON.stringify(checks.find(({ id }) => id === 'ledger'));
const code = (wanted: string) => ({ failure: { code: wanted } });

describe('trust.import', () => {
  it('believes nobody at first, and nothing on first sight', async () => {
    const { take, lists, disk, records } = machine();
    disk.set(path, await signedList(list));
    await expect(take({})).rejects.toMatchObject(code('trust-list-unseen'));
    const wrong = fingerprint.replace(/.$/u, (last) => (last === '0' ? '1' : '0'));
    await expect(take({ fingerprint: wrong })).rejects.toMatchObject(code('trust-list-fingerprint'));
    expect(await lists({})).toEqual({ lists: [], simple: [], own: [], ledgers: [] });
    expect(records.map(([event, { phase, code: why = '' }]) => [event, phase, why])).toEqual([
      ['trust.import', 'intent', ''],
      ['trust.import', 'failed', 'trust-list-unseen'],
      ['trust.import', 'intent', ''],
      ['trust.import', 'failed', 'trust-list-fingerprint'],
    ]);
  });

  it('never tells the desk what the fingerprint should be', async () => {
    const { take, disk } = machine();
    disk.set(path, await signedList(list));
    const refused = await take({}).catch((error: unknown) => JSON.stringify(error));
    expect(refused).toContain('trust-list-unseen');
    expect(refused).not.toContain(rootFingerprint(list, nodeCrypto));
    expect(refused).not.toContain(fingerprint.slice(0, 8));
  });

  it('takes in a list with its fingerprint, tells and records what that changed, and no path', async () => {
    const { take, lists, disk, records } = machine();
    disk.set(path, await signedList(list));
    const first = await take({ fingerprint: fingerprint.toUpperCase() });
    expect(first).toMatchObject({ kind: 'first', version: 4, added: ['petra', 'otto', 'sina'] });
    const rootKeys = trustList().rootKeys.with(1, listed('root d', ['preparer']).key);
    const newer = trustList({ version: 5, rootKeys, signers: list.signers.slice(0, 2) });
    disk.set(path, await signedList(newer));
    expect(await take({})).toMatchObject({
      kind: 'newer',
      before: 4,
      removed: ['sina'],
      rootAdded: 1,
      rootRemoved: 1,
    });
    const shown = await lists({});
    expect(shown.lists).toMatchObject([
      { origin: publisher.origin, version: 5, rootFingerprint: rootFingerprint(newer, nodeCrypto) },
    ]);
    expect(contract['trust.lists'].response.safeParse({ ok: true, value: shown }).error).toBeUndefined();
    const believed = records.filter(([event]) => event === 'trust.believed').map(([, detail]) => detail);
    expect(believed).toMatchObject([
      { change: 'first', version: 4, before: 0, added: 3, fingerprint: rootFingerprint(list, nodeCrypto) },
      { change: 'newer', version: 5, before: 4, removed: 1, rootAdded: 1, rootRemoved: 1 },
    ]);
    expect(JSON.stringify(records)).not.toMatch(/secret|officer|\.trust/u);
  });

  it('refuses what enough root keys did not hand over, and keeps what is held', async () => {
    const { take, lists, disk } = machine();
    disk.set(path, await signedList(list));
    await take({ fingerprint });
    const rootKeys = ['root d', 'root e', 'root f'].map((name) => listed(name, ['preparer']).key);
    const stolen = trustList({ version: 5, rootKeys });
    disk.set(path, await signedList(stolen, [fileKey('root d'), fileKey('root e')]));
    await expect(take({})).rejects.toMatchObject(code('trust-list-handover'));
    await expect(take({ fingerprint: rootFingerprint(stolen, nodeCrypto) })).rejects.toMatchObject(
      code('trust-list-handover'),
    );
    expect((await lists({})).lists.map(({ version }) => version)).toEqual([4]);
  });

  it('does and records nothing when the dialog was closed', async () => {
    const { take, records, state } = machine();
    state.file = undefined;
    expect(await take({ fingerprint })).toBeUndefined();
    expect(records).toEqual([]);
  });
});

describe('a bundle that is open', () => {
  it('is verified anew by the list that was taken in, and its ledger is remembered from then on', async () => {
    const { take, lists, again, readBundle, disk } = machine();
    const bundle = '/b/may.freigabe.zip';
    disk.set(bundle, await signedBy(sealedAt()));
    const before = await readBundle(bundle);
    expect(before.outcome).not.toBe('release');
    expect((await lists({})).ledgers).toEqual([]);
    disk.set(path, await signedList(list));
    await take({ fingerprint });
    const digest = before.digest ?? '';
    const after = await again({ digest });
    expect(after.outcome).toBe('release');
    expect(noteOf(after.checks)).toContain('ledger-new');
    expect((await lists({})).ledgers).toEqual([{ origin: publisher.origin, entries: 6, keyKnown: true }]);
    expect(noteOf((await again({ digest })).checks)).toContain('ledger-same');
    disk.set(bundle, await signedBy(sealedAt(7)));
    const otherHistory = await readBundle(bundle);
    expect(noteOf(otherHistory.checks)).toContain('E_FORK');
  });

  it('is not taken for another one its file holds by now', async () => {
    const { again, readBundle, disk } = machine();
    const bundle = '/b/may.freigabe.zip';
    disk.set(bundle, await signedBy(sealedAt()));
    const { digest = '' } = await readBundle(bundle);
    disk.set(bundle, await signedBy(sealedAt(7)));
    await expect(again({ digest })).rejects.toMatchObject(code('bundle-changed'));
    await expect(again({ digest: '0'.repeat(64) })).rejects.toMatchObject(code('bundle-not-open'));
  });
});
