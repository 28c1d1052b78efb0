import { beforeAll, describe, expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { firstPossibleSecond, lastPossibleSecond } from '../../shared/plan/read-values.ts';
import { cellRows, eventRows, objectionRows, personRows } from '../../shared/plan/read-rows.ts';
import type { Columns } from '../../shared/ports/columns.ts';
import type { Engine } from '../../shared/ports/engine.ts';
import type { TimeFormat } from '../../shared/extract/profile.ts';
import { sql, type Sql } from '../../shared/sql/fragment.ts';
import { chunkOf, mappingOf, statements, reviewKey } from '../support/statements.ts';

const timeLimit = 20_000;
let engine: Engine;

async function read(text: string, statement: Sql): Promise<Columns> {
  await engine.put('chunk.csv', new TextEncoder().encode(text));
  try {
    return await engine.rows(statement);
  } finally {
    await engine.drop('chunk.csv');
  }
}

async function secondsOf(
  format: TimeFormat,
  times: readonly string[],
  hasOffset = true,
): Promise<readonly number[]> {
  const rows = times.map((time) => `p,${time},1,2\n`).join('');
  const mapping = { ...mappingOf(['person', 'time', 'latitude', 'longitude'], format), hasOffset };
  return [...(await read(rows, eventRows(chunkOf(4), mapping, reviewKey))).int32('second')];
}

const seconds = (iso: string): number => Date.parse(iso) / 1000;

describe('the statements of the plan', () => {
  beforeAll(async () => {
    engine = await startEngine();
  }, timeLimit);

  it.each(Object.entries(statements))(
    '%s is a statement DuckDB can plan',
    async (_, statement) => {
      await read('a,b,c,d\n', statements['events-by-cell'] ?? statement);
      await engine.put('chunk.csv', new TextEncoder().encode('a;b\n'));
      const plan = await engine.rows(sql`EXPLAIN ${statement}`);
      expect(plan.length).toBeGreaterThan(0);
      await engine.drop('chunk.csv');
    },
    timeLimit,
  );

  it(
    'read ISO times with and without an offset, and nothing that is no time',
    async () => {
      const good = [
        '2026-05-04T10:00:00Z',
        '2026-05-04 10:00:00',
        '2026-05-04T10:00:00.999Z',
        '"2026-05-04T10:00"',
      ];
      const at = seconds('2026-05-04T10:00:00Z');
      expect(await secondsOf('iso', good)).toEqual(good.map(() => at));
      const shifted = [
        '2026-05-04T12:00:00+02:00',
        '2026-05-04T12:00:00+0200',
        '2026-05-04T07:00:00-03',
        ' 2026-05-04T10:00:00Z ',
      ];
      expect(await secondsOf('iso', shifted)).toEqual(shifted.map(() => at));
      const local = ['2026-05-04T10:00:00', '2026-05-04T10:00:00+02:00', '2026-05-04T10:00:00Z'];
      expect(await secondsOf('iso', local, false)).toEqual(local.map(() => at));
      const bad = [
        '',
        'x',
        '2015-11-31T15:22:00Z',
        '0000-00-00T00:00:00Z',
        '0001-01-01T00:00:00Z',
        '9999-12-31T23:59:59Z',
        'infinity',
        '-infinity',
        '2026-05-04T10:00:60Z',
      ];
      expect(await secondsOf('iso', bad)).toEqual(bad.map(() => -1));
    },
    timeLimit,
  );

  it(
    'hold the first and last possible second and refuse their neighbours',
    async () => {
      expect(await secondsOf('iso', ['1990-01-01T00:00:00Z', '2037-12-31T23:59:59.5Z'])).toEqual([
        firstPossibleSecond,
        lastPossibleSecond,
      ]);
      expect(await secondsOf('iso', ['1989-12-31T23:59:59.9Z', '2038-01-01T00:00:00Z'])).toEqual([-1, -1]);
    },
    timeLimit,
  );

  it(
    'read day-first times with a dot or a slash',
    async () => {
      const at = seconds('2026-05-04T10:00:00Z');
      const good = [
        '04.05.2026 10:00:00',
        '04.05.2026 10:00',
        '04/05/2026 10:00:00',
        '04/05/2026T10:00',
        '"04.05.2026 10:00"',
      ];
      expect(await secondsOf('dayFirst', good)).toEqual(good.map(() => at));
      expect(await secondsOf('dayFirst', ['04.05.2026', '31.11.2026 10:00', '05.13.2026 10:00', ''])).toEqual(
        [seconds('2026-05-04T00:00:00Z'), -1, -1, -1],
      );
    },
    timeLimit,
  );

  it(
    'read seconds and milliseconds since 1970, and survive numbers no time can be',
    async () => {
      const at = seconds('2026-05-04T10:00:00Z');
      expect(
        await secondsOf('epochSeconds', [`${at}`, `${at}.9`, '1e300', '-1e300', 'nan', 'inf', '', '-5']),
      ).toEqual([at, at, -1, -1, -1, -1, -1, -1]);
      expect(
        await secondsOf('epochMilliseconds', [
          `${at}000`,
          `${at}999`,
          '9223372036854775807',
          '-9223372036854775808',
          '1e400',
          '',
        ]),
      ).toEqual([at, at, -1, -1, -1, -1]);
    },
    timeLimit,
  );

  it(
    'take persons by their text, spaces and quotes aside, and tell who is missing',
    async () => {
      const mapping = mappingOf(['person', 'time', 'cell']);
      const times = '2026-05-04T10:00:00Z,c';
      const rows = await read(
        ['a', ' a ', '"a"', '"a ""b"""', "a'b", '', '""', '  ', 'A']
          .map((who) => `${who},${times}\n`)
          .join(''),
        eventRows(chunkOf(3), mapping, reviewKey),
      );
      const [first, spaced, quoted, withQuote, apostrophe, ...rest] = rows.uint64('person');
      expect([spaced, quoted]).toEqual([first, first]);
      expect(new Set([first, withQuote, apostrophe, rest[3]]).size).toBe(4);
      expect([...rows.int32('second')].map((second) => Math.min(second, 0))).toEqual([
        0, 0, 0, 0, 0, -2, -2, -2, 0,
      ]);
    },
    timeLimit,
  );

  it(
    'hash a person differently under another key, and the same in every file',
    async () => {
      const events = mappingOf(['person', 'time', 'cell']);
      const row = 'abc,2026-05-04T10:00:00Z,c\n';
      const hash = (await read(row, eventRows(chunkOf(3), events, reviewKey))).uint64('person')[0];
      expect(
        (await read(row, eventRows(chunkOf(3), events, 'fedcba9876543210fedcba9876543210'))).uint64(
          'person',
        )[0],
      ).not.toBe(hash);
      const persons = await read('abc,34\n', personRows(chunkOf(2), mappingOf(['person', 'age']), reviewKey));
      const objections = await read('abc\n', objectionRows(chunkOf(1), mappingOf(['person']), reviewKey));
      expect([persons.uint64('person')[0], objections.uint64('person')[0]]).toEqual([hash, hash]);
    },
    timeLimit,
  );

  it(
    'read whole ages, years and genders, and leave the rest unknown',
    async () => {
      const ages = [
        '34',
        '34.0',
        ' 40 ',
        '0',
        '120',
        '34.6',
        '17.9',
        '-1',
        '121',
        'nan',
        '',
        '99999999999',
        'x',
      ];
      const rows = ages.map((age) => `p,${age},1990,F\n`).join('');
      const mapping = mappingOf(['person', 'age', 'birthYear', 'gender']);
      const read1 = await read(rows, personRows(chunkOf(4), mapping, reviewKey));
      expect([...read1.int32('age')]).toEqual([34, 34, 40, 0, 120, -1, -1, -1, -1, -1, -1, -1, -1]);
      expect(new Set(read1.int32('birth_year'))).toEqual(new Set([1990]));
      const words = ['F', 'female', 'Weiblich', 'm', 'MALE', 'männlich', 'd', 'divers', '', '?', '1'];
      const genders = await read(
        words.map((word) => `p,,,${word}\n`).join(''),
        personRows(chunkOf(4), mapping, reviewKey),
      );
      expect([...genders.int32('gender')]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 3]);
      expect(new Set(genders.int32('age'))).toEqual(new Set([-1]));
    },
    timeLimit,
  );

  it(
    'give no place to a cell without a name or with a broken position',
    async () => {
      const rows = await read(
        'c1,51.3,12.4\n,51.3,12.4\nc2,,12.4\nc3,x,12.4\nc4,"51.3",-12.4\n',
        cellRows(chunkOf(3), mappingOf(['cell', 'latitude', 'longitude'])),
      );
      expect([...rows.float64('latitude')]).toEqual([51.3, 999, 999, 999, 51.3]);
      expect([...rows.float64('longitude')]).toEqual([12.4, 12.4, 12.4, 12.4, -12.4]);
    },
    timeLimit,
  );

  it(
    'read when a register was current',
    async () => {
      const mapping = mappingOf(['person', 'asOf']);
      const rows = await read(
        'a,2026-05-04T10:00:00Z\n,\nb,soon\n',
        objectionRows(chunkOf(2), mapping, reviewKey),
      );
      expect([...rows.int32('as_of')]).toEqual([seconds('2026-05-04T10:00:00Z'), -1, -1]);
      expect([...rows.int32('missing')]).toEqual([0, 1, 0]);
    },
    timeLimit,
  );
});
