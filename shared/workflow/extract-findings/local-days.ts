import { offsetAt, offsetTable } from '../../base/time-zone.ts';
import type { Quarters } from '../extract-risk/survey.ts';

/** The local days an extract touches, and to which of them each quarter of an hour belongs. */
export interface LocalDays {
  /** The first one, days since 1970-01-01. */
  readonly first: number;
  readonly count: number;
  /** By quarter, counted from the first day. */
  readonly ofQuarter: Int32Array;
  /** Local hour of the day by quarter, 0 to 23. */
  readonly hourOfQuarter: Uint8Array;
}

const quarter = 900;

/** Days of a time zone over quarters of an hour. Offsets of zones are whole quarters, so that none lies on two days. */
export function localDays({ start, count }: Quarters, timeZone: string): LocalDays {
  const table = offsetTable(timeZone, start, start + count * quarter);
  const ofQuarter = new Int32Array(count);
  const hourOfQuarter = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const utc = start + i * quarter;
    const local = utc + offsetAt(table, utc);
    ofQuarter[i] = Math.floor(local / 86_400);
    hourOfQuarter[i] = Math.floor(local / 3600) - 24 * Math.floor(local / 86_400);
  }
  const first = ofQuarter[0] ?? 0;
  return {
    first,
    count: (ofQuarter[count - 1] ?? first) - first + 1,
    ofQuarter: ofQuarter.map((day) => day - first),
    hourOfQuarter,
  };
}
