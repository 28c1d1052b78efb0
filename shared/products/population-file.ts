import { Refusal } from '../base/failure.ts';
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

const columns = ['zone_id', 'age_band', 'gender', 'persons'] as const;

/**
 * Reads a population file: delimited text (comma, semicolon or tab) whose first line names the columns `zone_id`, `age_band`,
 * `gender`, `persons` in any order; other columns are not read. One row per zone, band and gender; persons are whole
 * numbers without separators. Refuses a missing column (`population-column`), something else than a number
 * (`population-number`), a negative one (`population-negative`), a row that stands twice (`population-twice`), an empty file
 * (`population-empty`).
 */
export function parsePopulation(text: string, fileName: string): readonly PopulationRow[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const header = lines[0] ?? '';
  const delimiter = ([';', '\t'] as const).find((char) => header.includes(char)) ?? ',';
  const names = splitLine(header, delimiter).map((name) => name.trim());
  const places = columns.map((column) => {
    const at = names.indexOf(column);
    if (at >= 0) return at;
    throw new Refusal(
      'population-column',
      `${fileName} has no column ${column}: a population file has the columns ${columns.join(', ')}.`,
      { file: fileName, column },
    );
  });
  const rows = lines.flatMap((content, i): readonly PopulationRow[] => {
    if (i === 0 || content.trim() === '') return [];
    const fields = splitLine(content, delimiter);
    const [zoneId = '', ageBand = '', gender = '', persons = ''] = places.map((at) =>
      (fields[at] ?? '').trim(),
    );
    return [{ zoneId, ageBand, gender, persons: personsOf(persons, fileName, i + 1), line: i + 1 }];
  });
  if (rows.length === 0)
    throw new Refusal('population-empty', `${fileName} has no rows: choose a file with inhabitants.`, {
      file: fileName,
    });
  checkOnce(rows, fileName);
  return rows;
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

function checkOnce(rows: readonly PopulationRow[], file: string): void {
  const seen = new Map<string, number>();
  for (const { zoneId, ageBand, gender, line } of rows) {
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
