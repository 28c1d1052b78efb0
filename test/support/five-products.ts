import { expect } from 'vitest';
import { sortBaseTable } from '../../shared/kernel/sort-events.ts';
import { machineLike } from '../../shared/kernel/machine-like.ts';
import { tieHash } from '../../shared/kernel/tie-hash.ts';
import type { NativeDuckDb } from './native-duckdb.ts';
import { ProductsBySql, type SqlOrder } from './products-by-sql.ts';
import { ProductsOfKernel } from './products-of-kernel.ts';

/** What is compared. Homes need `minimumNights` nights. */
export interface FiveProducts extends Pick<SqlOrder, 'from' | 'to' | 'offset'> {
  readonly timeZone: string;
  readonly zones: number;
  readonly ages: number;
  readonly genders: number;
  readonly minimumNights: number;
  /** Groups that every table has at least. */
  readonly fewest: number;
}

const rules = { maximumGapSeconds: 7200, maximumNightGapSeconds: 28_800 };
const dwellBreaks = [5, 15, 60, 240];
const frequencyBreaks = [2, 4, 8];
/** The rule of the product, and one that some persons of every extract meet. */
const machineRules = [
  [20, 0.8],
  [2, 0.1],
] as const;

/**
 * Counts the persons of the tables `events` and `people` (see `ProductsBySql`; `age` and `gender` as numbers; who is not in
 * `people` is left out) by the kernel and by SQL, and expects no difference in any group of any product.
 */
export async function compareFiveProducts(sql: NativeDuckDb, order: FiveProducts): Promise<void> {
  const ranks = Array.from({ length: order.zones }, (_, zone) => `(${zone}, ${tieHash(0, zone, 0)})`);
  await sql.rows(`CREATE TABLE ranks AS FROM (VALUES ${ranks.join(', ')}) AS v(zone, rank)`);
  const reference = new ProductsBySql(sql, { ...order, ...rules });
  await reference.prepare();
  const { kernel, base, persons } = await kernelOf(sql, order);
  expect(kernel.found.seconds).toBe(await reference.staySeconds());
  const same = (own: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): void => {
    expect(expected.size).toBeGreaterThanOrEqual(order.fewest);
    const wrong = [...expected].filter(([key, counts]) => own.get(key) !== counts);
    expect(wrong.slice(0, 5).map(([key, counts]) => [key, counts, own.get(key)])).toEqual([]);
    expect(own.size).toBe(expected.size);
  };
  same(kernel.dwell(dwellBreaks), await reference.dwell(dwellBreaks));
  same(kernel.flows(240), await reference.flows(240));
  for (const table of ['moments', 'stays'] as const) {
    same(kernel.footfall(table), await reference.footfall(table));
    same(kernel.frequency(table, frequencyBreaks), await reference.frequency(table, frequencyBreaks));
    same(kernel.catchment(table, order.minimumNights), await reference.catchment(table, order.minimumNights));
  }
  const machines: number[] = [];
  for (const [minimumHours, minimumShareOfDays] of machineRules) {
    const expected = await reference.machines(minimumHours, minimumShareOfDays);
    expect(machineLike(base, persons, kernel.clock, { minimumHours, minimumShareOfDays }).count).toBe(
      expected,
    );
    machines.push(expected);
  }
  expect(machines[1]).toBeGreaterThan(machines[0] ?? 0);
}

function column(rows: readonly (readonly unknown[])[], at: number): Int32Array {
  return Int32Array.from(rows, (row) => Number(row[at]));
}

async function kernelOf(sql: NativeDuckDb, order: FiveProducts) {
  const events = await sql.rows(
    'SELECT person::INTEGER, second::INTEGER, cell::INTEGER, zone::INTEGER FROM events',
  );
  const cells = column(events, 2);
  const zoneOfCell = new Int32Array(cells.reduce((most, cell) => Math.max(most, cell), 0) + 1);
  const zoneOfEvent = column(events, 3);
  cells.forEach((cell, i) => {
    zoneOfCell[cell] = zoneOfEvent[i] ?? -1;
  });
  const { table: base } = sortBaseTable({
    person: column(events, 0),
    second: column(events, 1),
    cell: cells,
  });
  const persons = base.person.reduce((most, person) => Math.max(most, person), 0) + 1;
  const classOfPerson = new Int32Array(persons).fill(-1);
  const holderOfPerson = new Int32Array(persons).fill(-1);
  const people = await sql.rows(
    'SELECT person::INTEGER, age::INTEGER, gender::INTEGER, holder::INTEGER FROM people',
  );
  for (const [person, age, gender, holder] of people.map((row) => row.map(Number))) {
    classOfPerson[person ?? 0] = (age ?? 0) * order.genders + (gender ?? 0);
    holderOfPerson[person ?? 0] = holder ?? -1;
  }
  const { ages, genders } = order;
  const kernel = new ProductsOfKernel(
    { ...order, base, zoneOfCell, people: { classOfPerson, ages, genders, holderOfPerson } },
    rules,
  );
  return { kernel, base, persons };
}
