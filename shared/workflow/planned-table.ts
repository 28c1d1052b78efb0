import type { PlannedTable } from '../protect/differential-privacy/noise-plan.ts';
import type { CountedTable } from './counted-table.ts';

/**
 * What the noise of a table depends on, where persons are kept within `perDay` groups a local day. Every bin belongs to
 * a day of the period, a night that the period cuts to its first, so that days times `perDay` bounds every product.
 */
export function plannedTable(
  { table, bins, breakdown, bands, firstDay, lastDay }: CountedTable,
  perDay: number,
): PlannedTable {
  const days = lastDay - firstDay + 1;
  const classes = Math.max(1, breakdown.ages.length) * Math.max(1, breakdown.genders.length);
  return {
    product: table.product,
    limits: { perDay, perPeriod: perDay * days },
    extent: { days, bins: Math.max(1, bins.starts.length) },
    groupsPerKey: Math.max(1, bands.length) * classes,
  };
}
