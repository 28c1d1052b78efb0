import type { Candidate } from '../../shared/ipc/candidate.ts';
import type { Product } from '../../shared/products/product.ts';

/**
 * Published groups of a table by `zone|other end|start|band|age band|gender` (what the product does not tell is empty, `start`
 * in seconds), with their figure.
 */
export function publishedGroups(
  candidate: Candidate,
  product: Product = 'footfall',
): ReadonlyMap<string, number> {
  const table = candidate.tables.find((one) => one.product === product);
  if (!table) throw new Error(`the candidate has no table ${product}`);
  const bands = product === 'dwell' ? candidate.dwellBands : candidate.frequencyBands;
  const other = (at: number | undefined): string =>
    at === undefined ? '' : at === -1 ? 'unknown' : at === -2 ? 'all' : (candidate.zones[at]?.zoneId ?? '?');
  const groups = new Map<string, number>();
  table.zone.forEach((zone, row) => {
    if (table.status[row] !== 0) return;
    const key = [
      candidate.zones[zone]?.zoneId,
      other(table.other[row]),
      table.start[row] ?? '',
      label(bands, table.band[row]),
      label(candidate.ages, table.age[row]),
      label(candidate.genders, table.gender[row]),
    ].join('|');
    if (groups.has(key)) throw new Error(`group ${key} stands twice`);
    groups.set(key, table.persons[row] ?? -1);
  });
  return groups;
}

function label(labels: readonly string[], at: number | undefined): string {
  return at === undefined ? '' : (labels[at] ?? 'all');
}
