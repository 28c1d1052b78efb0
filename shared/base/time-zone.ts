import { daysFromCivil } from './calendar.ts';
import { Refusal } from './failure.ts';

/** Offsets of a time zone over a span: from `starts[i]` (seconds since 1970 UTC) on, local time is UTC + `offsets[i]` seconds. */
export interface OffsetTable {
  readonly timeZone: string;
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

/**
 * Offsets of `timeZone` between two instants (seconds since 1970 UTC), from the platform's time zone database. Changes
 * less than a day apart are not resolved. Refuses a zone the database does not know (`unknown-time-zone`).
 */
export function offsetTable(timeZone: string, from: number, to: number): OffsetTable {
  const offsetAtInstant = zoneProbe(timeZone);
  const starts = [from];
  const offsets = [offsetAtInstant(from)];
  for (let at = from; at < to; at += 86_400) {
    const next = Math.min(at + 86_400, to);
    const before = offsets[offsets.length - 1];
    const after = offsetAtInstant(next);
    if (after === before) continue;
    let low = at;
    let high = next;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAtInstant(middle) === before) low = middle;
      else high = middle;
    }
    starts.push(high);
    offsets.push(after);
  }
  return { timeZone, starts, offsets };
}

/** Seconds east of UTC at an instant; before the table's span the first offset holds. */
export function offsetAt(table: OffsetTable, utc: number): number {
  let i = table.starts.length - 1;
  while (i > 0 && utc < (table.starts[i] ?? 0)) i--;
  return table.offsets[i] ?? 0;
}

/**
 * The instant a local clock shows `local` (seconds since 1970 read as if UTC). An hour that comes twice is taken the
 * first time; an hour that is skipped is read with the offset before the change, as `java.time` does.
 */
export function utcFromLocal(table: OffsetTable, local: number): number {
  return localClock(table)(local);
}

/** `utcFromLocal` for many times, fastest when they come near each other: it tries the last stretch between changes first. */
export function localClock({ starts, offsets }: OffsetTable): (local: number) => number {
  const ends = Float64Array.from(offsets, (offset, i) => {
    const change = starts[i + 1];
    return change === undefined ? Infinity : change + Math.max(offset, offsets[i + 1] ?? offset);
  });
  const shifts = Float64Array.from(offsets);
  let at = 0;
  return (local) => {
    while (at > 0 && local < (ends[at - 1] ?? 0)) at--;
    while (local >= (ends[at] ?? Infinity)) at++;
    return local - (shifts[at] ?? 0);
  };
}

function zoneProbe(timeZone: string): (utc: number) => number {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch {
    throw new Refusal(
      'unknown-time-zone',
      `There is no time zone "${timeZone}": use a name such as Europe/Berlin.`,
      {
        timeZone,
      },
    );
  }
  return (utc) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(utc * 1000)) part[type] = Number(value);
    const days = daysFromCivil(part['year'] ?? 0, part['month'] ?? 1, part['day'] ?? 1);
    return (
      days * 86_400 + (part['hour'] ?? 0) * 3600 + (part['minute'] ?? 0) * 60 + (part['second'] ?? 0) - utc
    );
  };
}
