import type { ContributionLimits, Extent } from './contribution-limits.ts';

/** Rows that would be counted, in any order; all columns but `tie` are of one length. */
export interface ContributionRows {
  /** Dense person numbers; they only say which rows belong together. */
  readonly person: Int32Array;
  /**
   * By person number: an unkeyed hash of the source identifier, any 32 bits. It decides between equal weights, so it must not
   * depend on who else is in the extract.
   */
  readonly tie: Int32Array;
  /** Time bin of the row, 0 to bins - 1, and its day, 0 to days - 1; 0 for products without time. */
  readonly bin: Int32Array;
  readonly day: Int32Array;
  /** The group, a whole number below 2^53; it decides bin and day. */
  readonly group: Float64Array;
  /** How much the row weighs: seconds, slots or days; the heaviest groups are kept. */
  readonly weight: Int32Array;
}

/**
 * The rows that are counted when each person is kept within the limits: one row a person and group (weights of repeats
 * added), the heaviest groups first, ties by a hash of `tie` and group. Row numbers ascending. What is kept of one person
 * depends on that person alone.
 */
export function keepContributions(
  rows: ContributionRows,
  limits: ContributionLimits,
  extent: Extent,
): Int32Array {
  const { order, starts } = byPerson(rows.person);
  const chosen = chooser(rows, limits, extent);
  const kept = new Int32Array(order.length);
  let length = 0;
  for (let at = 0; at + 1 < starts.length; at++) {
    for (const row of chosen(order.subarray(starts[at] ?? 0, starts[at + 1] ?? 0))) kept[length++] = row;
  }
  return kept.subarray(0, length).toSorted();
}

interface Group {
  readonly row: number;
  readonly group: number;
  readonly hash: number;
  weight: number;
}

function chooser(
  rows: ContributionRows,
  { perBin = Infinity, perDay = Infinity, perPeriod = Infinity }: ContributionLimits,
  extent: Extent,
): (own: Int32Array) => readonly number[] {
  const inBin = new Map<number, number>();
  const inDay = new Map<number, number>();
  return (own) => {
    inBin.clear();
    inDay.clear();
    const kept: number[] = [];
    for (const { row } of heaviestFirst(rows, own)) {
      const bin = within(rows.bin[row], extent.bins);
      const day = within(rows.day[row], extent.days);
      const bins = inBin.get(bin) ?? 0;
      const days = inDay.get(day) ?? 0;
      if (bins >= perBin || days >= perDay || kept.length >= perPeriod) continue;
      inBin.set(bin, bins + 1);
      inDay.set(day, days + 1);
      kept.push(row);
    }
    return kept;
  };
}

function heaviestFirst(rows: ContributionRows, own: Int32Array): readonly Group[] {
  const groups = new Map<number, Group>();
  for (const row of own) {
    const group = rows.group[row] ?? 0;
    const weight = rows.weight[row] ?? 0;
    const seen = groups.get(group);
    if (seen) seen.weight += weight;
    else groups.set(group, { row, group, weight, hash: hashOf(rows.tie[rows.person[row] ?? 0] ?? 0, group) });
  }
  return [...groups.values()].toSorted((a, b) => b.weight - a.weight || a.hash - b.hash || a.group - b.group);
}

function within(value: number | undefined, limit: number): number {
  if (value === undefined || value < 0 || value >= limit) {
    throw new Error('a row lies outside the days or bins its sensitivity was declared for');
  }
  return value;
}

/** Thirty-two well mixed bits of a tie and a group (the finalizer of MurmurHash3, once per word). */
function hashOf(tie: number, group: number): number {
  const high = Math.floor(group / 0x1_0000_0000);
  return mixed(mixed(mixed(tie ^ 0x2c1b_3c6d) ^ (group >>> 0)) ^ high) >>> 0;
}

function mixed(word: number): number {
  let bits = Math.imul(word ^ (word >>> 16), 0x85eb_ca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2_ae35);
  return bits ^ (bits >>> 16);
}

function byPerson(person: Int32Array): { readonly order: Int32Array; readonly starts: Int32Array } {
  const persons = person.reduce((most, one) => Math.max(most, one), -1) + 1;
  const starts = new Int32Array(persons + 1);
  for (const one of person) starts[one + 1] = (starts[one + 1] ?? 0) + 1;
  for (let one = 0; one < persons; one++) starts[one + 1] = (starts[one + 1] ?? 0) + (starts[one] ?? 0);
  const next = starts.slice();
  const order = new Int32Array(person.length);
  person.forEach((one, row) => {
    const place = next[one] ?? 0;
    next[one] = place + 1;
    order[place] = row;
  });
  return { order, starts };
}
