import { Refusal } from '../base/failure.ts';
import { eachLine } from '../base/each-line.ts';
import type { Steps } from '../base/steps.ts';
import { splitLine } from './split-line.ts';

/** One row of a table of places: its category as written, and its position in degrees WGS 84. */
export interface PlaceRow {
  readonly category: string;
  readonly position: readonly [longitude: number, latitude: number];
}

const patterns = {
  latitude: /^(lat|latitude|breite|breitengrad)$/,
  longitude: /^(lon|lng|long|longitude|laenge|länge|laengengrad|längengrad)$/,
  category: /^(category|kategorie)$/,
} as const;
const delimiters = [';', '\t', '|', ','] as const;

/** Lines that are read in a step. */
const linesOfStep = 1024;

/**
 * Rows of a table with a header and columns latitude, longitude and category, in any order, separated by comma, semicolon, tab or
 * bar; with steps on the way. Refuses a table without these columns (`places-columns`) and a row without a position on
 * Earth (`place-position`).
 */
export function* readingPlaceRows(text: string, file: string): Steps<readonly PlaceRow[]> {
  const lines = eachLine(text, /\r?\n|\r/g);
  const first = lines.next().value ?? '';
  const delimiter = delimiters.find((one) => first.includes(one)) ?? ',';
  const columns = columnsOf(splitLine(first, delimiter), file);
  const rows: PlaceRow[] = [];
  let number = 1;
  for (const line of lines) {
    number++;
    if (number % linesOfStep === 0) yield { done: number, total: number };
    if (line.trim() === '') continue;
    const fields = splitLine(line, delimiter).map((field) => field.trim());
    const position = [degrees(fields[columns.longitude]), degrees(fields[columns.latitude])] as const;
    if (!(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90)) throw noPosition(file, number);
    rows.push({ category: fields[columns.category] ?? '', position });
  }
  if (rows.length > 0) return rows;
  throw new Refusal('empty-file', `${file} is empty: choose a file with rows in it.`, { file });
}

function columnsOf(names: readonly string[], file: string): Record<keyof typeof patterns, number> {
  const header = names.map((name) => name.trim().toLowerCase());
  const at = (name: keyof typeof patterns): number => header.findIndex((one) => patterns[name].test(one));
  const columns = { latitude: at('latitude'), longitude: at('longitude'), category: at('category') };
  if (Math.min(...Object.values(columns)) >= 0) return columns;
  throw new Refusal(
    'places-columns',
    `${file} needs a first line with the columns latitude, longitude and category.`,
    { file },
  );
}

/** `NaN` where there is no number; a decimal comma is read as well. */
function degrees(text: string | undefined): number {
  return text === undefined || text === '' ? NaN : Number(text.replace(',', '.'));
}

function noPosition(file: string, line: number): Refusal {
  return new Refusal(
    'place-position',
    `Line ${line} of ${file} has no position on Earth: give latitude and longitude in degrees.`,
    { file, line },
  );
}
