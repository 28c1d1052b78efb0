import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { utf8 } from '../../shared/base/bytes.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { auditLine, digestOfRecord, type AuditRead } from '../../shared/ledger/audit-chain.ts';
import { AuditRecord } from '../../shared/ledger/audit-record.ts';
import type { Journal, JournalDetail } from '../handlers/ports/journal.ts';
import { appendFlushed, readWhole, unwritable } from './audit-file.ts';
import type { AuditGround } from './audit-ground.ts';
import { afterCrash, noticedSince, type Happening } from './audit-noticed.ts';
import { nodeCrypto } from './crypto.ts';
import { withLock } from './ledger-lock.ts';

const patienceMilliseconds = 10_000;

/** The audit log of this workstation, with what its viewers need. */
export interface AuditLog extends Journal {
  /** Records that the window was started, and before it whether it ended without being closed. */
  readonly start: () => Promise<void>;
  /** The whole log as it lies on disk, checked; a line that a crash cut short is left out. */
  readonly read: () => Promise<AuditRead>;
}

/** Where the log ends. */
interface Tail {
  readonly size: number;
  readonly records: number;
  readonly head: string;
  readonly last: AuditRecord | undefined;
  /** Bytes of a line that a crash cut short, behind `size`. */
  readonly torn: number;
}

/**
 * Keeps the log in `file`, one line a record, for its owner only. A record is flushed to disk before `record` comes back. Several processes may
 * write; each takes the lock. Software updates, steps of the clock and lines a crash cut short are recorded as they are noticed.
 */
export function createAuditLog(file: string, ground: AuditGround, patience = patienceMilliseconds): AuditLog {
  let known: Tail | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const locked = async (): Promise<T> => {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 }).catch(unwritable(file));
      return withLock(`${file}.lock`, patience, work);
    };
    const done = queue.then(locked, locked);
    queue = done.catch(() => undefined);
    return done;
  };
  const tail = async (): Promise<Tail> => (known = await tailOf(file, known));
  const append = async (happenings: readonly Happening[]): Promise<void> => {
    const before = await tail();
    const noticed = noticedSince(before.last, before.torn, ground);
    known = undefined;
    known = await write(file, before, [...noticed, ...happenings], ground);
  };
  return {
    record: (event, detail = {}) => inTurn(() => append([[event, detail]])),
    head: () => inTurn(async () => (await tail()).head),
    read: () => inTurn(() => readWhole(file).then(({ read }) => read)),
    start: () =>
      inTurn(async () => {
        await tail();
        const { read } = await readWhole(file);
        await append([...(read.ok ? afterCrash(read.records) : []), ['app.started', {}]]);
      }),
  };
}

async function tailOf(file: string, known: Tail | undefined): Promise<Tail> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  );
  if (known !== undefined && known.size === size) return known;
  const { read, whole, torn } = await readWhole(file);
  if (!read.ok) throw broken(file, read.line);
  return { size: whole, torn, records: read.records.length, head: read.head, last: read.records.at(-1) };
}

async function write(
  file: string,
  before: Tail,
  happenings: readonly Happening[],
  ground: AuditGround,
): Promise<Tail> {
  let { records, head, last } = before;
  let text = '';
  for (const [event, detail] of happenings) {
    last = recordOf(event, detail, { seq: records, prev: head, ground });
    const line = auditLine(last);
    head = digestOfRecord(line, nodeCrypto);
    records += 1;
    text += `${line}\n`;
  }
  const size = before.size + utf8(text).length;
  await appendFlushed(file, before.size, text).catch(unwritable(file));
  return { size, records, head, last, torn: 0 };
}

function recordOf(
  event: string,
  { digest, fingerprint, actor, role, ...data }: JournalDetail,
  { seq, prev, ground }: { readonly seq: number; readonly prev: string; readonly ground: AuditGround },
): AuditRecord {
  return AuditRecord.parse({
    v: 1,
    seq,
    prev,
    t: ground.now(),
    mono: ground.monotonic(),
    boot: ground.boot,
    actor: actor === undefined || actor === '' ? 'workstation' : actor,
    role: role ?? '',
    ev: event,
    obj: digest ?? fingerprint ?? '',
    data,
    app: ground.version,
  });
}

function broken(file: string, line: number): Refusal {
  return new Refusal(
    'audit-broken',
    `The audit log ${file} was changed: line ${line} does not follow from the one before. Nothing is done that it cannot record: keep the file for inspection under another name, and a new log begins.`,
    { file, line },
  );
}
