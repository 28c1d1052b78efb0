import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { presets } from '../../shared/recipe/presets.ts';
import { publishedGroups } from '../support/candidate-groups.ts';
import { type LoadOptions, openReview, type OpenReview } from '../support/open-review.ts';

const timeLimit = 20_000;
let open: OpenReview;

const at = Date.parse('2026-05-04T10:00:00Z') / 1000;

/** Loads events and gives what was understood, and how many persons each hour has. */
async function hours(
  events: string | Uint8Array,
  options: LoadOptions = {},
): Promise<{
  readonly understanding: Awaited<ReturnType<OpenReview['load']>>;
  readonly persons: Readonly<Record<string, number>>;
}> {
  const understanding = await open.load({ events }, options);
  const candidate = await open.candidate({
    ...presets.conservative,
    timeZone: options.timeZone ?? 'UTC',
    zones: { kind: 'h3', resolution: 6 },
    timeBin: 'hour',
    minimumPersons: 1,
    roundingBase: 1,
  });
  const persons: Record<string, number> = {};
  for (const [key, count] of publishedGroups(candidate)) {
    const hour = new Date(Number(key.split('|')[2]) * 1000).toISOString().slice(0, 13);
    persons[hour] = (persons[hour] ?? 0) + count;
  }
  return { understanding, persons };
}

const header = 'person,time,lat,lon\n';
const lines = [
  'a,2026-05-04T10:00:00Z,51,12',
  'b,2026-05-04T10:30:00Z,51,12',
  'a,2026-05-04T11:00:00Z,51,12',
];
const expected = { '2026-05-04T10': 2, '2026-05-04T11': 1 };
const plain = `${header}${lines.join('\n')}\n`;

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
}

const ways: Readonly<Record<string, string | Uint8Array>> = {
  'plain text': plain,
  'no line end at the end': plain.trimEnd(),
  'carriage returns': plain.replaceAll('\n', '\r\n'),
  'mixed line ends': `${header}${lines[0]}\r\n${lines[1]}\n${lines[2]}\r\r\n`,
  'a byte order mark': `\uFEFF${plain}`,
  'blank lines': `${header}\n${lines.join('\n\n')}\n\n\n`,
  'everything quoted': plain.replaceAll(/[^,\n]+/g, '"$&"'),
  semicolons: plain.replaceAll(',', ';'),
  tabs: plain.replaceAll(',', '\t'),
  'little-endian UTF-16': utf16(plain, false),
  'big-endian UTF-16': utf16(plain, true),
  'an unnamed first column, as pandas writes': `,${header}${lines.map((line, i) => `${i},${line}`).join('\n')}\n`,
  'no header': lines.map((line) => line.replaceAll(/^./g, (who) => `${who}0123456789abcdef`)).join('\n'),
  offsets: `${header}${lines.map((line) => line.replace(/T(\d\d)(:\d\d:\d\d)Z/, (_, hour: string, rest: string) => `T${Number(hour) + 2}${rest}+02:00`)).join('\n')}\n`,
  'the word UTC': plain.replaceAll(/T(\d\d:\d\d:\d\d)Z/g, ' $1 UTC'),
  'seconds since 1970': `${header}a,${at},51,12\nb,${at + 1800},51,12\na,${at + 3600},51,12\n`,
  bars: plain.replaceAll(',', '|'),
  'decimal commas': plain.replaceAll(',', ';').replaceAll(';51;12', ';51,0;12,0'),
  'times without separators': plain.replaceAll(/-|:|(?<=\d)T(?=\d)|Z/g, ''),
  'times a spreadsheet has shortened': plain.replaceAll(/2026-05-04T(\d+):(\d+):00Z/g, '4/5/26 $1:$2'),
  'microseconds since 1970': `${header}a,${at}000000,51,12\nb,${at + 1800}000000,51,12\na,${at + 3600}000000,51,12\n`,
  'fractions of seconds since 1970': `${header}a,${at}.25,51,12\nb,${at + 1800}.5,51,12\na,${at + 3600}.999,51,12\n`,
  'days as spreadsheets count them': `${header}${[0, 1800, 3600].map((more, i) => `${i === 1 ? 'b' : 'a'},${((at + more) / 86_400 + 25_569).toFixed(6)},51,12`).join('\n')}\n`,
  'milliseconds since 1970': `${header}a,${at}000,51,12\nb,${at + 1800}000,51,12\na,${at + 3600}000,51,12\n`,
};

beforeAll(async () => {
  open = openReview(await startEngine());
}, timeLimit);
afterAll(() => open.close());

describe('the same events, written another way', () => {
  it.each(Object.entries(ways))(
    'are read alike: %s',
    async (name, events) => {
      const noHeader = name === 'no header';
      const { understanding, persons } = await hours(events, {
        mappings: (suggested) =>
          noHeader
            ? { events: { ...suggested.events, roles: ['person', 'time', 'latitude', 'longitude'] } }
            : suggested,
      });
      expect(persons).toEqual(expected);
      expect(understanding).toMatchObject({ rowsRead: 3, rowsKept: 3, persons: 2, rejects: [] });
    },
    timeLimit,
  );

  it(
    'are read alike with names in Windows-1252',
    async () => {
      const text = plain.replaceAll('a,2026', 'Jürgen,2026').replaceAll('b,2026', 'J\u00f6rgen,2026');
      const { persons } = await hours(Buffer.from(text, 'latin1'));
      expect(persons).toEqual(expected);
    },
    timeLimit,
  );

  it(
    'are read alike with Korean names in EUC-KR',
    async () => {
      const text = plain.replaceAll('a,2026', '\u00C0\u00CC,2026').replaceAll('b,2026', '\u00C0\u00CD,2026');
      const events = Buffer.from(text, 'latin1');
      const [profile] = await open.profiles({ sources: open.put({ events }).sources });
      expect(profile?.dialect.encoding).toBe('euc-kr');
      expect((await hours(events)).persons).toEqual(expected);
    },
    timeLimit,
  );

  it(
    'are read by a local clock, day first, over the hour that comes twice',
    async () => {
      const events = `${header}a;24.10.2026 23:30;51;12\na;25.10.2026 02:30;51;12\na;25.10.2026 03:00;51;12\n`;
      const { persons } = await hours(events.replaceAll(',', ';'), { timeZone: 'Europe/Berlin' });
      expect(persons).toEqual({ '2026-10-24T21': 1, '2026-10-25T00': 1, '2026-10-25T02': 1 });
    },
    timeLimit,
  );
});

describe('a person seen at 01:30, 02:30 and 03:30 on a day of a clock change', () => {
  // UTC hours: in Berlin UTC+1 in winter and +2 in summer, changes at 01:00 UTC; in Auckland +12 and +13, changes at 02:00
  // and 03:00 local time. An hour that is skipped is read by the clock before the change; one that comes twice the first time.
  const days = [
    ['Europe/Berlin', '2026-03-29', ['2026-03-29T00', '2026-03-29T01'], [1, 1]],
    ['Europe/Berlin', '2026-10-25', ['2026-10-24T23', '2026-10-25T00', '2026-10-25T02'], [1, 1, 1]],
    ['Pacific/Auckland', '2026-09-27', ['2026-09-26T13', '2026-09-26T14'], [1, 1]],
    ['Pacific/Auckland', '2026-04-05', ['2026-04-04T12', '2026-04-04T13', '2026-04-04T15'], [1, 1, 1]],
  ] as const;
  it.each(days)(
    'is counted in the right hours: %s, %s',
    async (timeZone, day, bins, counts) => {
      const rows = ['01:30', '02:30', '03:30'].map((clock) => `a,${day} ${clock}:00,51,12\n`).join('');
      const { persons } = await hours(`${header}${rows}`, { timeZone });
      expect(persons).toEqual(Object.fromEntries(bins.map((bin, i) => [bin, counts[i]])));
    },
    timeLimit,
  );

  it(
    'is counted in both hours that bear one name when the times state their offset',
    async () => {
      const rows = ['01:30:00+02:00', '02:30:00+02:00', '02:30:00+01:00', '03:30:00+01:00'];
      const events = header + rows.map((time) => `a,2026-10-25T${time},51,12\n`).join('');
      const { persons } = await hours(events, { timeZone: 'Europe/Berlin' });
      expect(persons).toEqual({
        '2026-10-24T23': 1,
        '2026-10-25T00': 1,
        '2026-10-25T01': 1,
        '2026-10-25T02': 1,
      });
    },
    timeLimit,
  );
});

describe('rows that cannot be used', () => {
  it(
    'are counted by the first reason that fits, each with its line',
    async () => {
      const rows = [
        lines[0],
        'short,2026-05-04T10:00:00Z',
        'long,2026-05-04T10:00:00Z,51,12,1',
        'x,2015-11-31T00:00:00Z,51,12',
        ',2015-11-31T00:00:00Z,51,12',
        ',2026-05-04T10:00:00Z,91,12',
        'x,2026-05-04T10:00:00Z,91,12',
        'x,2026-05-04T10:00:00Z,51,-180.1',
        'x,2026-05-04T10:00:00Z,,12',
        'x,2026-05-04T10:00:00Z,inf,nan',
        lines[0],
      ];
      const { understanding } = await hours(`${header}\n${rows.join('\n')}\n`);
      expect(understanding.dropped).toEqual({
        ragged: 2,
        badTime: 2,
        missingPerson: 1,
        unknownCell: 0,
        badPosition: 4,
        objection: 0,
        outsideZones: 0,
        duplicate: 1,
      });
      expect(understanding.rowsRead).toBe(rows.length);
      expect(understanding.rowsKept).toBe(1);
      expect(understanding.rejects.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
        '4 ragged',
        '5 ragged',
        '6 badTime',
        '7 badTime',
        '8 missingPerson',
        '9 badPosition',
        '10 badPosition',
        '11 badPosition',
        '12 badPosition',
      ]);
    },
    timeLimit,
  );

  it(
    'are only themselves when a quote stands alone in one of them',
    async () => {
      const quoted = lines.map((line) => line.replaceAll(/[^,]+/g, '"$&"'));
      const { understanding, persons } = await hours(
        `${header}${quoted[0]}\n"b,2026-05-04T10:30:00Z,51,12\n${quoted[2]}\n`,
      );
      expect(persons).toEqual(expected);
      expect(understanding).toMatchObject({ rowsRead: 3, rowsKept: 3 });
    },
    timeLimit,
  );

  it(
    'are none when a quoted name holds a line end',
    async () => {
      const { understanding } = await hours(
        `${header}"a\nb",2026-05-04T10:00:00Z,51,12\n${lines.join('\n')}\n`,
      );
      expect(understanding).toMatchObject({ rowsRead: 4, rowsKept: 4, persons: 3, dropped: { ragged: 0 } });
    },
    timeLimit,
  );

  it(
    'are counted to the last of a thousand, and a hundred of them listed',
    async () => {
      const ragged = Array.from({ length: 1000 }, (_, i) => `x${i},2026-05-04T10:00:00Z,51`);
      const { understanding, persons } = await hours(`${header}${ragged.join('\n')}\n${lines.join('\n')}\n`);
      expect(persons).toEqual(expected);
      expect(understanding.dropped.ragged).toBe(1000);
      expect(understanding.rowsRead).toBe(1003);
      expect(understanding.rejects.map(({ line }) => line)).toEqual(
        Array.from({ length: 100 }, (_, i) => i + 2),
      );
    },
    timeLimit,
  );

  it(
    'are of years no clock shows: 0001 and 9999',
    async () => {
      const { understanding } = await hours(
        `${plain}x,0001-01-01T00:00:00Z,51,12\nx,9999-12-31T23:59:59Z,51,12\n`,
      );
      expect(understanding).toMatchObject({ rowsRead: 5, rowsKept: 3, persons: 2, dropped: { badTime: 2 } });
    },
    timeLimit,
  );

  it(
    'count as outside the zones before they count as repeated',
    async () => {
      const ring = [
        [12, 51],
        [13, 51],
        [13, 52],
        [12, 52],
        [12, 51],
      ];
      const zones = JSON.stringify({
        type: 'FeatureCollection',
        features: [
          {
            type: 'Feature',
            properties: { zone_id: 'z' },
            geometry: { type: 'Polygon', coordinates: [ring] },
          },
        ],
      });
      const inside = 'a,2026-05-04T10:00:00Z,51.5,12.5';
      const outside = 'a,2026-05-04T10:00:00Z,50,12.5';
      const events = `${header}${[inside, outside, inside, outside, outside].join('\n')}\n`;
      const understanding = await open.load({ events, zones }, { zones: { kind: 'polygons' } });
      expect(understanding).toMatchObject({ rowsKept: 1, dropped: { outsideZones: 3, duplicate: 1 } });
    },
    timeLimit,
  );
});
