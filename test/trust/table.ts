import type { TrialResult } from './trial.ts';

/** Marks between which the table stands in the README. */
export const tableMarks = { begin: '<!-- trust: begin -->', end: '<!-- trust: end -->' } as const;

/** The rows as a table, in the order B, D, K, N, E, R, A, U, L and then by number. */
export function trustTable(results: readonly TrialResult[], measured: string): string {
  const rows = [...results].toSorted((a, b) => orderOf(a.id) - orderOf(b.id) || (a.id < b.id ? -1 : 1));
  const body = rows.map(
    ({ id, what, trials, failed, seconds }) =>
      `| ${id} | ${what} | ${trials.toLocaleString('en')} | ${failed} | ${seconds.toFixed(1)} |`,
  );
  return [
    `| test | what | trials | failed | seconds |`,
    '| --- | --- | --- | --- | --- |',
    ...body,
    '',
    measured,
  ].join('\n');
}

/** `text` with what stands between the marks replaced. Throws where a mark is missing. */
export function withTable(text: string, table: string): string {
  const from = text.indexOf(tableMarks.begin);
  const to = text.indexOf(tableMarks.end);
  if (from === -1 || to < from) throw new Error('README.md has no place for the table of trust');
  return `${text.slice(0, from + tableMarks.begin.length)}\n${table}\n${text.slice(to)}`;
}

function orderOf(id: string): number {
  const [, letter = '', number = '0'] = /^([A-Z])(\d+)/.exec(id) ?? [];
  return 'BDKNERAUL'.indexOf(letter) * 100 + Number(number);
}
