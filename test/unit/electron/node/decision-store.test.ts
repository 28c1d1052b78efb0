import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDecisionStore } from '../../../../electron/node/decision-store.ts';
import { createPendingStore } from '../../../../electron/node/pending-store.ts';
import { type Statement, statementBytes } from '../../../../shared/bundle/statement.ts';
import type { PendingSigning } from '../../../../shared/ipc/decision.ts';

const digest = 'ab'.repeat(32);
const bytesOf = (decision: Statement['predicate']['decision'], claimedTime: string): Uint8Array =>
  statementBytes({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'tagmanifest-sha256.txt', digest: { sha256: digest } }],
    predicateType: 'urn:freigabe:approval:v1',
    predicate: {
      seq: 2,
      decision,
      role: 'second-signer',
      signer: 'cleo',
      releaseId: 'freigabe-2026-05-20-00000000',
      claimedTime,
      comment: 'too fine',
      confirmed: [],
      auditHead: null,
      previousApproval: null,
    },
  });
const signature = Uint8Array.of(1, 2, 3);
const fresh = (): string => join(mkdtempSync(join(tmpdir(), 'freigabe-safe-')), 'safe');

describe('the safe', () => {
  it('keeps what was signed for its owner only, and tells of it by release', async () => {
    const folder = fresh();
    const store = createDecisionStore(folder, () => '2026-11-22');
    const kept = await store.keep(bytesOf('reject', '2026-11-22T10:00:00Z'), signature);
    expect(kept).toMatchObject({ decision: 'reject', signer: 'cleo', keepUntil: '2031-11-21' });
    expect(await store.about(digest)).toEqual([kept]);
    expect(await store.about('0'.repeat(64))).toEqual([]);
    const names = readdirSync(folder);
    expect(names).toHaveLength(3);
    for (const name of names) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });

  it('deletes what is past its day, and nothing on that day', async () => {
    const folder = fresh();
    let today = '2031-11-21';
    const store = createDecisionStore(folder, () => today);
    await store.keep(bytesOf('reject', '2026-11-22T10:00:00Z'), signature);
    await store.keep(bytesOf('withdraw', '2026-11-23T10:00:00Z'), signature);
    expect((await store.about(digest)).map(({ decision }) => decision)).toEqual(['reject', 'withdraw']);
    today = '2031-11-22';
    expect((await store.about(digest)).map(({ decision }) => decision)).toEqual(['withdraw']);
    expect(readdirSync(folder)).toHaveLength(3);
  });

  it('keeps no approval', async () => {
    const store = createDecisionStore(fresh(), () => '2026-11-22');
    await expect(store.keep(bytesOf('approve', '2026-11-22T10:00:00Z'), signature)).rejects.toThrow();
  });
});

describe('signings that wait', () => {
  const signing: PendingSigning = {
    id: '0123456789abcdef',
    decision: 'prepare',
    role: 'preparer',
    signer: 'anna',
    fingerprint: 'SHA256:x',
    releaseId: 'freigabe-2026-05-20-00000000',
    digest,
    statementName: '01-preparer.json',
    sha256: digest,
    command: 'ssh-keygen',
    claimedTime: '2026-11-22T10:00:00Z',
  };
  const statement = bytesOf('prepare', signing.claimedTime);
  const release = { bytes: Uint8Array.of(9, 8), head: 'h', predecessors: [] };

  it('come back after a restart as they were kept, and go when they are dropped', async () => {
    const folder = fresh();
    await createPendingStore(folder).keep({ signing, statement, release });
    const again = createPendingStore(folder);
    expect(await again.list()).toEqual([signing]);
    expect(await again.get(signing.id)).toEqual({ signing, statement, release });
    await again.drop(signing.id);
    expect(await again.list()).toEqual([]);
    await expect(again.get(signing.id)).rejects.toMatchObject({ failure: { code: 'pending-gone' } });
  });
});
