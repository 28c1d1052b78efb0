import { expect, test } from 'vitest';
import { tableMarks, trustTable, withTable } from '../../trust/table.ts';

const row = (id: string) => ({ id, what: 'w', trials: 91_072, failed: 0, seconds: 4.13 });

test('rows stand in the order of the list of tests', () => {
  const table = trustTable(
    [row('U1'), row('N2'), row('B10'), row('B9'), row('B4-large'), row('B4')],
    'Measured.',
  );
  expect([...table.matchAll(/^\| ([A-Z]\d+\S*)/gm)].map(([, id]) => id)).toEqual([
    'B4',
    'B4-large',
    'B9',
    'B10',
    'N2',
    'U1',
  ]);
  expect(table).toContain('| B4 | w | 91,072 | 0 | 4.1 |');
  expect(table.endsWith('Measured.')).toBe(true);
});

test('the table replaces what stands between the marks, and nothing else', () => {
  const text = `a\n${tableMarks.begin}\nold\n${tableMarks.end}\nb\n`;
  expect(withTable(text, 'new')).toBe(`a\n${tableMarks.begin}\nnew\n${tableMarks.end}\nb\n`);
  expect(() => withTable('no marks', 'new')).toThrow('no place');
});
