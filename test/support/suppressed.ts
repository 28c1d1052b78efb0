import type { GroupTable, Dimension } from '../../shared/products/group-table.ts';
import type { Product } from '../../shared/products/product.ts';
import type { ProtectionRule } from '../../shared/protect/secondary/protection-rule.ts';
import type { Release, ReleasedTable } from '../../shared/protect/secondary/release.ts';
import { auditPublished, suppress, type Suppressed } from '../../shared/protect/secondary/suppress.ts';
import type { SuppressOptions } from '../../shared/protect/secondary/suppression-run.ts';
import type { AuditSummary } from '../../shared/protect/secondary/tally.ts';

/** A rule that asks for the reader of the figures only, exact figures, empty groups hidden. */
export function plainRule(minimumPersons: number, changes: Partial<ProtectionRule> = {}): ProtectionRule {
  return {
    minimumPersons,
    roundingBase: 1,
    zeroGroups: 'hidden',
    highAtLeast: minimumPersons,
    narrowestRange: 3,
    rule: false,
    contributor: false,
    ...changes,
  };
}

/** A table from the numbers of its whole cube; groups without persons are left out, as in a real one. */
export function tableFrom(
  product: Product,
  dimensions: readonly Dimension[],
  numbers: readonly number[],
): GroupTable {
  const at = numbers.map((_, i) => i).filter((i) => (numbers[i] ?? 0) > 0);
  const persons = Int32Array.from(at, (i) => numbers[i] ?? 0);
  return { product, dimensions, at: Float64Array.from(at), persons, contributors: persons.slice() };
}

function axis(name: Dimension['name'], size: number, hasTotal: boolean): Dimension {
  return { name, size, hasTotal };
}

/** Footfall of one zone and one bin by age and gender; rows are ages, and totals are added at the end of both. */
export function oneBlock(rows: readonly (readonly number[])[]): GroupTable {
  const summed = rows.map((row) => [...row, row.reduce((a, b) => a + b, 0)]);
  const totals = (summed[0] ?? []).map((_, j) => summed.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const all = [...summed, totals];
  const dimensions = [
    axis('zone', 1, false),
    axis('time', 1, false),
    axis('age', all.length, true),
    axis('gender', totals.length, true),
  ];
  return tableFrom('footfall', dimensions, all.flat());
}

/** Marks the groups with fewer contributors than `minimumPersons`. */
export function released(table: GroupTable, minimumPersons: number): ReleasedTable {
  return { table, underMinimum: Uint8Array.from(table.contributors, (n) => (n < minimumPersons ? 1 : 0)) };
}

/** A release of tables that are not linked in time. */
export function releaseOf(tables: readonly ReleasedTable[], changes: Partial<Release> = {}): Release {
  return { tables, presence: 'events', timeBin: 'hour', daysOfBands: [], levels: [], ...changes };
}

/** Runs the suppression to its end. */
export function suppressed(release: Release, rule: ProtectionRule, options: SuppressOptions): Suppressed {
  return ended(suppress(release, rule, options));
}

/** Runs the audit of a pattern to its end. */
export function audited(
  release: Release,
  rule: ProtectionRule,
  options: Parameters<typeof auditPublished>[2],
): AuditSummary {
  return ended(auditPublished(release, rule, options));
}

function ended<T>(steps: Generator<unknown, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
