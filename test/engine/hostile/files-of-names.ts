import { good, header, row, rows, sevenKept, type HostileFile } from './hostile-file.ts';

const named = (names: string): string => good.replace(header, `${names}\n`);
const hexadecimal = good.replaceAll(/^p(\d),/gm, '0123456789abcde$1,');
/** Rows of these people. */
const people = (...names: readonly string[]): string =>
  header + names.map((name) => `${name},2026-05-04T10:00:00Z,51,12\n`).join('');

/** Files whose names are hostile, of columns and of people. */
export const filesOfNames: readonly HostileFile[] = [
  {
    name: 'sql-in-columns.csv',
    what: 'names of columns that would end a statement',
    content: () =>
      good.replaceAll('\n', ',1,2\n').replace('lon,1,2', `lon,'; DROP TABLE chunk; --,"x"") FROM chunk; --"`),
    expected: sevenKept,
  },
  {
    name: 'sql-in-people.csv',
    what: 'identifiers that would end a statement',
    content: () =>
      people(`'); DROP TABLE reject_errors; --`, `' OR '1'='1`, `\\'; SELECT 1`, '$1', '{0}', '%s'),
    expected: { rows: 6, kept: 6, persons: 6 },
  },
  {
    name: 'formulas.csv',
    what: 'identifiers that a spreadsheet would run',
    content: () => people(`=cmd|' /C calc'!A0`, '+1+1', '-2+3', '@SUM(1)', '=HYPERLINK("http://x")'),
    expected: { rows: 5, kept: 5, persons: 5 },
  },
  {
    name: 'columns-twice.csv',
    what: 'two columns of one name: the first counts',
    content: () =>
      rows(7)
        .replace(/^/, 'person,person,time,lat,lon\n')
        .replaceAll(/^p(\d),/gm, 'p$1,x,'),
    expected: sevenKept,
  },
  {
    name: 'columns-without-names.csv',
    what: 'a header of nothing but commas',
    content: () => hexadecimal.replace(header, ',,,\n'),
    expected: { refused: 'role-missing', says: /say which (one|column) it is/ },
  },
  {
    name: 'columns-in-quotes.csv',
    what: 'names in quotes, with blanks around them',
    content: () => named('" person "," time"," lat ","lon"'),
    expected: sevenKept,
  },
  {
    name: 'columns-with-long-names.csv',
    what: 'names of 100,000 letters',
    content: () => good.replaceAll('\n', ',1\n').replace('lon,1', `lon,${'x'.repeat(100_000)}`),
    expected: sevenKept,
  },
  {
    name: 'columns-right-to-left.csv',
    what: 'names with marks of direction, and an invisible blank',
    content: () => named('\u200Fperson,\u202Etime\u202C,\u200Blat,lon\u200E'),
    expected: sevenKept,
  },
  {
    name: 'columns-emoji.csv',
    what: 'pictures for names, and nothing else',
    content: () => named('\u{1F464},\u{1F552},\u{1F4CD},\u{1F5FA}'),
    expected: { refused: 'role-missing', says: /say which (one|column) it is/ },
  },
  {
    name: 'columns-decomposed.csv',
    what: 'l\u00e4nge with its dots as a letter of their own',
    content: () => named('teilnehmer_id,zeit,breite,la\u0308nge'),
    expected: sevenKept,
  },
  {
    name: 'columns-of-prototypes.csv',
    what: 'names that every object of the language has',
    content: () =>
      good
        .replaceAll('\n', ',1,2,3,4\n')
        .replace('lon,1,2,3,4', 'lon,__proto__,constructor,toString,hasOwnProperty'),
    expected: sevenKept,
  },
  {
    name: 'people-of-prototypes.csv',
    what: 'people called as every object of the language has it',
    content: () => people('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'),
    expected: { rows: 5, kept: 5, persons: 5 },
  },
  {
    name: 'people-empty.csv',
    what: 'nobody in any row',
    content: () => good.replaceAll(/^p\d/gm, ''),
    expected: { refused: 'nothing-kept', says: /7 missingPerson/ },
  },
  {
    name: 'people-blank.csv',
    what: 'blanks of all kinds for identifiers',
    content: () => people(' ', '   ', '\t', '\u00A0', '\u3000', '\u200B', '\uFEFF', 'a'),
    expected: { rows: 8, kept: 1, persons: 1, dropped: { missingPerson: 7 } },
  },
  {
    name: 'people-one.csv',
    what: 'one person in all rows',
    content: () =>
      header +
      rows(7)
        .replaceAll(/^p\d/gm, 'a')
        .replaceAll(/T10:00/g, () => 'T10:00'),
    expected: { rows: 7, kept: 1, persons: 1, dropped: { duplicate: 6 } },
  },
  {
    name: 'people-of-a-million-letters.csv',
    what: 'two identifiers of a million letters, different in the last',
    content: () => people('x'.repeat(1_000_000), `${'x'.repeat(999_999)}y`, 'a'),
    expected: { rows: 3, kept: 3, persons: 3 },
  },
  {
    name: 'people-nearly-alike.csv',
    what: 'one identifier with blanks and invisible marks around it, and in capitals',
    content: () => people('abc', 'abc ', ' abc', 'abc\u00A0', 'abc\u200B', '\uFEFFabc', '"abc"', 'ABC'),
    // What is around it is no part of an identifier; capitals are.
    expected: { rows: 8, kept: 2, persons: 2, dropped: { duplicate: 6 } },
  },
  {
    name: 'people-rounded.csv',
    what: 'identifiers a spreadsheet has rounded',
    content: () => people('4.91512E+11', '4.91512E+11', '491512345678'),
    expected: { rows: 3, kept: 2, persons: 2, dropped: { duplicate: 1 } },
  },
  {
    name: 'people-right-to-left.csv',
    what: 'Arabic, Hebrew, pictures of several characters, and letters beyond 16 bits',
    content: () =>
      people(
        '\u0645\u062D\u0645\u062F',
        '\u05D3\u05D5\u05D3',
        '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}',
        '\u{1F468}\u{1F469}\u{1F467}',
        '\u{20000}',
        'z',
      ),
    expected: { rows: 6, kept: 6, persons: 6 },
  },
  {
    name: 'people-with-delimiters.csv',
    what: 'identifiers with commas, quotes and line ends, well quoted',
    content: () => people('"a,b"', '"a""b"', '"a\nb"', '"a;b"'),
    expected: { rows: 4, kept: 4, persons: 4 },
  },
  {
    name: 'person-to-the-left.csv',
    what: 'one row with a blank before its quote',
    content: () => good.replace('p1,', ' "p1",').replace('p2,', '"p2" ,') + row(1).replace('T10', 'T11'),
    expected: { rows: 8, kept: 8, persons: 7 },
  },
];
