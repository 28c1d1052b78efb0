import type { RangeUnit } from './profile.ts';

const units: readonly (readonly [RangeUnit, RegExp])[] = [
  ['metres', /^(m|metres?|meters?|meter)$/],
  ['kilometres', /^(km|kilometres?|kilometers?|kilometer)$/],
  ['miles', /^(mi|miles?|meilen?)$/],
  ['feet', /^(ft|feet|foot|fuss|fuß)$/],
];
const unitColumn = /^(radius|range|distance)?[ _]?units?$/i;

const unitOf = (text: string): RangeUnit | undefined =>
  units.find(([, pattern]) => pattern.test(text.trim().toLowerCase()))?.[0];

/**
 * The unit a column of ranges is in: that of its name (`radius_km`), for a `radius` the one all rows name in a column of units, else metres;
 * `undefined` where rows name several or one that is not known.
 */
export function rangeUnitOf(
  names: readonly string[],
  column: number,
  rows: readonly (readonly string[])[],
): RangeUnit | undefined {
  const name = (names[column] ?? '').trim().toLowerCase();
  const named = unitOf(/[ _(]([a-zß]+)\)?$/.exec(name)?.[1] ?? '');
  if (named) return named;
  const beside = names.findIndex((other) => unitColumn.test(other.trim()));
  if (beside === -1 || !name.endsWith('radius')) return 'metres';
  const said = new Set(
    rows.map((row) => row[beside]?.trim().toLowerCase() ?? '').filter((text) => text !== ''),
  );
  const found = new Set([...said].map(unitOf));
  return found.size === 1 ? [...found][0] : undefined;
}
