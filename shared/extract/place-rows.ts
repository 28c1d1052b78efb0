import { Refusal } from '../base/failure.ts';
import { splitLine } from './split-line.ts';

/** One row of a table of places: its category as written, and its position in degrees WGS 84. */
export interface PlaceRow {
  readonly category: string;
  readonly position: readonly [longitude: number, latitude: number];
}

const names = {
  latitude: /^(lat|latitude|breite|breitengrad)$/,
  longitude: /^(lon|lng|long|longitude|laenge|länge|laengengrad|längengrad)$/,
  category: /^(category|kategorie)$/,
} as const;
const delimiters = [';', '\t', '|', ','] as const;

/**
 * Rows of a table with a header and columns latitude, longitude and category, in any order, separated by comma, semicolon, tab or
 * bar. Refuses a table without these columns (`places-columns`) and a row without a position on Earth (`place-position`).
 */
export function placeRows(text: string, file: string): readonly PlaceRow[] {
  const lines = text.split(/\r?\n|\r/);
  const delimiter = delimiters.find((one) => lines[0]?.includes(one)) ?? ',';
  const header = splitLine(lines[0] ?? '', delimiter).map((name) => name.trim().toLowerCase());
  const at = (name: keyof typeof names): number => header.findIndex((one) => names[name].test(one));
  const [latitude, longitude, category] = [at('latitude'), at('longitude'), at('category')];
  if (Math.min(latitude, longitude, category) === -1)
    throw new Refusal(
      'places-columns',
      `${file} needs a first line with the columns latitude, longitude and category.`,
      { file },
    );
  const rows = lines.flatMap((line, i) => {
    if (i === 0 || line.trim() === '') return [];
    const fields = splitLine(line, delimiter).map((field) => field.trim());
    const position = [degrees(fields[longitude]), degrees(fields[latitude])] as const;
    if (!(Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90)) throw noPosition(file, i + 1);
    return [{ category: fields[category] ?? '', position }];
  });
  if (rows.length > 0) return rows;
  throw new Refusal('empty-file', `${file} is empty: choose a file with rows in it.`, { file });
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
