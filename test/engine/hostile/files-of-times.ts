import { good, header, rows, sevenKept, type HostileFile, type Read } from './hostile-file.ts';

/** Twenty good rows, and one for each of these times. */
const times = (...written: readonly string[]): string =>
  header + rows(20) + written.map((time, i) => `t${i},${time},51,12\n`).join('');
/** Twenty kept, and of these times none. */
const allBad = (count: number): Read => ({
  rows: 20 + count,
  kept: 20,
  persons: 20,
  dropped: { badTime: count },
  rejected: Array.from({ length: count }, (_, i) => 22 + i),
});
const allGood = (count: number): Read => ({ rows: 20 + count, kept: 20 + count, persons: 20 + count });
const epoch = Date.parse('2026-05-04T10:00:00Z') / 1000;
/** Twenty good rows in seconds since 1970, and one for each of these. */
const seconds = (...written: readonly string[]): string =>
  times(...written).replaceAll('2026-05-04T10:00:00Z', `${epoch}`);
const local = good.replaceAll('T10:00:00Z', ' 10:00:00');

/** Files whose times are hostile. */
export const filesOfTimes: readonly HostileFile[] = [
  {
    name: 'years-impossible.csv',
    what: 'the years 0, 1, 1899, 1970, 1989, 2038, 9999 and 99999',
    content: () =>
      times(
        '0000-01-01T00:00:00Z',
        '0001-01-01T00:00:00Z',
        '1899-12-30T00:00:00Z',
        '1970-01-01T00:00:00Z',
        '1989-12-31T23:59:59Z',
        '2038-01-01T00:00:00Z',
        '9999-12-31T23:59:59Z',
        '99999-01-01T00:00:00Z',
      ),
    expected: allBad(8),
  },
  {
    name: 'years-just-possible.csv',
    what: 'the first and the last second that count',
    content: () => times('1990-01-01T00:00:00Z', '2037-12-31T23:59:59Z'),
    expected: { ...allGood(2), also: { firstSecond: 631_152_000, lastSecond: 2_145_916_799 } },
  },
  {
    name: 'epoch-negative.csv',
    what: 'seconds before 1970, and none at all',
    content: () => seconds('-1', '-62135596800', '0', '-0', ''),
    expected: allBad(5),
  },
  {
    name: 'epoch-huge.csv',
    what: 'numbers that no 32 and no 64 bits hold',
    content: () =>
      seconds(
        '2147483648',
        '4294967296',
        '9223372036854775807',
        '9223372036854775808',
        '99999999999999999999999999',
        '1e99',
        '1e999',
      ),
    expected: allBad(7),
  },
  {
    name: 'epoch-rounded.csv',
    what: 'seconds that a spreadsheet has rounded: nobody knows the hour',
    content: () => seconds('1.78E+09', '1.777888e9'),
    expected: allBad(2),
  },
  {
    name: 'epoch-with-letters.csv',
    what: 'seconds with letters, signs and no number',
    content: () =>
      seconds(
        `${epoch}a`,
        `a${epoch}`,
        '0x69F86A20',
        'NaN',
        'Infinity',
        '-inf',
        'null',
        '#REF!',
        `${epoch} s`,
      ),
    expected: allBad(9),
  },
  {
    name: 'epoch-with-fractions.csv',
    what: 'fractions of seconds, and blanks around',
    content: () => seconds(`${epoch}.999999`, ` ${epoch} `, `${epoch}.`),
    expected: allGood(3),
  },
  {
    name: 'leap-second.csv',
    what: 'the second before 2017 that came twice, and one that never was',
    content: () => times('2016-12-31T23:59:60Z', '2026-05-04T10:00:60Z', '2026-05-04T10:00:61Z'),
    expected: allBad(3),
  },
  {
    name: 'hour-24.csv',
    what: 'midnight as the end of a day, and beyond',
    content: () =>
      times('2026-05-04T24:00:00Z', '2026-05-04T24:00:01Z', '2026-05-04T25:00:00Z', '2026-05-04T10:60:00Z'),
    // The first is midnight of 5 May (ISO 8601-1:2019, 4.3.9).
    expected: {
      rows: 24,
      kept: 21,
      persons: 21,
      dropped: { badTime: 3 },
      rejected: [23, 24, 25],
      also: { lastSecond: epoch + 14 * 3600 },
    },
  },
  {
    name: 'days-that-are-none.csv',
    what: '29 February of 2025 and 2100, 31 April, day 0, month 13',
    content: () =>
      times(
        '2025-02-29T10:00:00Z',
        '2100-02-29T10:00:00Z',
        '2026-04-31T10:00:00Z',
        '2026-05-00T10:00:00Z',
        '2026-13-01T10:00:00Z',
        '2026-00-01T10:00:00Z',
      ),
    expected: allBad(6),
  },
  {
    name: 'leap-day.csv',
    what: '29 February of 2024 and 2000',
    content: () => times('2024-02-29T10:00:00Z', '2000-02-29T10:00:00Z'),
    expected: allGood(2),
  },
  {
    name: 'formats-mixed.csv',
    what: 'five ways to write a time in one file',
    content: () =>
      times(
        '04.05.2026 10:00:00',
        '05/04/2026 10:00 AM',
        '20260504100000',
        `${epoch}`,
        `${epoch}000`,
        '46146.41666',
      ),
    expected: allBad(6),
  },
  {
    name: 'day-and-month-mixed.csv',
    what: 'day first, and in some rows month first',
    content: () =>
      `${header}${Array.from({ length: 7 }, (_, i) => `p${i},${13 + i}.05.2026 10:00,51,12\n`).join('')}q,05.13.2026 10:00,51,12\nr,05.31.2026 10:00,51,12\n`,
    expected: { rows: 9, kept: 7, persons: 7, dropped: { badTime: 2 }, rejected: [9, 10] },
  },
  {
    name: 'offsets-among-local-times.csv',
    what: 'local times, some with an offset that is passed over',
    timeZone: 'Europe/Berlin',
    content: () => `${local}a,2026-05-04T10:00:00Z,51,12\nb,2026-05-04T10:00:00+05:00,51,12\n`,
    // All show ten on a clock in Berlin, which is eight in UTC.
    expected: { rows: 9, kept: 9, persons: 9, also: { firstSecond: epoch - 7200, lastSecond: epoch - 7200 } },
  },
  {
    name: 'local-among-offsets.csv',
    what: 'times with an offset, some without one: those are UTC',
    timeZone: 'Europe/Berlin',
    content: () =>
      times(
        '2026-05-04T10:00:00',
        '2026-05-04 10:00:00',
        '2026-05-04T12:00:00+02:00',
        '2026-05-04T04:30:00-05:30',
      ),
    expected: { ...allGood(4), also: { firstSecond: epoch, lastSecond: epoch } },
  },
  {
    name: 'offsets-impossible.csv',
    what: 'offsets of no place on Earth',
    content: () =>
      times(
        '2026-05-04T10:00:00+-02:00',
        '2026-05-04T10:00:00+2:00:00:00',
        '2026-05-04T10:00:00++02',
        '2026-05-04T10:00:00Mars',
      ),
    expected: allBad(4),
  },
  {
    name: 'dates-without-clock.csv',
    what: 'days without a time of day',
    content: () => good.replaceAll('T10:00:00Z', ''),
    expected: { ...sevenKept, also: { firstSecond: epoch - 36_000, lastSecond: epoch - 36_000 } },
  },
  {
    name: 'clocks-without-date.csv',
    what: 'times of day without a day',
    content: () => good.replaceAll('2026-05-04T', '').replaceAll('Z', ''),
    expected: { refused: 'nothing-kept', says: /7 badTime/ },
  },
  {
    name: 'hour-skipped.csv',
    what: 'half past two in the night that has no such hour',
    timeZone: 'Europe/Berlin',
    content: () => `${header}a,2026-03-29 02:30:00,51,12\nb,2026-03-29 03:30:00,51,12\n`,
    // Read by the clock before the change: both are 01:30 UTC.
    expected: {
      rows: 2,
      kept: 2,
      persons: 2,
      also: {
        firstSecond: Date.parse('2026-03-29T01:30:00Z') / 1000,
        lastSecond: Date.parse('2026-03-29T01:30:00Z') / 1000,
      },
    },
  },
  {
    name: 'hour-twice.csv',
    what: 'half past two in the night that has it twice',
    timeZone: 'Europe/Berlin',
    content: () => `${header}a,2026-10-25 02:30:00,51,12\nb,2026-10-25 03:30:00,51,12\n`,
    expected: {
      rows: 2,
      kept: 2,
      persons: 2,
      also: {
        firstSecond: Date.parse('2026-10-25T00:30:00Z') / 1000,
        lastSecond: Date.parse('2026-10-25T02:30:00Z') / 1000,
      },
    },
  },
  {
    name: 'one-event-decades-away.csv',
    what: 'one event in 1990 beside those of today',
    content: () => times('1990-01-01T00:00:00Z'),
    expected: { ...allGood(1), also: { firstDay: '1990-01-01', lastDay: '2026-05-04' } },
  },
  {
    name: 'times-all-alike.csv',
    what: 'one second for all',
    content: () => header + rows(500),
    expected: { rows: 500, kept: 500, persons: 500 },
  },
];
