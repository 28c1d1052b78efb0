import { chunkBytes } from '../../../shared/workflow/read-table.ts';
import { good, header, row, rows, sevenKept, type HostileFile } from './hostile-file.ts';

const semicolons = (text: string): string => text.replaceAll(',', ';');

const wide = (i: number): string =>
  `${'x'.repeat(983)}${`${i}`.padStart(7, '0')},2026-05-04T10:00:00Z,51,12\n`;
const wideRows = Math.floor((chunkBytes - header.length) / wide(0).length) - 1;

/** Rows and one that the border of the first chunk falls into, inside the quotes of a name with a line end in it. */
function quoteOverBorder(): string {
  const before = header + Array.from({ length: wideRows }, (_, i) => wide(i)).join('');
  const filler = 'y'.repeat(chunkBytes - before.length - wide(0).length + 990 - 3);
  return `${before}${filler},2026-05-04T10:00:00Z,51,12\n"a\nbc",2026-05-04T10:00:00Z,51,12\n${rows(3)}`;
}

/** Files whose lines are hostile: quotes, delimiters, headers, footers, comments, columns that come and go. */
export const filesOfLines: readonly HostileFile[] = [
  {
    name: 'header-only.csv',
    what: 'names of columns and no row',
    content: () => header,
    expected: { refused: 'no-rows', says: /events\.csv holds no rows/ },
  },
  {
    name: 'header-without-line-end.csv',
    what: 'names of columns and not even a line end',
    content: () => header.trim(),
    expected: { refused: 'no-rows', says: /events\.csv holds no rows/ },
  },
  {
    name: 'one-column.csv',
    what: 'one column',
    content: () => 'person\na\nb\n',
    expected: { refused: 'one-column', says: /only one column/ },
  },
  {
    name: 'columns-5000.csv',
    what: '5,000 columns',
    content: () => {
      const more = Array.from({ length: 4996 }, (_, i) => `x${i}`).join(',');
      const values = `,${'1,'.repeat(4995)}1`;
      return `${header.trim()},${more}\n${Array.from({ length: 7 }, (_, i) => `${row(i).trim()}${values}\n`).join('')}`;
    },
    expected: sevenKept,
  },
  {
    name: 'quote-open-at-start.csv',
    what: 'a quote without its partner in the first row',
    content: () => good.replace('p0,', '"p0,'),
    expected: sevenKept,
  },
  {
    name: 'quote-open-in-middle.csv',
    what: 'a quote without its partner in the fourth of seven rows',
    content: () => good.replace('p3,', '"p3,'),
    expected: sevenKept,
  },
  {
    name: 'quote-open-at-end.csv',
    what: 'a quote without its partner in the last row',
    content: () => good.replace('p6,', '"p6,'),
    expected: sevenKept,
  },
  {
    name: 'quote-open-in-last-field.csv',
    what: 'a quote that opens the very last field',
    content: () => `${good.slice(0, -3)}"12\n`,
    expected: sevenKept,
  },
  {
    name: 'quote-inside.csv',
    what: 'quotes in the middle of identifiers',
    content: () => good.replace('p1,', 'p"1,').replace('p2,', 'p""2,'),
    expected: sevenKept,
  },
  {
    name: 'quotes-with-comma-and-open-one.csv',
    what: 'a comma in quotes, in a file with an open quote',
    // With an open quote about, quotes are taken off like spaces, and a comma parts: that row has five fields.
    content: () => `${good}"p7, junior",2026-05-04T10:00:00Z,51,12\n"p8,2026-05-04T10:00:00Z,51,12\n`,
    expected: { rows: 9, kept: 8, persons: 8, dropped: { ragged: 1 }, rejected: [9] },
  },
  {
    name: 'quoted-line-end.csv',
    what: 'a line end inside quotes',
    content: () => `${good}"p\n7",2026-05-04T10:00:00Z,51,12\n`,
    expected: { rows: 8, kept: 8, persons: 8 },
  },
  {
    name: 'quote-over-chunk-border.csv',
    what: 'a quoted line end where a chunk ends',
    content: quoteOverBorder,
    // The wide rows, the one that fills the chunk, the one in quotes, and three behind.
    expected: { rows: wideRows + 5, kept: wideRows + 5, persons: wideRows + 5 },
  },
  {
    name: 'delimiter-changes.csv',
    what: 'commas, and from the middle on semicolons',
    content: () => `${header}${rows(7)}${semicolons(rows(3, 7))}`,
    expected: { rows: 10, kept: 7, persons: 7, dropped: { ragged: 3 }, rejected: [9, 10, 11] },
  },
  {
    name: 'header-again.csv',
    what: 'two exports one behind the other',
    content: () => `${header}${rows(4)}${header}${rows(3, 4)}`,
    expected: { rows: 8, kept: 7, persons: 7, dropped: { badTime: 1 }, rejected: [6] },
  },
  {
    name: 'header-again-with-mark.csv',
    what: 'two exports with byte order marks one behind the other',
    content: () => `\uFEFF${header}${rows(4)}\uFEFF${header}${rows(3, 4)}`,
    expected: { rows: 8, kept: 7, persons: 7, dropped: { badTime: 1 }, rejected: [6] },
  },
  {
    name: 'mark-before-row.csv',
    what: 'two parts without a header, the second with a byte order mark, which is no part of a name',
    content: () => `${header}${rows(4)}\uFEFF${rows(2, 3)}`,
    expected: { rows: 6, kept: 5, persons: 5, dropped: { duplicate: 1 } },
  },
  {
    name: 'columns-change.csv',
    what: 'four columns, and from the middle on five',
    content: () => `${header}${rows(7)}${rows(3, 7).replaceAll('\n', ',x\n')}`,
    expected: { rows: 10, kept: 7, persons: 7, dropped: { ragged: 3 }, rejected: [9, 10, 11] },
  },
  {
    name: 'columns-change-places.csv',
    what: 'person and time change places in the middle',
    content: () => `${header}${rows(7)}${rows(3, 7).replaceAll(/^([^,]*),([^,]*),/gm, '$2,$1,')}`,
    expected: { rows: 10, kept: 7, persons: 7, dropped: { badTime: 3 }, rejected: [9, 10, 11] },
  },
  {
    name: 'trailing-delimiter.csv',
    what: 'a comma at the end of all lines',
    content: () => good.replaceAll('\n', ',\n'),
    expected: sevenKept,
  },
  {
    name: 'trailing-delimiter-in-rows.csv',
    what: 'a comma at the end of rows, not of the header',
    content: () => header + rows(7).replaceAll('\n', ',\n'),
    expected: sevenKept,
  },
  {
    name: 'footer.csv',
    what: 'a last line that tells the number of rows',
    content: () => `${good}Total rows: 12345\n`,
    expected: { rows: 8, kept: 7, persons: 7, dropped: { ragged: 1 }, rejected: [9] },
  },
  {
    name: 'footer-with-fields.csv',
    what: 'a last line of totals in as many fields',
    content: () => `${good}Total,12345,,\n`,
    expected: { rows: 8, kept: 7, persons: 7, dropped: { badTime: 1 }, rejected: [9] },
  },
  {
    name: 'end-of-file-mark.csv',
    what: 'the byte that ended files under DOS',
    content: () => `${good}\x1a`,
    expected: { rows: 8, kept: 7, persons: 7, dropped: { ragged: 1 }, rejected: [9] },
  },
  {
    name: 'comments.csv',
    what: 'comments between rows',
    content: () => `${header}${rows(4)}# exported by night run\n${rows(3, 4)}`,
    expected: { rows: 8, kept: 7, persons: 7, dropped: { ragged: 1 }, rejected: [6] },
  },
  {
    name: 'comment-first.csv',
    what: 'a comment before the names of the columns',
    content: () => `# exported by night run\n${good}`,
    expected: { refused: 'role-missing', says: /say which (one|column) it is/ },
  },
  {
    name: 'separator-line.csv',
    what: 'the line with which spreadsheets are told the delimiter',
    content: () => `sep=;\n${semicolons(good)}`,
    expected: { refused: 'role-missing', says: /say which (one|column) it is/ },
  },
  {
    name: 'blank-lines.csv',
    what: 'as many blank lines as rows, with blanks in some',
    content: () => `${header}\n${rows(3)}\n\r\n${rows(4, 3)}\n\n`,
    expected: sevenKept,
  },
  {
    name: 'lines-of-blanks.csv',
    what: 'a line of blanks between rows',
    content: () => `${header}${rows(3)}   \n${rows(4, 3)}`,
    expected: { rows: 8, kept: 7, persons: 7, dropped: { ragged: 1 }, rejected: [5] },
  },
  {
    name: 'all-ragged.csv',
    what: 'a thousand rows short of two fields',
    content: () => header + 'a,2026-05-04T10:00:00Z\n'.repeat(1000),
    expected: { refused: 'nothing-kept', says: /1000 ragged/ },
  },
  {
    name: 'binary-behind-text.csv',
    what: 'rows, and far behind them other bytes',
    content: () =>
      Buffer.concat([
        Buffer.from(header + rows(17_000)),
        Uint8Array.from({ length: 300 }, (_, i) => (i % 3 === 2 ? 10 : 128 + (i % 90))),
      ]),
    // A hundred lines of two bytes each that are no UTF-8.
    expected: { rows: 17_100, kept: 17_000, persons: 17_000, dropped: { ragged: 100 } },
  },
];
