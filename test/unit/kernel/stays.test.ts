import { describe, expect, it } from 'vitest';
import { offsetTable } from '../../../shared/base/time-zone.ts';
import { zonesOfEvents } from '../../../shared/kernel/handovers.ts';
import { staysOf, type StaysFound } from '../../../shared/kernel/find-stays.ts';

const midnight = Date.parse('2026-05-04T00:00:00Z') / 1000;
const clock = offsetTable('UTC', midnight - 86_400, midnight + 3 * 86_400);
const rules = { maximumGapSeconds: 7200, maximumNightGapSeconds: 28_800 };

/** Seconds of `HH:MM` or `HH:MM:SS`, 24 and more being the next day. */
const at = (time: string): number => {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return midnight + hours * 3600 + minutes * 60 + seconds;
};
const clockTime = (second: number): string => new Date(second * 1000).toISOString().slice(11, 19);

/** Base table of one person from `A 08:00, B 08:50`; zone `-` is none. Cells are numbered by zone. */
const base = (events: string) => {
  const rows = events.split(', ').map((event) => event.split(' '));
  return {
    person: new Int32Array(rows.length),
    second: Int32Array.from(rows, ([, time = '']) => at(time)),
    cell: Int32Array.from(rows, ([zone = '']) => 'ABC-'.indexOf(zone)),
  };
};
const zoneOfCell = Int32Array.of(0, 1, 2, -1);
const zones = (events: string): string =>
  Array.from(zonesOfEvents(base(events), zoneOfCell), (zone) => 'ABC-'.at(zone)).join('');
const found = (events: string): StaysFound => {
  const table = base(events);
  return staysOf(table, zonesOfEvents(table, zoneOfCell), rules, clock);
};
const stays = (events: string): string => {
  const { zone, from, to } = found(events).stays;
  return Array.from(
    zone,
    (one, i) => `${'ABC'[one]} ${clockTime(from[i] ?? 0)}-${clockTime(to[i] ?? 0)}`,
  ).join(', ');
};

describe('handovers', () => {
  it('from A to B and back within ten minutes count as A, to the second', () => {
    expect(zones('A 08:00, B 08:05, A 08:10')).toBe('AAA');
    expect(zones('A 08:00, B 08:05, A 08:10:01')).toBe('ABA');
    expect(zones('A 08:00, B 08:02, C 08:03, B 08:04, A 08:10')).toBe('AAAAA');
    expect(zones('A 08:00, - 08:05, A 08:10')).toBe('AAA');
    expect(zones('- 08:00, B 08:05, - 08:10')).toBe('-B-');
  });

  it('are taken back from the first event on, and chains as long as each step is short', () => {
    expect(zones('A 08:00, B 08:01, A 08:02, B 08:03')).toBe('AAAB');
    expect(zones('A 08:00, B 08:05, A 08:09, B 08:14, A 08:18')).toBe('AAAAA');
    expect(zones('B 07:58, A 08:00, B 08:05, A 08:09')).toBe('BBBA');
  });
});

describe('stays', () => {
  it('are those of the example of multimno', () => {
    expect(stays('A 08:00, A 08:20, B 08:50, B 12:00')).toBe(
      'A 07:52:30-08:27:30, B 08:42:30-08:57:30, B 11:52:30-12:07:30',
    );
  });

  it('meet in the middle of a gap of at most 900 s, rounded down', () => {
    expect(stays('A 08:00, B 08:15')).toBe('A 07:52:30-08:07:30, B 08:07:30-08:22:30');
    expect(stays('A 08:00, B 08:15:01')).toBe('A 07:52:30-08:07:30, B 08:07:31-08:22:31');
    expect(stays('A 08:00, B 08:00:01, C 08:00:02')).toBe(
      'A 07:52:30-08:00:00, B 08:00:00-08:00:01, C 08:00:01-08:07:32',
    );
  });

  it('without a second are dropped', () => {
    expect(stays('A 08:00, B 08:00, C 08:00')).toBe('A 07:52:30-08:00:00, C 08:00:00-08:07:30');
  });

  it('bridge gaps of two hours by day and of eight hours at night', () => {
    expect(stays('A 10:00, A 12:00')).toBe('A 09:52:30-12:07:30');
    expect(stays('A 10:00, A 12:00:01')).toBe('A 09:52:30-10:07:30, A 11:52:31-12:07:31');
    expect(stays('A 23:00, A 31:00')).toBe('A 22:52:30-07:07:30');
    expect(stays('A 23:00, A 31:00:01')).toBe('A 22:52:30-23:07:30, A 06:52:31-07:07:31');
    expect(stays('A 22:59:59, A 30:00')).toBe('A 22:52:29-23:07:29, A 05:52:30-06:07:30');
    expect(stays('A 04:00, A 08:59:59')).toBe('A 03:52:30-09:07:29');
    expect(stays('A 04:00, A 09:00')).toBe('A 03:52:30-04:07:30, A 08:52:30-09:07:30');
  });

  it('end at an event in no zone, which makes none', () => {
    expect(stays('A 08:00, - 08:10, A 08:20')).toBe('A 07:52:30-08:05:00, A 08:15:00-08:27:30');
    expect(stays('- 08:00')).toBe('');
  });

  it('say how much of their time is padded or filled in', () => {
    expect(found('A 08:00')).toMatchObject({ seconds: 900, imputedSeconds: 900 });
    expect(found('A 08:00, A 08:15')).toMatchObject({ seconds: 1800, imputedSeconds: 900 });
    expect(found('A 08:00, A 08:15:01')).toMatchObject({ seconds: 1801, imputedSeconds: 1801 });
    expect(found('A 08:00, B 08:10')).toMatchObject({ seconds: 1500, imputedSeconds: 900 });
    expect(found('A 08:00, - 08:10')).toMatchObject({ seconds: 750, imputedSeconds: 450 });
  });

  it('follow the local clock, not UTC', () => {
    const table = base('A 10:00, A 15:00');
    const zone = zonesOfEvents(table, zoneOfCell);
    const tokyo = offsetTable('Asia/Tokyo', midnight - 86_400, midnight + 86_400);
    expect(staysOf(table, zone, rules, clock).stays.zone.length).toBe(2);
    expect(staysOf(table, zone, rules, tokyo).stays.zone.length).toBe(2);
    const later = base('A 14:00, A 19:00');
    expect(staysOf(later, zonesOfEvents(later, zoneOfCell), rules, tokyo).stays.zone.length).toBe(1);
  });
});
