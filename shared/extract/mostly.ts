/** Rows that were looked at, split into fields. */
export type Rows = readonly (readonly string[])[];

const rowsAsked = 500;

/** The values of a column in the first rows, without blanks around them; what is missing is left out. */
export function firstValues(rows: Rows, column: number): readonly string[] {
  return rows
    .slice(0, rowsAsked)
    .map((row) => row[column]?.trim() ?? '')
    .filter((value) => value !== '' && value !== '-');
}

/** Whether nine of ten values of a column fit, or another share of them, of the first rows and those that are there. */
export function mostly(
  rows: Rows,
  column: number,
  fits: (text: string) => boolean,
  share: number = nearlyAll,
): boolean {
  const filled = firstValues(rows, column);
  return filled.length > 0 && filled.filter(fits).length >= share * filled.length;
}

/** Share of the values that must fit where nothing else speaks for a meaning, and where a name does: broken values come in bursts. */
export const nearlyAll = 0.9;
export const half = 0.5;
