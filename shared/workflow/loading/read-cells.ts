import type { Mapping } from '../../extract/profile.ts';
import { cellRows, hasValidity } from '../../plan/read-rows.ts';
import type { Columns } from '../../ports/columns.ts';
import type { PlaceRegister } from '../place-register.ts';
import { halves } from '../register-rows.ts';
import { clockOfExtract } from './clock-of-extract.ts';
import type { ExtractFiles } from './extract-files.ts';

/** Reads the cell reference, where there is one, into the register of places. */
export async function readCells(files: ExtractFiles, places: PlaceRegister): Promise<void> {
  const { sources, mappings, timeZone } = files.order;
  if (!sources.cells || !mappings.cells) return;
  const { cells } = mappings;
  const dated = hasValidity(cells);
  await files.table(
    { kind: 'cells', source: sources.cells, mapping: cells, statement: (from, as) => cellRows(from, as) },
    ({ rows }) => {
      const hashes = halves(rows.uint64('cell'));
      const latitude = rows.float64('latitude');
      const longitude = rows.float64('longitude');
      const range = rows.float64('range');
      const validityOf = dated ? validityReader(rows, cells, timeZone) : () => undefined;
      for (let i = 0; i < rows.length; i++)
        places.describe(hashes[2 * i] ?? 0, hashes[2 * i + 1] ?? 0, {
          latitude: latitude[i] ?? 999,
          longitude: longitude[i] ?? 999,
          range: range[i] ?? 0,
          ...validityOf(i),
        });
    },
  );
}

/** From when to when a row of the cell reference holds; a last day without a clock holds to its end. */
function validityReader(
  rows: Columns,
  { hasOffset }: Mapping,
  timeZone: string,
): (row: number) => { readonly from: number; readonly until: number } {
  const [from, to] = [rows.int32('valid_from'), rows.int32('valid_to')];
  const toUtc = hasOffset ? (second: number) => second : clockOfExtract(timeZone);
  return (row) => {
    const [first, last] = [from[row] ?? -1, to[row] ?? -1];
    return {
      from: first === -1 ? -Infinity : toUtc(first),
      until: last === -1 ? Infinity : toUtc(last % 86_400 === 0 ? last + 86_400 : last),
    };
  };
}
