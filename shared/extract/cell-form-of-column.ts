import { cellForms } from './cell-key.ts';
import { keyOfRow } from './match-cells.ts';
import type { CellForm, FileProfile, Mapping } from './profile.ts';

const rowsTried = 200;
/** A form that is less plain must find this many times as many cells. */
const clearlyMore = 1.1;

/**
 * The form in which a column names the most cells that are known; `undefined` where it names none. `area` is the column of areas beside
 * it, where cells are known by both.
 */
export function cellFormOfColumn(
  rows: readonly (readonly string[])[],
  { cell, area }: { readonly cell: number; readonly area?: number },
  known: ReadonlySet<string>,
): CellForm | undefined {
  let best: { readonly form: CellForm; readonly found: number } | undefined;
  const beside = area === undefined || area === cell ? {} : { area };
  for (const form of cellForms) {
    const keys = rows.slice(0, rowsTried).map((row) => keyOfRow({ cell, form, ...beside }, row));
    const found = keys.filter((key) => key !== undefined && known.has(key)).length;
    if (found > (best?.found ?? 0) * clearlyMore) best = { form, found };
  }
  return best?.form;
}

/**
 * The mapping with cells read in the form that belongs to the column which has the role now; unchanged while it is the column the look
 * proposed.
 */
export function withCellFormOf(mapping: Mapping, profile: FileProfile | undefined): Mapping {
  const column = mapping.roles.indexOf('cell');
  if (!profile || column === -1) return mapping;
  const proposed = profile.columns.findIndex(({ role }) => role === 'cell');
  const form = column === proposed ? profile.reading?.cellForm : profile.columns[column]?.cellForm;
  const { reading: { cellForm: before, ...others } = {}, ...plain } = mapping;
  if (form === before) return mapping;
  const reading = form === undefined ? others : { ...others, cellForm: form };
  return Object.keys(reading).length === 0 ? plain : { ...plain, reading };
}
