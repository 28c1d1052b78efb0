import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withIntent } from '../../../../electron/handlers/with-intent.ts';
import type { AuditGround } from '../../../../electron/node/audit-ground.ts';
import { createAuditLog, type AuditLog } from '../../../../electron/node/audit-log.ts';
import { Refusal } from '../../../../shared/base/failure.ts';
import type { AuditRecord } from '../../../../shared/ledger/audit-record.ts';

let folder = '';
let file = '';
let ground: AuditGround;
let seconds = 0;
let wallOffset = 0;
let log: AuditLog;

const day = Date.UTC(2026, 10, 22);
const fresh = (change: Partial<AuditGround> = {}): AuditLog =>
  createAuditLog(file, { ...ground, ...change }, 300);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-audit-'));
  file = join(folder, 'ledger', 'audit.jsonl');
  [seconds, wallOffset] = [0, 0];
  ground = {
    now: () => `${new Date(day + (seconds + wallOffset) * 1000).toISOString().slice(0, 19)}Z`,
    monotonic: () => `${seconds * 1_000_000_000}`,
    boot: '00000000-0000-4000-8000-000000000001',
    version: '1.4.0',
  };
  log = fresh();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function records(): Promise<readonly AuditRecord[]> {
  const read = await log.read();
  if (!read.ok) throw new Error(`line ${read.line} does not hold`);
  return read.records;
}
const events = async (): Promise<readonly string[]> => (await records()).map(({ ev }) => ev);

describe('the audit log on disk', () => {
  it('keeps what was recorded, in order, for its owner only', async () => {
    const digest = 'd'.repeat(64);
    await Promise.all(
      [1, 2, 3].map((n) => log.record('step', { n, digest, actor: 'Anna', role: 'preparer' })),
    );
    expect(
      (await records()).map(({ seq, data, obj, actor, role }) => ({ seq, data, obj, actor, role })),
    ).toEqual(
      [0, 1, 2].map((seq) => ({ seq, data: { n: seq + 1 }, obj: digest, actor: 'Anna', role: 'preparer' })),
    );
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('has a record on disk before it is confirmed, and its head is the digest of the last', async () => {
    await log.record('one');
    expect(readFileSync(file, 'utf8')).toContain('"ev":"one"');
    const head = await log.head();
    await log.record('two');
    expect((await records())[1]?.prev).toBe(head);
  });

  it('goes on where another process wrote', async () => {
    const other = fresh();
    await log.record('here');
    await other.record('there');
    await log.record('here.again');
    expect(await events()).toEqual(['here', 'there', 'here.again']);
  });

  it('says what was about to be done before it is done, and what became of it', async () => {
    const seen: (readonly string[])[] = [];
    await withIntent(log, 'release.export', {}, async () => seen.push(await events()));
    expect(seen).toEqual([['release.export']]);
    await withIntent(log, 'key.use', {}, () => Promise.resolve());
    const failing = withIntent(log, 'key.use', {}, () =>
      Promise.reject(new Refusal('wrong-passphrase', 'The passphrase is wrong.')),
    );
    await expect(failing).rejects.toMatchObject({ failure: { code: 'wrong-passphrase' } });
    expect((await records()).map(({ data }) => data)).toEqual([
      { phase: 'intent' },
      { phase: 'done' },
      { phase: 'intent' },
      { phase: 'cancelled' },
      { phase: 'intent' },
      { phase: 'failed', code: 'wrong-passphrase' },
    ]);
  });

  it('does nothing that it cannot record', async () => {
    writeFileSync(join(folder, 'ledger'), 'in the way');
    let done = false;
    const work = withIntent(log, 'release.export', {}, async () => (done = true));
    await expect(work).rejects.toMatchObject({ failure: { code: 'audit-unwritable' } });
    expect(done).toBe(false);
  });

  it('refuses to go on from a log that was changed', async () => {
    await log.record('one');
    await log.record('two');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"ev":"one"', '"ev":"oni"'));
    await expect(fresh().record('three')).rejects.toMatchObject({ failure: { code: 'audit-broken' } });
    expect(await log.read()).toMatchObject({ ok: false, line: 2 });
  });
});

describe('what the audit log notices by itself', () => {
  it('a line that a crash cut short, which it takes off', async () => {
    await log.record('one');
    appendFileSync(file, '{"actor":"ann');
    log = fresh();
    await log.record('two');
    expect(await events()).toEqual(['one', 'log.torn', 'two']);
    expect((await records())[1]?.data).toEqual({ bytes: 13 });
  });

  it('that the window ended without being closed, and what it was about to do', async () => {
    await log.start();
    await log.record('release.export', { phase: 'intent' });
    log = fresh();
    await log.start();
    expect(await events()).toEqual(['app.started', 'release.export', 'crash.recovered', 'app.started']);
    expect((await records())[2]?.data).toEqual({ intents: 1, first: 'release.export', seq: 1 });
    await log.record('app.closed');
    log = fresh();
    await log.start();
    expect((await events()).slice(4)).toEqual(['app.closed', 'app.started']);
  });

  it('another version of the application', async () => {
    await log.record('one');
    log = fresh({ version: '1.5.0' });
    await log.record('two');
    expect((await records())[1]).toMatchObject({
      ev: 'software.updated',
      data: { from: '1.4.0', to: '1.5.0' },
    });
  });

  it.each([
    [-7200, 'clock.stepped'],
    [7200, 'clock.stepped'],
    [30, 'two'],
  ])('a clock that was set by %i seconds while the machine ran', async (step, event) => {
    await log.record('one');
    seconds += 3600;
    wallOffset = step;
    await log.record('two');
    const [, second] = await records();
    expect(second?.ev).toBe(event);
    if (event !== 'two') expect(second?.data).toEqual({ seconds: step });
  });

  it('a clock that went backwards across a start of the machine', async () => {
    seconds = 10_000;
    await log.record('one');
    seconds = 5;
    log = fresh({ boot: '00000000-0000-4000-8000-000000000002' });
    await log.record('two');
    expect((await records())[1]).toMatchObject({ ev: 'clock.stepped', data: { seconds: -9995 } });
  });
});
