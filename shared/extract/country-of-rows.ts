import type { Area } from './area.ts';
import { areaOfCountryCode } from './country-areas.ts';
import { isOpenCelliD } from './open-cell-id.ts';

const namedCountryCode = /^(mcc|mobile_country_code)$/;
const namedNetworkAndCell = /^(e?cgi|cell_?global_?id(entity)?)$/;
/** So many of the rows must name one country. */
const mostRows = 0.9;

/**
 * The rectangle around the country whose networks the rows name, in a column of country codes or at the beginning of identities of cells;
 * `undefined` where they name none, or several. The home network of a person is not where they are, and is not looked at.
 */
export function countryOfRows(
  names: readonly string[],
  rows: readonly (readonly string[])[],
): Area | undefined {
  const told = columnOfCountries(names, rows);
  if (!told) return undefined;
  const codes = rows
    .map((row) => codeOf(row[told.column]?.trim() ?? '', told.alone))
    .filter((code) => code !== undefined);
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  const [code] = [...counts].find(([, count]) => count >= mostRows * codes.length) ?? [];
  return code === undefined ? undefined : areaOfCountryCode(code);
}

/** The column that names countries, and whether nothing else stands in it. */
function columnOfCountries(
  names: readonly string[],
  rows: readonly (readonly string[])[],
): { readonly column: number; readonly alone: boolean } | undefined {
  const plain = names.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const own = plain.findIndex((name) => namedCountryCode.test(name));
  if (own !== -1) return { column: own, alone: true };
  if (plain[1] === '2' && isOpenCelliD(rows)) return { column: 1, alone: true };
  const column = plain.findIndex((name) => namedNetworkAndCell.test(name));
  return column === -1 ? undefined : { column, alone: false };
}

function codeOf(text: string, alone: boolean): string | undefined {
  if (alone) return /^([2-7]\d\d)(\.0)?$/.exec(text)?.[1];
  return /^([2-7]\d\d)([-_.: ]\d|\d{2,}$|\d{2,3}[-_.: ])/.exec(text)?.[1];
}
