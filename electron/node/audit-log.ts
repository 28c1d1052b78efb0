import { mkdir, open, readFile, stat, truncate } from 'node:fs/promises';
import { dirname } from 'node:path';
import { equalBytes, utf8 } from '../../shared/base/bytes.ts';
import { Refusal } from '../../shared/base/failure.ts';
import { auditLine, digestOfRecord, readAudit, type AuditRead } from '../../shared/ledger/audit-chain.ts';
import { endedUnasked, openIntents } from '../../shared/ledger/audit-intents.ts';
import { AuditRecord } from '../../shared/ledger/audit-record.ts';
import { readInstant } from '../../shared/bundle/instant.ts';
import type { Journal, JournalDetail } from '../handlers/ports/journal.ts';
import type { AuditGround } from './audit-ground.ts';
import { nodeCrypto } from './crypto.ts';
import { withLock } from './ledger-lock.ts';

/** Seconds by which the wall clock may run off the steady one before that is a record. */
const clockTolerance = 60;
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

type Happening = readonly [event: string, detail: JournalDetail];

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
    const noticed = noticedSince(before, ground);
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

function afterCrash(records: readonly AuditRecord[]): readonly Happening[] {
  const intents = openIntents(records);
  const [first] = intents;
  if (first === undefined && !endedUnasked(records)) return [];
  const detail = { intents: intents.length, ...(first && { first: first.ev, seq: first.seq }) };
  return [['crash.recovered', detail]];
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

async function readWhole(
  file: string,
): Promise<{ readonly read: AuditRead; readonly whole: number; readonly torn: number }> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return new Uint8Array();
    return unwritable(file)(error);
  });
  const whole = bytes.lastIndexOf(0x0a) + 1;
  const read = readAudit(new Uint8Array(bytes.subarray(0, whole)), nodeCrypto);
  return { read, whole, torn: bytes.length - whole };
}

function noticedSince({ last, torn }: Tail, ground: AuditGround): readonly Happening[] {
  const noticed: Happening[] = [];
  if (torn > 0) noticed.push(['log.torn', { bytes: torn }]);
  if (last === undefined) return noticed;
  if (last.app !== ground.version) noticed.push(['software.updated', { from: last.app, to: ground.version }]);
  const seconds = clockStep(last, ground);
  if (seconds !== 0) noticed.push(['clock.stepped', { seconds }]);
  return noticed;
}

/** Seconds by which the wall clock was set since `last`; across starts of the machine only backwards can be told. */
function clockStep(last: AuditRecord, ground: AuditGround): number {
  const wall = secondsOf(ground.now()) - secondsOf(last.t);
  if (last.boot !== ground.boot) return Math.min(0, wall);
  const steady = Number((BigInt(ground.monotonic()) - BigInt(last.mono)) / 1_000_000_000n);
  return Math.abs(wall - steady) > clockTolerance ? wall - steady : 0;
}

function secondsOf(time: string): number {
  return readInstant(time)?.seconds ?? 0;
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

/** Cuts what lies behind `size`, which no record is, adds `text` and flushes. What could not be added whole is cut again. */
async function appendFlushed(file: string, size: number, text: string): Promise<void> {
  const handle = await open(file, 'a+', 0o600);
  try {
    const { size: there } = await handle.stat();
    if (there > size) await handle.truncate(size);
    const bytes = utf8(text);
    await handle.writeFile(bytes);
    await handle.sync();
    const back = await handle.read(new Uint8Array(bytes.length), 0, bytes.length, size);
    if (!equalBytes(back.buffer, bytes)) throw new Error('the audit log reads back differently');
  } catch (error) {
    await truncate(file, size).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function unwritable(file: string): (error: unknown) => never {
  return (error) => {
    const reason = codeOf(error);
    throw new Refusal(
      'audit-unwritable',
      `The audit log ${file} cannot be written (${reason}). Nothing is done that it does not record: free some space, or make the folder writable.`,
      { file, reason },
    );
  };
}

function broken(file: string, line: number): Refusal {
  return new Refusal(
    'audit-broken',
    `The audit log ${file} was changed: line ${line} does not follow from the one before. Nothing is done that it cannot record: keep the file for inspection under another name, and a new log begins.`,
    { file, line },
  );
}
