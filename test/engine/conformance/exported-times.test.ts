import { afterAll, beforeAll, expect, it } from 'vitest';
import { bothEngines, comparable, type BothEngines } from '../../support/both-engines.ts';
import { numbers, person } from '../../support/layout-rows.ts';

let both: BothEngines;
beforeAll(async () => {
  both = await bothEngines();
}, 120_000);
afterAll(() => both.close());

const two = (n: number): string => `${n}`.padStart(2, '0');
const english = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const german = ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez'];

/** A second of 2026, and the fields of a clock that shows it. */
function moment(i: number) {
  const at = Date.UTC(2026, 0, 1) / 1000 + i * 345_679;
  const date = new Date(at * 1000);
  const hour = date.getUTCHours();
  return {
    at,
    day: two(date.getUTCDate()),
    month: date.getUTCMonth(),
    hour: two(hour),
    ofTwelve: two(hour % 12 === 0 ? 12 : hour % 12),
    half: hour < 12 ? 'AM' : 'PM',
    minute: two(date.getUTCMinutes()),
    second: two(date.getUTCSeconds()),
  };
}
type Moment = ReturnType<typeof moment>;

/** How a database writes a moment, what it writes that is none, and seconds by which what it means lies elsewhere. */
const exported: Readonly<
  Record<string, readonly [write: (at: Moment) => string, bad: string, shift?: number]>
> = {
  'Oracle, America': [
    (m) => `${m.day}-${english[m.month]}-26 ${m.ofTwelve}.${m.minute}.${m.second}.000000 ${m.half}`,
    '31-JUN-26 10.15.00.000000 AM',
  ],
  'Oracle, America, with a time zone': [
    (m) => `${m.day}-${english[m.month]}-26 ${m.ofTwelve}.${m.minute}.${m.second}.000000 ${m.half} +02:00`,
    '04-MAY-26 13.15.00.000000 PM +02:00',
    -7200,
  ],
  'Oracle, Germany': [
    (m) => `${m.day}.${two(m.month + 1)}.26 ${m.hour}:${m.minute}:${m.second},999999`,
    '31.06.26 10:15:00,000000',
  ],
  'Oracle, German names of months': [
    (m) => `${m.day}-${german[m.month]?.toUpperCase()}-26 ${m.hour}.${m.minute}.${m.second}`,
    '04-MEI-26 10.15.00',
  ],
  'SQL Server': [
    (m) =>
      `${english[m.month]} ${m.day.replace(/^0/, ' ')} 2026 ${m.ofTwelve}:${m.minute}:${m.second}:000${m.half}`,
    'May 32 2026 10:15AM',
  ],
  'a switch, years of two figures': [
    (m) => `26${two(m.month + 1)}${m.day}${m.hour}${m.minute}${m.second}`,
    '261304101500',
  ],
};

it.each(Object.entries(exported))(
  'reads times as exported, unasked and alike with both engines: %s',
  async (_, [write, bad, shift = 0]) => {
    const lines = numbers(90).map((i) => `${person(i)};${write(moment(i))};51.25;12.5`);
    const text = ['id;ts;lat;lon', ...lines, `${person(1)};${bad};51.25;12.5`, ''].join('\n');
    const { wasm, native } = await both.load(both.put({ events: text }));
    expect(comparable(native.extract)).toEqual(comparable(wasm.extract));
    expect(native.chunks).toBe(0);
    const { dropped, base, rowsRead } = native.extract;
    expect([rowsRead, dropped.badTime]).toEqual([91, 1]);
    expect([...base.second].toSorted((a, b) => a - b)).toEqual(numbers(90).map((i) => moment(i).at + shift));
  },
);
