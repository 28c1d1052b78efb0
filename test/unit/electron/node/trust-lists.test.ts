import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../../electron/node/crypto.ts';
import { createTrustStore } from '../../../../electron/node/trust-store.ts';
import { inGroups, rootFingerprint } from '../../../../shared/bundle/trust-root.ts';
import { verifyBundle } from '../../../../shared/bundle/verify.ts';
import { asItShould, sealedAt, signedBy } from '../../../support/listed-release.ts';
import { fileKey } from '../../../support/software-keys.ts';
import { now, publisher, signedList, trustList } from '../../../support/trust-lists.ts';

const list = trustList();
const print = inGroups(rootFingerprint(list, nodeCrypto));
const file = await signedList(list);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-trust-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const store = (at = now) => createTrustStore(folder, () => at);
const code = (wanted: string) => ({ failure: { code: wanted } });

describe('publishers’ lists on this machine', () => {
  it('are not believed on first sight, and nothing is kept of them', async () => {
    await expect(store().importList(file, undefined, now)).rejects.toMatchObject(code('trust-list-unseen'));
    await expect(store().importList(file, print.replace(/.$/, 'g'), now)).rejects.toMatchObject(
      code('trust-list-fingerprint'),
    );
    expect(readdirSync(folder)).toEqual([]);
    expect(await store().lists()).toEqual([]);
  });

  it('make their signers known from then on, and judge releases of their ledger', async () => {
    const taken = await store().importList(file, print, now);
    expect(taken).toEqual({
      origin: publisher.origin,
      version: 4,
      fingerprint: rootFingerprint(list, nodeCrypto),
      change: 'first',
    });
    const bundle = await signedBy(sealedAt());
    expect((await verifyBundle(bundle, await store().load(), nodeCrypto)).outcome).toBe('release');
    const late = await store('2028-01-01T00:00:00Z').load();
    const report = await verifyBundle(bundle, late, nodeCrypto);
    expect(report.checks.flatMap((check) => (check.ok ? [] : [check.code]))).toContain('E_TRUST_EXPIRED');
  });

  it('are replaced by newer ones only, also after a restart', async () => {
    await store().importList(file, print, now);
    const newer = await signedList(trustList({ version: 5, signers: [] }));
    expect((await store().importList(newer, undefined, now)).change).toBe('newer');
    await expect(store().importList(file, print, now)).rejects.toMatchObject(code('trust-list-rollback'));
    expect((await store().importList(newer, undefined, now)).change).toBe('same');
    expect((await store().lists()).map(({ version }) => version)).toEqual([5]);
  });

  it('stand beside each other, one for each publisher', async () => {
    const other = trustList({ origin: 'publisher.example/freigabe-2', rootKeys: list.rootKeys.slice(0, 2) });
    await store().importList(file, print, now);
    await expect(
      store().importList(await signedList(other, [fileKey('root a'), fileKey('root b')]), print, now),
    ).rejects.toMatchObject(code('trust-list-fingerprint'));
    const otherPrint = rootFingerprint(other, nodeCrypto);
    await store().importList(
      await signedList(other, [fileKey('root a'), fileKey('root b')]),
      otherPrint,
      now,
    );
    expect((await store().load()).lists?.map(({ origin }) => origin).toSorted()).toEqual([
      'publisher.example/freigabe',
      'publisher.example/freigabe-2',
    ]);
  });

  it('outweigh the simple list and the keys made here', async () => {
    const [, otto] = asItShould;
    const { key } = fileKey(otto.id);
    await store().remember({ signerId: 'otto', person: 'Otto', publicKey: key.point });
    await store().remember({ signerId: 'kim', person: 'Kim', publicKey: fileKey('kim').key.point });
    expect((await store().load()).signers).toHaveLength(2);
    await store().importList(file, print, now);
    const { signers } = await store().load();
    expect(signers.filter(({ ids }) => ids.includes('otto')).map(({ origin }) => origin)).toEqual([
      publisher.origin,
    ]);
    expect(signers.filter(({ ids }) => ids.includes('kim')).map(({ origin }) => origin)).toEqual([undefined]);
  });

  it('stop everything where the file kept was changed', async () => {
    await store().importList(file, print, now);
    const [name = ''] = readdirSync(join(folder, 'trust-lists'));
    const path = join(folder, 'trust-lists', name);
    writeFileSync(path, readFileSync(path, 'utf8').replace('"threshold":2', '"threshold":1'));
    await expect(store().load()).rejects.toMatchObject(code('trust-list-signature'));
    await expect(store().importList(file, print, now)).rejects.toMatchObject(code('trust-list-signature'));
  });
});
