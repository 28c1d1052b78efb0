import type { RangeUnit } from './profile.ts';
import { namesOfAnySector } from './sector-columns.ts';

const units: readonly (readonly [RangeUnit, RegExp])[] = [
  ['metres', /^(m|metres?|meters?|meter)$/],
  ['kilometres', /^(km|kilometres?|kilometers?|kilometer)$/],
  ['miles', /^(mi|miles?|meilen?)$/],
  ['feet', /^(ft|feet|foot|fuss|fuß)$/],
];
const unitColumn = /^(sector_)?(radius|range|distance)?[ _]?units?$/;

const unitOf = (text: string): RangeUnit | undefined =>
  units.find(([, pattern]) => pattern.test(text.trim().toLowerCase()))?.[0];

/** A name in small letters, and what it would be for any sector of a row. */
const namesOf = (name: string): readonly string[] => [name.trim().toLowerCase(), ...namesOfAnySector(name)];

/**
 * The unit a column of ranges is in: that of its name (`radius_km`), for a `radius` the one all rows name in columns of units, else metres;
 * `undefined` where rows name several or one that is not known.
 */
export function rangeUnitOf(
  names: readonly string[],
  column: number,
  rows: readonly (readonly string[])[],
): RangeUnit | undefined {
  const own = namesOf(names[column] ?? '');
  const named = own.map((name) => unitOf(/[ _(]([a-zß]+)\)?$/.exec(name)?.[1] ?? '')).find((unit) => unit);
  if (named) return named;
  const beside = names.flatMap((other, i) =>
    namesOf(other).some((name) => unitColumn.test(name)) ? [i] : [],
  );
  if (beside.length === 0 || !own.some((name) => name.endsWith('radius'))) return 'metres';
  const said = new Set(
    rows
      .flatMap((row) => beside.map((unit) => row[unit]?.trim().toLowerCase() ?? ''))
      .filter((text) => text !== ''),
  );
  const found = new Set([...said].map(unitOf));
  return found.size === 1 ? [...found][0] : undefined;
}
