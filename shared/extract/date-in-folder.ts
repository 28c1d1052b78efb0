import { Refusal } from '../base/failure.ts';
import type { Source } from './source.ts';

/** A folder that says a date for all rows in it, as `date=2026-05-04`. */
const ofDate = /(^|\/)(([a-z]+_)*(date|day|dt|ds|datum|tag|year|jahr)=[^/]*)\//i;

/**
 * Refuses (`date-in-folder`) events in whose files no column holds times with a date, where folders they lie in say one: which day a row
 * is of is then said nowhere that is read.
 */
export function refuseDateInFolder(source: Source): void {
  const parts = source.kind === 'parts' ? source.parts : source.kind === 'file' ? [source] : [];
  const name = parts.find((part) => ofDate.test(part.name))?.name;
  if (name === undefined) return;
  const folder = ofDate.exec(name)?.[2] ?? '';
  throw new Refusal(
    'date-in-folder',
    `No column of ${name} says a date, only folders such as ${folder} do: export the files with date and time in each row.`,
    { file: name, folder },
  );
}
