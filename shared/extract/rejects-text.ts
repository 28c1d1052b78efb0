import type { RejectedLine } from './understanding.ts';

/** The first line of a file with rejected lines. */
export const rejectsHeader = 'file,line,reason\n';

/** Rejected lines as CSV, a line each: which file of several, the number in it, and why. `file` names the only one. */
export function rejectsText(rejects: readonly RejectedLine[], file: string): string {
  return rejects.map(({ part, line, reason }) => `${quoted(part ?? file)},${line},${reason}\n`).join('');
}

/** The last line where not all are listed. */
export function moreRejects(more: number): string {
  return more === 0 ? '' : `,,${more} more lines were rejected and are not listed\n`;
}

/** Names of files can hold anything; a spreadsheet must not take one for a formula. */
function quoted(name: string): string {
  const plain = /^[=+\-@\t\r]/.test(name) ? `'${name}` : name;
  return `"${plain.replaceAll('"', '""')}"`;
}
