import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Addition, Ledger } from '../../../../electron/handlers/ports/ledger.ts';
import { createLedgerStore } from '../../../../electron/node/ledger-store.ts';
import { canonicalJsonFile } from '../../../../shared/base/canonical-json.ts';
import { Refusal } from '../../../../shared/base/failure.ts';
import { emptyHead } from '../../../../shared/ledger/chain.ts';
import { type ReleaseEntry, releasesOf } from '../../../../shared/ledger/ledger-entry.ts';
import { digestOf, releaseToRecord } from '../../../support/ledger-entries.ts';

let folder = '';
let store: Ledger;
const at = (...names: readonly string[]): string => join(folder, 'release', ...names);
const written = async (): Promise<void> => undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-ledger-'));
  store = createLedgerStore(folder, 300);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function addition(name: string, head: string): Addition {
  return { head, release: releaseToRecord(name), bytes: new TextEncoder().encode(`bundle ${name}`) };
}

async function released(...names: readonly string[]): Promise<readonly ReleaseEntry[]> {
  for (const name of names) {
    // Each follows from the one before.
    // oxlint-disable-next-line no-await-in-loop
    await store.record('release', addition(name, (await store.read('release')).head), written);
  }
  return releasesOf((await store.read('release')).entries);
}

const pendingOf = ({ head, release }: Addition): Uint8Array =>
  canonicalJsonFile({ version: 1, head, release });
const refusal = (code: string): object => ({ failure: { code } });

describe('the ledger on disk', () => {
  it('begins empty, and keeps entries and bundles for the next start', async () => {
    expect(await store.read('release')).toMatchObject({ entries: [], head: emptyHead });
    const entries = await released('one', 'two');
    const again = createLedgerStore(folder);
    expect((await again.read('release')).entries).toEqual(entries);
    const [first] = entries;
    if (first === undefined) throw new Error('there are two');
    expect(new TextDecoder().decode(await again.kept(first))).toBe('bundle one');
    expect((await again.read('demo')).entries).toEqual([]);
  });

  it('lets nobody else read it', async () => {
    await released('one');
    const bundle = `${digestOf('bundle one')}.freigabe.zip`;
    const modes = [at('ledger.jsonl'), at('bundles', bundle)].map((file) => statSync(file).mode & 0o777);
    expect(modes).toEqual([0o600, 0o600]);
    expect(statSync(at('bundles')).mode & 0o077).toBe(0);
  });

  it('notes the release before the bundle is written, and the entry after', async () => {
    const seen: boolean[] = [];
    await store.record('release', addition('one', emptyHead), async () => {
      seen.push(existsSync(at('pending.json')), existsSync(at('ledger.jsonl')));
      expect(readdirSync(at('bundles'))).toHaveLength(1);
    });
    expect(seen).toEqual([true, false]);
    expect(readdirSync(at()).toSorted()).toEqual(['bundles', 'ledger.jsonl']);
  });

  it('keeps no bundle of a demonstration', async () => {
    await store.record('demo', addition('one', emptyHead), written);
    expect(readdirSync(join(folder, 'demo'))).toEqual(['ledger.jsonl']);
    expect((await store.read('release')).entries).toEqual([]);
  });

  it('refuses what does not follow from its head, and writes nothing', async () => {
    await released('one');
    let wrote = false;
    const late = store.record('release', addition('two', emptyHead), async () => void (wrote = true));
    await expect(late).rejects.toMatchObject(refusal('ledger-moved'));
    expect(wrote).toBe(false);
    expect(readdirSync(at('bundles'))).toHaveLength(1);
  });

  it.each(['disk-full', 'not-writable', 'write-failed'])(
    'forgets a release whose bundle could not be written (%s)',
    async (code) => {
      const failing = store.record('release', addition('one', emptyHead), () =>
        Promise.reject(new Refusal(code, 'no')),
      );
      await expect(failing).rejects.toMatchObject(refusal(code));
      expect((await store.read('release')).entries).toEqual([]);
      expect(readdirSync(at()).toSorted()).toEqual(['bundles']);
      expect(readdirSync(at('bundles'))).toEqual([]);
    },
  );

  it.each([
    new Refusal('write-unknown', 'perhaps'),
    new Refusal('read-back-failed', 'differs'),
    new Error('a defect'),
  ])('counts a release as out after any other failure', async (failure) => {
    const failing = store.record('release', addition('one', emptyHead), () => Promise.reject(failure));
    await expect(failing).rejects.toBe(failure);
    expect((await store.read('release')).entries).toHaveLength(1);
  });
});

describe('a ledger that was interrupted', () => {
  it('adds the entry that was about to be added', async () => {
    const [first] = await released('one');
    const { head } = await store.read('release');
    const next = addition('two', head);
    writeFileSync(at('bundles', `${next.release.bundle}.freigabe.zip`), next.bytes);
    writeFileSync(at('pending.json'), pendingOf(next));
    const { entries } = await createLedgerStore(folder).read('release');
    expect(releasesOf(entries).map(({ bundle }) => bundle)).toEqual([first?.bundle, next.release.bundle]);
    expect(existsSync(at('pending.json'))).toBe(false);
    expect((await store.read('release')).entries).toEqual(entries);
  });

  it('counts a release as out when the process was killed while the bundle was being written', async () => {
    await released('one');
    const script = new URL('../../../support/killed-while-releasing.ts', import.meta.url).pathname;
    const killed = spawnSync(process.execPath, ['--import', 'tsx', script, folder, 'two']);
    expect(killed.signal).toBe('SIGKILL');
    expect(readdirSync(at()).toSorted()).toEqual(['bundles', 'ledger.jsonl', 'lock', 'pending.json']);
    const { entries } = await store.read('release');
    expect(entries.map(({ releaseId }) => releaseId)).toEqual(
      ['one', 'two'].map((name) => releaseToRecord(name).releaseId),
    );
    expect(readdirSync(at()).toSorted()).toEqual(['bundles', 'ledger.jsonl']);
  });

  it('says that the bundle is out when the entry cannot be added, and adds it with the next reading', async () => {
    const first = addition('one', emptyHead);
    const done = store.record('release', first, async () => mkdirSync(at('ledger.jsonl')));
    await expect(done).rejects.toMatchObject({ failure: { code: 'ledger-behind' } });
    rmSync(at('ledger.jsonl'), { recursive: true });
    const { entries } = await store.read('release');
    expect(releasesOf(entries).map(({ title }) => title)).toEqual(['Release one']);
    expect(existsSync(at('pending.json'))).toBe(false);
  });

  it('drops the note when the entry had already been added', async () => {
    const entries = await released('one');
    writeFileSync(at('pending.json'), pendingOf(addition('one', emptyHead)));
    expect((await store.read('release')).entries).toEqual(entries);
    expect(existsSync(at('pending.json'))).toBe(false);
  });

  it('does not go on when the bundle it noted is not there', async () => {
    await released('one');
    const { head } = await store.read('release');
    writeFileSync(at('pending.json'), pendingOf(addition('two', head)));
    await expect(store.read('release')).rejects.toMatchObject(refusal('ledger-bundle'));
  });

  it('does not go on when the note belongs to another ledger or cannot be read', async () => {
    await released('one');
    writeFileSync(at('pending.json'), pendingOf(addition('two', emptyHead)));
    await expect(store.read('release')).rejects.toMatchObject(refusal('ledger-broken'));
    writeFileSync(at('pending.json'), '{');
    await expect(store.read('release')).rejects.toMatchObject(refusal('ledger-broken'));
  });

  it('takes over the lock of a process that is gone, and waits for one that lives', async () => {
    await released('one');
    writeFileSync(at('lock'), '999999999\n');
    expect((await store.read('release')).entries).toHaveLength(1);
    writeFileSync(at('lock'), `${process.ppid}\n`);
    await expect(store.read('release')).rejects.toMatchObject(refusal('ledger-busy'));
    setTimeout(() => rmSync(at('lock')), 150);
    expect((await store.read('release')).entries).toHaveLength(1);
  });

  it('lets two releases at once only one after the other', async () => {
    const both = await Promise.allSettled(
      ['one', 'two'].map((name) => store.record('release', addition(name, emptyHead), written)),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await store.read('release')).entries).toHaveLength(1);
  });
});

describe('a ledger that somebody changed', () => {
  it('refuses to be read, so that nothing is signed', async () => {
    await released('one', 'two', 'three');
    const text = readFileSync(at('ledger.jsonl'), 'utf8');
    for (const changed of [
      text.replace('"solo"', '"demo"'),
      text.slice(text.indexOf('\n') + 1),
      text.slice(0, -5),
    ]) {
      writeFileSync(at('ledger.jsonl'), changed);
      // Each change is looked at by itself.
      // oxlint-disable-next-line no-await-in-loop
      await expect(store.read('release')).rejects.toMatchObject(refusal('ledger-broken'));
    }
  });

  it('is told from one of the first versions, whose entries had no kind', async () => {
    await released('one', 'two');
    const lines = readFileSync(at('ledger.jsonl'), 'utf8');
    writeFileSync(at('ledger.jsonl'), lines.replaceAll('"kind":"release",', ''));
    await expect(store.read('release')).rejects.toMatchObject({
      failure: { code: 'ledger-earlier', detail: { folder: join(folder, 'release') } },
    });
    const [first = ''] = lines.split('\n');
    writeFileSync(
      at('ledger.jsonl'),
      lines.replace(first, first.replace('"kind":"release"', '"kind":"rel"')),
    );
    await expect(store.read('release')).rejects.toMatchObject(refusal('ledger-broken'));
    writeFileSync(at('ledger.jsonl'), '{}\n');
    await expect(store.read('release')).rejects.toMatchObject(refusal('ledger-broken'));
  });

  it('refuses a kept bundle that is missing or another', async () => {
    const [first] = await released('one');
    if (first === undefined) throw new Error('there is one');
    const file = at('bundles', `${first.bundle}.freigabe.zip`);
    writeFileSync(file, 'other');
    await expect(store.kept(first)).rejects.toMatchObject(refusal('ledger-bundle'));
    rmSync(file);
    await expect(store.kept(first)).rejects.toMatchObject(refusal('ledger-bundle'));
  });

  it('says so when it cannot be read at all', async () => {
    await released('one');
    rmSync(at('ledger.jsonl'));
    mkdirSync(at('ledger.jsonl'));
    await expect(store.read('release')).rejects.toMatchObject(refusal('ledger-unreadable'));
  });
});
