import { eachLine } from '../base/each-line.ts';
import { Refusal } from '../base/failure.ts';
import { finished, type Steps } from '../base/steps.ts';
import { splitLine } from '../extract/split-line.ts';

/** Inhabitants of one zone, age band and gender, as a population file states them. */
export interface PopulationRow {
  readonly zoneId: string;
  readonly ageBand: string;
  readonly gender: string;
  readonly persons: number;
  /** Line in the file, from 1. */
  readonly line: number;
}

/** A population file that was read; `name` is for messages. */
export interface PopulationFile {
  readonly name: string;
  readonly rows: readonly PopulationRow[];
}

/** Lines that are read in a step. */
const linesOfStep = 1024;

const columns = ['zone_id', 'age_band', 'gender', 'persons'] as const;

/**
 * Reads a population file: delimited text (comma, semicolon or tab) whose first line names the columns `zone_id`, `age_band`,
 * `gender`, `persons` in any order; other columns are not read. One row per zone, band and gender; persons are whole
 * numbers without separators. Refuses a missing column (`population-column`), something else than a number
 * (`population-number`), a negative one (`population-negative`), a row that stands twice (`population-twice`), an empty file
 * (`population-empty`).
 */
export function parsePopulation(text: string, fileName: string): readonly PopulationRow[] {
  return finished(parsingPopulation(text, fileName));
}

/** As `parsePopulation`, with steps on the way. */
export function* parsingPopulation(text: string, fileName: string): Steps<readonly PopulationRow[]> {
  const lines = eachLine(text.replace(/^\uFEFF/, ''), /\r?\n/g);
  const header = lines.next().value ?? '';
  const delimiter = ([';', '\t'] as const).find((char) => header.includes(char)) ?? ',';
  const places = placesOf(splitLine(header, delimiter), fileName);
  const rows: PopulationRow[] = [];
  let line = 1;
  for (const content of lines) {
    line++;
    if (line % linesOfStep === 0) yield { done: line, total: line };
    if (content.trim() === '') continue;
    const fields = splitLine(content, delimiter);
    const [zoneId, ageBand, gender, persons] = places.map((at) => (fields[at] ?? '').trim());
    rows.push(rowOf({ zoneId, ageBand, gender, persons }, fileName, line));
  }
  if (rows.length === 0)
    throw new Refusal('population-empty', `${fileName} has no rows: choose a file with inhabitants.`, {
      file: fileName,
    });
  yield* checkingOnce(rows, fileName);
  return rows;
}

function rowOf(
  { zoneId = '', ageBand = '', gender = '', persons = '' }: Fields,
  file: string,
  line: number,
): PopulationRow {
  return { zoneId, ageBand, gender, persons: personsOf(persons, file, line), line };
}

type Fields = Readonly<Record<'zoneId' | 'ageBand' | 'gender' | 'persons', string | undefined>>;

function placesOf(header: readonly string[], fileName: string): readonly number[] {
  const names = header.map((name) => name.trim());
  return columns.map((column) => {
    const at = names.indexOf(column);
    if (at >= 0) return at;
    throw new Refusal(
      'population-column',
      `${fileName} has no column ${column}: a population file has the columns ${columns.join(', ')}.`,
      { file: fileName, column },
    );
  });
}

function personsOf(field: string, file: string, line: number): number {
  if (/^-\d+$/.test(field))
    throw new Refusal('population-negative', `${file}, line ${line}: inhabitants cannot be negative.`, {
      file,
      line,
    });
  const persons = /^\d{1,12}$/.test(field) ? Number(field) : Number.NaN;
  if (Number.isNaN(persons))
    throw new Refusal(
      'population-number',
      `${file}, line ${line}: the number of persons must be a whole number without separators.`,
      { file, line },
    );
  return persons;
}

function* checkingOnce(rows: readonly PopulationRow[], file: string): Steps<void> {
  const seen = new Map<string, number>();
  for (const [i, { zoneId, ageBand, gender, line }] of rows.entries()) {
    if (i % linesOfStep === 0) yield { done: i, total: rows.length };
    const key = JSON.stringify([zoneId, ageBand, gender]);
    const earlier = seen.get(key);
    if (earlier !== undefined)
      throw new Refusal(
        'population-twice',
        `${file}, line ${line}: zone ${zoneId}, age ${ageBand}, gender ${gender} stands in line ${earlier} already.`,
        { file, line, earlier, zone: zoneId },
      );
    seen.set(key, line);
  }
}
