import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomic } from '../../../electron/node/atomic-file.ts';
import type { AuditGround } from '../../../electron/node/audit-ground.ts';
import { createAuditLog } from '../../../electron/node/audit-log.ts';
import { createDraftStore } from '../../../electron/node/draft-store.ts';
import { createLedgerStore } from '../../../electron/node/ledger-store.ts';
import type { Work } from '../../../shared/ipc/kept-work.ts';
import { releaseToRecord } from '../../support/ledger-entries.ts';
import { someWork } from '../../support/some-work.ts';

export const writings = ['save', 'export', 'ledger', 'audit'] as const;
export type Writing = (typeof writings)[number];

export const draftId = 'd'.repeat(32);
export const oldContents = new Uint8Array(20_000).fill(0x6f);
export const newContents = new Uint8Array(30_000).fill(0x6e);
export const ground: AuditGround = {
  now: () => '2026-05-20T10:00:00Z',
  monotonic: () => '1000000000',
  boot: '0'.repeat(32),
  version: '1',
};

export function bundleBytes(name: string): Uint8Array {
  return new TextEncoder().encode(`bundle ${name}`);
}

export function workOf(title: string): Work {
  const { present } = someWork;
  return { ...someWork, present: { ...present, recipe: { ...present.recipe, title } } };
}

/** Prepares a folder in which something was written before. */
export async function prepare(what: Writing, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  if (what === 'save') await createDraftStore(folder, { now: ground.now }).save(workOf('old'), draftId);
  if (what === 'export') await writeAtomic(join(folder, 'a.freigabe.zip'), oldContents);
  if (what === 'audit') {
    const log = createAuditLog(join(folder, 'audit.jsonl'), ground);
    await log.record('app.started');
    await log.record('extract.opened', { bytes: 3 });
  }
  if (what === 'ledger') {
    const store = createLedgerStore(folder);
    const { head } = await store.read('release');
    const addition = { head, release: releaseToRecord('old'), bytes: bundleBytes('old') };
    await store.record('release', addition, async () => undefined);
  }
}

/** What is on disk afterwards. */
export interface Found {
  /** Only whole files are there, and everything can be read. */
  readonly whole: boolean;
  readonly isNew: boolean;
  /** For a ledger: whether the bundle went out. */
  readonly out?: boolean;
}

/** Reads back as the next start would. */
export async function found(what: Writing, folder: string): Promise<Found> {
  if (what === 'save') return foundDraft(folder);
  if (what === 'export') return foundFile(readFileSync(join(folder, 'a.freigabe.zip')));
  return what === 'audit' ? foundAudit(folder) : foundLedger(folder);
}

async function foundDraft(folder: string): Promise<Found> {
  const { kept, setAside } = await createDraftStore(folder, { now: ground.now }).list();
  const title = kept[0]?.work.present.recipe.title;
  return {
    whole: kept.length === 1 && setAside.length === 0 && ['old', 'new'].includes(title ?? ''),
    isNew: title === 'new',
  };
}

function foundFile(bytes: Buffer): Found {
  const isNew = bytes.equals(newContents);
  return { whole: isNew || bytes.equals(oldContents), isNew };
}

async function foundAudit(folder: string): Promise<Found> {
  const log = createAuditLog(join(folder, 'audit.jsonl'), ground);
  await log.record('app.started');
  const read = await log.read();
  const events = read.ok ? read.records.map(({ ev }) => ev) : [];
  return {
    whole: read.ok && events[0] === 'app.started' && events.at(-1) === 'app.started',
    isNew: events.includes('release.export'),
  };
}

/** A bundle that is out must be recorded; one that is recorded must be kept. */
async function foundLedger(folder: string): Promise<Found> {
  const out = join(folder, 'out.freigabe.zip');
  const isOut = existsSync(out);
  const isWholeBundle = !isOut || readFileSync(out).equals(bundleBytes('new'));
  const store = createLedgerStore(folder);
  const { entries } = await store.read('release');
  const titles = entries.flatMap((entry) => (entry.kind === 'release' ? [entry.title] : []));
  for (const entry of entries) if (entry.kind === 'release') await store.kept(entry);
  const isNew = titles.includes('Release new');
  return {
    whole: isWholeBundle && titles[0] === 'Release old' && titles.length <= 2 && (isNew || !isOut),
    isNew,
    out: isOut,
  };
}
