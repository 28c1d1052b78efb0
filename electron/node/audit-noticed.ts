import { readInstant } from '../../shared/bundle/instant.ts';
import { endedUnasked, openIntents } from '../../shared/ledger/audit-intents.ts';
import type { AuditRecord } from '../../shared/ledger/audit-record.ts';
import type { JournalDetail } from '../handlers/ports/journal.ts';
import type { AuditGround } from './audit-ground.ts';

/** Something to be recorded. */
export type Happening = readonly [event: string, detail: JournalDetail];

/** Seconds by which the wall clock may run off the steady one before that is a record. */
const clockTolerance = 60;

/** What the log notices by itself before the next record: `torn` bytes of a line cut short, another version, a clock that was set. */
export function noticedSince(
  last: AuditRecord | undefined,
  torn: number,
  ground: AuditGround,
): readonly Happening[] {
  const noticed: Happening[] = [];
  if (torn > 0) noticed.push(['log.torn', { bytes: torn }]);
  if (last === undefined) return noticed;
  if (last.app !== ground.version) noticed.push(['software.updated', { from: last.app, to: ground.version }]);
  const seconds = clockStep(last, ground);
  if (seconds !== 0) noticed.push(['clock.stepped', { seconds }]);
  return noticed;
}

/** That the window ended without being closed, and what it was about to do; nothing where it was closed. */
export function afterCrash(records: readonly AuditRecord[]): readonly Happening[] {
  const intents = openIntents(records);
  const [first] = intents;
  if (first === undefined && !endedUnasked(records)) return [];
  const detail = { intents: intents.length, ...(first && { first: first.ev, seq: first.seq }) };
  return [['crash.recovered', detail]];
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
