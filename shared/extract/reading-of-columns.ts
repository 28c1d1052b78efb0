import { withCellFormOf } from './cell-form-of-column.ts';
import type { FileProfile, Mapping } from './profile.ts';

/**
 * The mapping with cells and times of day read as it belongs to the columns which have these roles now; unchanged while they are those the look
 * proposed.
 */
export function withReadingOfColumns(mapping: Mapping, profile: FileProfile | undefined): Mapping {
  return withClockFiguresOf(withCellFormOf(mapping, profile), profile);
}

function withClockFiguresOf(mapping: Mapping, profile: FileProfile | undefined): Mapping {
  const column = mapping.roles.indexOf('clock');
  if (!profile || column === -1) return mapping;
  const { reading: { clockFigures: before, ...others } = {}, ...plain } = mapping;
  if (before !== undefined && isOpen(column, profile)) return mapping;
  const figures = profile.columns[column]?.clockFigures;
  if (figures === before) return mapping;
  const reading = figures === undefined ? others : { ...others, clockFigures: figures };
  return Object.keys(reading).length === 0 ? plain : { ...plain, reading };
}

/** Whether the officer is asked what the times of day of a column are, and may have answered. */
function isOpen(column: number, { findings = [] }: FileProfile): boolean {
  return findings.some(({ kind, columns }) => kind === 'minuteOrSecond' && columns.includes(column));
}
