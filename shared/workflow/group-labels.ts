import type { GroupLabels } from '../ipc/group-labels.ts';
import { totalCategory } from '../products/bands.ts';
import { totalAlong } from '../products/indexed-table.ts';
import type { CountedTable } from './counted-table.ts';

/** What group `i` is called, besides its zone and time. */
export function labelsOf(counted: CountedTable, i: number): GroupLabels {
  const { band } = counted.table.part;
  return { ...(band && { band: band[i] ?? 0 }), ...otherEnd(counted, i), ...categories(counted, i) };
}

/** Where a flow ends or the home is; -1 for an unknown home, nothing for all homes together. */
function otherEnd({ table, placed }: CountedTable, i: number): Pick<GroupLabels, 'zone'> {
  const other = (table.part.destination ?? table.part.home)?.[i];
  if (other === undefined || other === totalAlong(table, 'home')) return {};
  return { zone: other < placed.shapes.length ? other : -1 };
}

function categories({ table, breakdown }: CountedTable, i: number): Pick<GroupLabels, 'ageBand' | 'gender'> {
  const { ages, genders } = breakdown;
  const named = (labels: readonly string[], column: Int32Array | undefined): string =>
    labels[column?.[i] ?? 0] ?? totalCategory;
  return {
    ...(ages.length > 0 && { ageBand: named(ages, table.part.age) }),
    ...(genders.length > 0 && { gender: named(genders, table.part.gender) }),
  };
}
