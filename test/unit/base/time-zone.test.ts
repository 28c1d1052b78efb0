import { describe, expect, it } from 'vitest';
import { isoDay } from '../../../shared/base/calendar.ts';
import { localClock, offsetAt, offsetTable, utcFromLocal } from '../../../shared/base/time-zone.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const shown = (text: string): number => seconds(`${text}Z`);
const from = seconds('2020-01-01T00:00:00Z');
const to = seconds('2030-01-01T00:00:00Z');
const zones = [
  'Europe/Berlin',
  'Pacific/Auckland',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Africa/Casablanca',
  'UTC',
];

function wall(clock: Intl.DateTimeFormat, second: number): string {
  return clock.format(new Date(second * 1000)).replace(',', '');
}

describe('offsets of a time zone', () => {
  it.each(zones)('give the wall clock of the platform, all year and around each change: %s', (timeZone) => {
    const table = offsetTable(timeZone, from, to);
    const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
    const instants = table.starts
      .flatMap((start) => [start - 1, start, start + 1])
      .filter((at) => at >= from);
    for (let at = from; at < to; at += 40_009) instants.push(at);
    for (const at of instants) {
      const local = at + offsetAt(table, at);
      const day = Math.floor(local / 86_400);
      const time = new Date((local - day * 86_400) * 1000).toISOString().slice(11, 19);
      expect(wall(clock, at)).toBe(`${isoDay(day)} ${time}`);
    }
  });

  it('change in Berlin at 01:00 UTC, to the second', () => {
    const { starts, offsets } = offsetTable(
      'Europe/Berlin',
      seconds('2026-01-01T00:00:00Z'),
      seconds('2026-12-31T00:00:00Z'),
    );
    expect(starts.slice(1)).toEqual([seconds('2026-03-29T01:00:00Z'), seconds('2026-10-25T01:00:00Z')]);
    expect(offsets).toEqual([3600, 7200, 3600]);
  });

  it('are refused for a zone nobody knows', () => {
    expect(() => offsetTable('Mars/Olympus', from, to)).toThrow(/Europe\/Berlin/);
  });
});

describe('the instant a local clock shows', () => {
  const berlin = offsetTable('Europe/Berlin', from, to);

  it('is the first of two in autumn, and read with the old offset where the clock jumps in spring', () => {
    expect(utcFromLocal(berlin, shown('2026-10-25T02:30:00'))).toBe(seconds('2026-10-25T00:30:00Z'));
    expect(utcFromLocal(berlin, shown('2026-10-25T03:00:00'))).toBe(seconds('2026-10-25T02:00:00Z'));
    expect(utcFromLocal(berlin, shown('2026-03-29T02:30:00'))).toBe(seconds('2026-03-29T01:30:00Z'));
    expect(utcFromLocal(berlin, shown('2026-03-29T03:00:00'))).toBe(seconds('2026-03-29T01:00:00Z'));
    expect(utcFromLocal(berlin, shown('2026-03-29T01:59:59'))).toBe(seconds('2026-03-29T00:59:59Z'));
  });

  it.each(zones)('shows that time again, unless the clock skips it: %s', (timeZone) => {
    const table = offsetTable(timeZone, from, to);
    const clock = localClock(table);
    const times = table.starts
      .flatMap((start, i) =>
        [-7200, -3600, -1800, -1, 0, 1, 1799, 3599, 7200].map((by) => start + by + (table.offsets[i] ?? 0)),
      )
      .filter((at) => at > from + 86_400);
    for (let at = from + 86_400; at < to - 86_400; at += 50_021) times.push(at);
    times.push(...times.toReversed());
    for (const at of times) {
      const utc = clock(at);
      const candidates = [...new Set(table.offsets)]
        .map((offset) => at - offset)
        .filter((one) => one + offsetAt(table, one) === at);
      if (candidates.length > 0) expect(utc).toBe(Math.min(...candidates));
      else expect(offsetAt(table, utc)).toBeGreaterThan(at - utc);
    }
  });

  it('does not depend on what was asked before', () => {
    const clock = localClock(berlin);
    const times = Array.from({ length: 2000 }, (_, i) => from + ((i * 7_919_000) % (to - from)));
    for (const at of times) expect(clock(at)).toBe(utcFromLocal(berlin, at));
  });
});
