import { beforeAll, expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { cellForms, cellKey } from '../../shared/extract/cell-key.ts';
import type { TimeFormat } from '../../shared/extract/profile.ts';
import { cellText } from '../../shared/plan/cell-text.ts';
import { eventRows } from '../../shared/plan/read-rows.ts';
import type { Engine } from '../../shared/ports/engine.ts';
import { literal, sql } from '../../shared/sql/fragment.ts';
import { chunkOf, mappingOf, reviewKey } from '../support/statements.ts';

const timeLimit = 20_000;
let engine: Engine;

beforeAll(async () => {
  engine = await startEngine();
}, timeLimit);

async function secondsOf(format: TimeFormat, times: readonly string[]): Promise<readonly number[]> {
  const rows = times.map((time) => `p;${time};1;2\n`).join('');
  await engine.put('chunk.csv', new TextEncoder().encode(rows));
  const mapping = mappingOf(['person', 'time', 'latitude', 'longitude'], format);
  try {
    return [
      ...(await engine.rows(eventRows(chunkOf(4, { delimiter: ';' }), mapping, reviewKey))).int32('second'),
    ];
  } finally {
    await engine.drop('chunk.csv');
  }
}

const at = Date.parse('2026-05-04T09:08:00Z') / 1000;

it.each<readonly [TimeFormat, readonly string[], readonly string[]]>([
  [
    'dayFirst',
    ['4.5.2026 9:08', '04-05-2026 09:08:00', '4/5/26 9:08 AM', '4.5.26 9:08'],
    ['4.13.26 9:08', '32/5/26'],
  ],
  [
    'monthFirst',
    ['5/4/2026 9:08', '05/04/2026 9:08:00 AM', '5/4/26 9:08', '05-04-2026 09:08'],
    ['13/4/26 9:08'],
  ],
  [
    'compact',
    [
      '20260504 0908',
      '20260504090800',
      '2026.05.04_09.08.00',
      '2026/05/04 09:08:00',
      '2026.05.04_09.08.00.999',
    ],
    ['2026.5.4_9.08.00', '20261304 0908', '202605040', '20260504 2508', 'x20260504 0908'],
  ],
  [
    'iso',
    ['2026/5/4 9:08', '2026-5-4 09:08:00', '2026/05/04T9:08:00', '2026-05-04 09:08:00.999'],
    ['2026/13/4 9:08', '2026/5/32'],
  ],
  [
    'monthNames',
    [
      '04-MAY-26 09.08.00.000000 AM',
      '04-May-2026 09:08:00',
      '4-may-26 9.08.00',
      '04-MAI-26 09.08.00,123456789',
      '4. Mai 2026 9:08',
      '04/MAY/2026 09:08:00.5 am',
      'May  4 2026  9:08AM',
      'May 4, 2026 09:08:00',
      '04-MAY-26 11.08.00.000000 AM +02:00',
      '04-MAY-2026 09:08:00 UTC',
      '04-MAYO-2026 04:38:00-0430',
    ],
    [
      '31-FEB-26 09.08.00',
      '04-MOY-26 09:08',
      '04-MAY-26 13.08.00 AM',
      '04-MAY-26 00.08.00 PM',
      '04-MAY-26 25:08:00',
      '04-MAY-26 09:08:61',
      '04-MAY-026',
      '04-MAYBE-26',
      '00-MAY-26',
      '04.05.26',
      '4 5 2026',
    ],
  ],
  [
    'dayFirstMarks',
    [
      '04.05.26 09:08:00,000000',
      '04.05.2026 09.08.00',
      '4/5/26 9.08',
      '04-05-26 09.08.00.123456789 AM',
      '04/05/2026 9:08AM',
      '04/05/2026 09:08:00.999 AM',
      '04/05/2026T09:08:00.5',
      '4/5/2026 9:08 a.m.',
    ],
    ['31.04.26 09.08.00', '04.13.26 09.08', '04.05.26 09.60.00', '04.05.26 9.8', '04-MAY-26'],
  ],
  ['monthFirstMarks', ['05/04/2026 9:08AM', '5/4/26 09.08.00,5'], ['13/04/2026 9:08AM']],
  [
    'shortYearFirst',
    ['260504090800', '260504090800.999', '26-05-04 09:08:00', '26/05/04 9.08 AM'],
    ['260532090800', '261304090800', '2605040908', '385504090800', '260504240000', '260231090800'],
  ],
  ['shortDayFirst', ['040526090800'], ['320526090800', '310226090800', '040599090800']],
  ['epochMicroseconds', [`${at}000000`, `${at}999999`], ['x', '']],
  ['epochSeconds', [`${at}`, `${at}.999`], ['1e99']],
  ['spreadsheetDays', [(at / 86_400 + 25_569).toFixed(6)], ['', 'x', '1e99']],
])(
  'reads times written %s, and nothing that is none',
  async (format, good, bad) => {
    expect(await secondsOf(format, [...good, ...bad])).toEqual([...good.map(() => at), ...bad.map(() => -1)]);
  },
  timeLimit,
);

it(
  'names cells in SQL as the first look names them',
  async () => {
    const texts = [
      '461',
      '461.0',
      '00461',
      '0',
      'A2E6',
      '0xa2e6',
      '9520000101',
      '10675713',
      '10675713.0',
      '262-03-47-0101',
      '26203-47-101',
      '262.03.10675713',
      'C0000001',
      'x-1',
      '-',
      '1.5',
      '461.',
      '1e5',
      '99999999999999999999',
      'ünder',
      '-5',
      '47-',
      '262-03-001A00B',
      '262-03-253a-00ff',
      '26203A-1',
      '2620325600',
      '310260025600',
      '262031',
      '262010012345678',
      '3102600012300045',
      '26201001234567',
      '962010012345678',
      '26201001234567890',
      '99903125600',
    ];
    for (const form of cellForms) {
      const mapping = { ...mappingOf(['cell', 'area']), reading: { cellForm: form } };
      const single = { ...mapping, roles: ['cell' as const] };
      for (const text of texts) {
        const row = sql`(SELECT ${literal(text)} AS c0, ${literal('0047')} AS c1)`;
        const found = await engine.rows(sql`SELECT
          (${cellText(single)} = ${literal(cellKey(form, text))})::INTEGER AS one,
          (${cellText(mapping)} = ${literal(cellKey(form, text, '0047'))})::INTEGER AS two FROM ${row}`);
        expect([form, text, ...found.int32('one'), ...found.int32('two')]).toEqual([form, text, 1, 1]);
      }
    }
  },
  timeLimit,
);
