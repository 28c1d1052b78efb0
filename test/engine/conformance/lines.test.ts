import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Mappings } from '../../../shared/extract/profile.ts';
import { bothEngines, comparable, type BothEngines } from '../../support/both-engines.ts';

let both: BothEngines;
beforeAll(async () => {
  both = await bothEngines();
}, 60_000);
afterAll(() => both.close());

const cells = 'cell,latitude,longitude\nc1,51.3,12.4\nc2,51.4,12.5\n';
const row = (i: number, cell = 'c1'): string => `2026-05-04T10:00:${10 + (i % 50)}Z,p${i % 7},${cell},data`;
const around = (line: string): string => `${row(1)}\n${row(2)}\n${line}\n${row(3, 'nowhere')}\n${row(4)}\n`;
const header = 'time,person,cell,type\n';

const roles: Mappings['events']['roles'] = ['time', 'person', 'cell', 'ignored'];
const fixed = (suggested: Mappings): Mappings => ({
  ...suggested,
  events: {
    dialect: { delimiter: ',', header: true, encoding: 'utf-8', gzip: false },
    timeFormat: 'iso',
    hasOffset: true,
    roles,
  },
});

/** Lines that native DuckDB reads as part of the whole file. */
const together: readonly (readonly [name: string, line: string])[] = [
  ['a row', row(5)],
  ['one field more, empty', `${row(5)},`],
  ['several fields more, empty', `${row(5)},,,`],
  ['a field more', `${row(5)},x`],
  ['an empty and a full field more', `${row(5)},,x`],
  ['a space more', `${row(5)}, `],
  ['a field less', row(5).slice(0, -5)],
  ['its last field empty', row(5).slice(0, -4)],
  ['delimiters alone', ',,,'],
  ['fewer delimiters alone', ',,'],
  ['a word', 'x'],
  ['spaces', '   '],
  ['nothing', ''],
  ['quotes', row(5).replace(/[^,]+/g, '"$&"')],
  ['a delimiter in quotes', row(5).replace('data', '"da,ta"')],
  ['quotes within quotes', row(5).replace('p5', '"p""5"')],
  ['quotes within a field', row(5).replace('p5', 'p"5"')],
  ['quotes and more empty fields', `${row(5).replace('data', '"data"')},,`],
  ['spaces around', row(5).replaceAll(',', ' , ')],
  ['unbreakable spaces around', row(5).replace('p5', '\u00a0p5\u00a0').replace('c1', '\u3000c1')],
  ['letters beyond ASCII', row(5).replace('p5', 'pü5')],
  ['another case of Z', row(5).replace('Z', 'z')],
  ['a zone by name', row(5).replace('Z', ' Europe/Berlin')],
  ['a zone of two letters', row(5).replace('Z', ' NZ')],
  ['an offset', row(5).replace('Z', '+02:00')],
  ['UTC', row(5).replace('Z', ' UTC')],
  ['no offset', row(5).replace('Z', '')],
  ['an infinite time', row(5).replace(/^[^,]+/, 'infinity')],
  ['a time before all', row(5).replace('2026', '0001')],
  ['a time after all', row(5).replace('2026', '294247')],
  ['no person', row(5).replace('p5', '')],
  ['a person of spaces', row(5).replace('p5', '  ')],
];

/** Lines that make it give the file back, to be read in chunks. */
const apart: readonly (readonly [name: string, line: string])[] = [
  ['a quote left open', row(5).replace('p5', '"p5')],
  ['a quote left open at the end', row(5).replace('data', '"data')],
  ['something behind a quote', row(5).replace('p5', '"p5"x')],
  ['a quote behind a space', row(5).replace('p5', ' "p5"')],
  ['a space behind a quote', row(5).replace('p5', '"p5" ')],
  ['a field over lines', row(5).replace('data', '"da\nta"')],
  ['a carriage return within', row(5).replace('p5', 'p\r5')],
  ['a line end of its own kind', `${row(5)}\r`],
  ['an empty field more, in quotes', `${row(5)},""`],
];

it('reads lines of every kind as a whole, each as the reader in chunks does', async () => {
  const all = together.map(([, line]) => around(line)).join('');
  const { wasm, native } = await both.load(both.put({ events: header + all, cells }), fixed);
  expect(comparable(native.extract)).toEqual(comparable(wasm.extract));
  expect(native.extract.rejects.length).toBeGreaterThan(together.length);
  expect([native.chunks, wasm.chunks]).toEqual([0, 2]);
});

it.each([
  ['a space before a person', (line: string) => line.replace(',p', ', p')],
  ['spaces within quotes', (line: string) => line.replace(/,(p\d)/, ',"$1 "')],
  ['a blank beyond ASCII', (line: string) => line.replace(/,(p\d)/, ',\u00a0$1')],
])('begins to trim in the middle of a file, where rows were given out before, for %s', async (_, dirty) => {
  const lines = Array.from({ length: 80_000 }, (__, i) => row(i * 60, i % 3 === 0 ? 'c2' : 'c1'));
  const events = `${header}${lines.map((line, i) => (i > 70_000 && i % 2 === 0 ? dirty(line) : line)).join('\n')}\n${row(9, 'nowhere')}\n`;
  const { wasm, native } = await both.load(both.put({ events, cells }), fixed);
  expect(comparable(native.extract)).toEqual(comparable(wasm.extract));
  expect([native.extract.persons, native.extract.rowsRead, native.chunks]).toEqual([7, 80_001, 0]);
});

it('trims the end of a last line that has no end', async () => {
  const byCell: Mappings['events']['roles'] = ['time', 'person', 'cell'];
  const ofThree = (suggested: Mappings): Mappings => ({
    ...fixed(suggested),
    events: { ...fixed(suggested).events, roles: byCell },
  });
  const events = 'time,person,cell\n2026-05-04T10:00:00Z,p1,c1\n2026-05-04T10:00:01Z,p2,c1 ';
  const { wasm, native } = await both.load(both.put({ events, cells }), ofThree);
  expect(comparable(native.extract)).toEqual(comparable(wasm.extract));
  expect([native.extract.persons, native.chunks]).toEqual([2, 0]);
});

it.each(apart)('gives a file back that has a line with %s', async (_, line) => {
  const { wasm, native } = await both.load(both.put({ events: header + around(line), cells }), fixed);
  expect(comparable(native.extract)).toEqual(comparable(wasm.extract));
  expect(native.extract.rowsRead).toBeGreaterThanOrEqual(3);
  expect(native.chunks).toBeGreaterThan(0);
});

const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

it('reads what is no UTF-8 alike', async () => {
  const events = latin1(header + around(row(5).replace('p5', 'p\u00fc5')));
  const { wasm, native } = await both.load(both.put({ events, cells }), fixed);
  expect(comparable(native.extract)).toEqual(comparable(wasm.extract));
  expect(native.chunks).toBeGreaterThan(0);
});
