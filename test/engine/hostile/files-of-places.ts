import {
  bytesOf,
  good,
  header,
  megabytes,
  around,
  rows,
  sevenKept,
  type HostileFile,
} from './hostile-file.ts';

/** Events at seven cells, each by a person of its own. */
const atCells = `person,time,cell\n${Array.from({ length: 7 }, (_, i) => `p${i},2026-05-04T10:00:00Z,c${i}\n`).join('')}`;
const cellHeader = 'cell_id,lat,lon\n';
const cells = cellHeader + Array.from({ length: 7 }, (_, i) => `c${i},51.${i},12.${i}\n`).join('');
const beside = { events: atCells };
/** Seven events of which some are at cells that have no place. */
const unknown = (count: number): HostileFile['expected'] => ({
  rows: 7,
  kept: 7 - count,
  persons: 7 - count,
  dropped: { unknownCell: count },
});
/** Events at these positions, each by a person of its own. */
const at = (...positions: readonly string[]): string =>
  header + positions.map((position, i) => `p${i},2026-05-04T10:00:00Z,${position}\n`).join('');

/** Positions and cell references that are hostile. */
export const filesOfPlaces: readonly HostileFile[] = [
  {
    name: 'positions-impossible.csv',
    what: 'positions that are nowhere',
    content: () =>
      rows(7).replace(/^/, header) +
      at(
        '91,12',
        '-90.0001,12',
        '51,180.1',
        '51,-181',
        'NaN,NaN',
        'Infinity,12',
        '51,-inf',
        '1e400,12',
        ',',
        '51,',
        'x,y',
        '51\u00B0 20,12',
      )
        .replace(header, '')
        .replaceAll(/^p/gm, 'q'),
    expected: {
      rows: 19,
      kept: 7,
      persons: 7,
      dropped: { badPosition: 12 },
      rejected: Array.from({ length: 12 }, (_, i) => 9 + i),
    },
  },
  {
    name: 'positions-at-edges.csv',
    what: 'the poles and the date line',
    content: () => at('90,0', '-90,0', '0,180', '0,-180', '-0,-0', '5.1e1,12'),
    expected: { rows: 6, kept: 6, persons: 6 },
  },
  {
    name: 'positions-zero.csv',
    what: 'positions at 0, 0: told, and kept unless the officer takes the offer',
    content: () => good + at('0,0', '0.0,0.000').replace(header, '').replaceAll(/^p/gm, 'q'),
    expected: { rows: 9, kept: 9, persons: 9 },
  },
  {
    name: 'positions-decimal-commas.csv',
    what: 'decimal commas between semicolons',
    content: () =>
      good
        .replaceAll(',51,12', ';51,5;12,5')
        .replaceAll(',2026', ';2026')
        .replace(header, header.replaceAll(',', ';')),
    expected: sevenKept,
  },
  {
    name: 'positions-with-thousands.csv',
    what: 'a spreadsheet has taken degrees for thousands',
    content: () => good.replace('51,12', '51.340.123,12.370.456'),
    expected: { rows: 7, kept: 6, persons: 6, dropped: { badPosition: 1 }, rejected: [2] },
  },
  {
    name: 'cells-all-unknown.csv',
    kind: 'cells',
    what: 'a reference of other cells',
    beside,
    content: () => cells.replaceAll(/^c/gm, 'd').replace('dell', 'cell'),
    expected: { refused: 'nothing-kept', says: /7 unknownCell/ },
  },
  {
    name: 'cells-empty.csv',
    kind: 'cells',
    what: 'a reference without a byte',
    beside,
    content: () => '',
    expected: { refused: 'empty-file', says: /cells\.csv is empty/ },
  },
  {
    name: 'cells-header-only.csv',
    kind: 'cells',
    what: 'a reference of no cells',
    beside,
    content: () => cellHeader,
    expected: { refused: 'nothing-kept', says: /7 unknownCell/ },
  },
  {
    name: 'cells-in-conflict.csv',
    kind: 'cells',
    what: 'one cell in two towns, one twice in one place',
    beside,
    content: () => `${cells}c0,48.1,11.5\nc1,51.1,12.1\n`,
    expected: unknown(1),
  },
  {
    name: 'cells-nowhere.csv',
    kind: 'cells',
    what: 'NaN, Infinity, 91 degrees, words and nothing',
    beside,
    content: () =>
      `${cellHeader}c0,NaN,NaN\nc1,Infinity,12\nc2,91,12\nc3,51,-180.5\nc4,here,there\nc5,,\nc6,51,12\n`,
    expected: unknown(6),
  },
  {
    name: 'cells-at-zero.csv',
    kind: 'cells',
    what: 'one cell at 0, 0: told, and kept unless the officer takes the offer',
    beside,
    content: () => cells.replace('c0,51.0,12.0', 'c0,0,0'),
    expected: sevenKept,
  },
  {
    name: 'cells-decimal-commas.csv',
    kind: 'cells',
    what: 'decimal commas',
    beside,
    content: () =>
      cells
        .replaceAll(/,(\d+)\.(\d),(\d+)\.(\d)/g, ';$1,$2;$3,$4')
        .replace(cellHeader, cellHeader.replaceAll(',', ';')),
    expected: sevenKept,
  },
  {
    name: 'cells-nameless.csv',
    kind: 'cells',
    what: 'two cells without a name, and events at no cell',
    beside: { events: `${atCells}x,2026-05-04T10:00:00Z,\n` },
    content: () => `${cells},48,11\n,52,13\n`,
    expected: { rows: 8, kept: 7, persons: 7, dropped: { unknownCell: 1 }, rejected: [9] },
  },
  {
    name: 'cells-of-prototypes.csv',
    kind: 'cells',
    what: 'cells called as every object of the language has it',
    beside: {
      events: atCells
        .replace('c0\n', '__proto__\n')
        .replace('c1\n', 'constructor\n')
        .replace('c2\n', 'toString\n'),
    },
    content: () => cells.replace('c0,', '__proto__,').replace('c1,', 'constructor,'),
    expected: unknown(1),
  },
  {
    name: 'cells-a-picture.csv',
    kind: 'cells',
    what: 'a picture',
    beside,
    content: () => bytesOf([0x89], 'PNG\r\n', [0x1a, 10, 0, 0, 0, 13], 'IHDR', new Uint8Array(30)),
    expected: { refused: 'format-document', says: /cells\.csv/ },
  },
  {
    name: 'cells-moved-backwards.csv',
    kind: 'cells',
    what: 'cells that ended before they began',
    beside,
    content: () =>
      cells
        .replaceAll('\n', ',2026-12-31,2026-01-01\n')
        .replace('lon,2026-12-31,2026-01-01', 'lon,valid_from,valid_to'),
    expected: { refused: 'nothing-kept', says: /7 unknownCell/ },
  },
  {
    name: 'cells-line-of-16-megabytes.csv',
    kind: 'cells',
    what: 'a line of 16 MiB',
    beside,
    content: () => around(cells, megabytes(16, 97), '\n'),
    expected: { refused: 'line-too-long', says: /cells\.csv.*line 9/i },
  },
];
