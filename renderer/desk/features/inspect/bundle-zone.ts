import { allHomes } from '../../../../shared/ipc/candidate.ts';
import { totalCategory } from '../../../../shared/products/bands.ts';
import type { ZoneProfile } from '../../../../shared/ipc/view.ts';
import { isSummand, rowStatus, valueAt } from './bundle-table.ts';
import { gather } from './bundle-values.ts';
import type { BundleSlice, BundleTable } from './bundle-table.ts';

const mostGroups = 200;

/** What the bundle says of one zone over time, and of its groups at the shown bin (of those that are hidden, the listed ones). */
export function bundleZoneProfile(table: BundleTable, slice: BundleSlice, zone: number): ZoneProfile {
  const { columns, starts, bin } = table;
  const series = gather(table, {
    count: starts.length,
    of: (row) => (columns.zone[row] === zone && isSummand(table, slice, row) ? (bin[row] ?? -1) : -1),
  });
  const rows = [...columns.zone.keys()].filter((row) => columns.zone[row] === zone);
  const having = (status: number) => rows.filter((row) => columns.status[row] === status).length;
  const here = rows.filter((row) => (bin.length === 0 ? slice.bin === 'total' : bin[row] === slice.bin));
  return {
    zone,
    ...series,
    publishedGroups: having(rowStatus.published),
    suppressedGroups: having(rowStatus.suppressed),
    groups: here.slice(0, mostGroups).map((row) => groupOf(table, row)),
  };
}

/** Of a group what tells it from the others of its zone and time, and its figure where it has one. */
function groupOf({ contents, columns }: BundleTable, row: number): ZoneProfile['groups'][number] {
  const { band, other, age, gender, persons, status } = columns;
  const end = other[row] ?? allHomes;
  const named = (names: readonly string[], column: Int32Array) =>
    names[valueAt(column, row)] ?? totalCategory;
  return {
    ...(band.length > 0 && { band: valueAt(band, row) }),
    ...(end !== allHomes && { zone: end }),
    ...(age.length > 0 && { ageBand: named(contents.ages, age) }),
    ...(gender.length > 0 && { gender: named(contents.genders, gender) }),
    ...(status[row] !== rowStatus.suppressed && { persons: Math.max(0, valueAt(persons, row)) }),
  };
}
