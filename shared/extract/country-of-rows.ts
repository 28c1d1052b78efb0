import type { Area } from './area.ts';
import { areaOfCountryCode } from './country-areas.ts';

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
  const plain = names.map((name) =>
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );
  const own = plain.findIndex((name) => namedCountryCode.test(name));
  const column = own === -1 ? plain.findIndex((name) => namedNetworkAndCell.test(name)) : own;
  if (column === -1) return undefined;
  const counts = new Map<string, number>();
  for (const row of rows) {
    const code = codeOf(row[column]?.trim() ?? '', own !== -1);
    if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [code] = [...counts].find(([, count]) => count >= mostRows * all) ?? [];
  return code === undefined ? undefined : areaOfCountryCode(code);
}

function codeOf(text: string, alone: boolean): string | undefined {
  if (alone) return /^([2-7]\d\d)(\.0)?$/.exec(text)?.[1];
  return /^([2-7]\d\d)([-_.: ]\d|\d{2,}$|\d{2,3}[-_.: ])/.exec(text)?.[1];
}
