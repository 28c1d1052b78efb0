import { finished, type Steps } from '../base/steps.ts';
import { bandIndex } from '../products/bands.ts';
import type { GroupTable } from '../products/group-table.ts';
import type { Counting } from './counting.ts';
import { GroupCounter } from './group-counter.ts';
import type { VisitRows } from './visit-rows.ts';
import { eachVisitor, type VisitOrder } from './zone-days.ts';

/** What frequency is counted in: bands of days visited, cut at `breaks`, ascending. */
export interface FrequencyOrder extends VisitOrder {
  readonly breaks: readonly number[];
}

/**
 * Frequency: persons by zone and band of the number of local days of the period on which they were there. `[2, 4, 8]`
 * means 1, 2-3, 4-7, 8 and more. Takes stays, or events alone.
 */
export function frequencyTable(rows: VisitRows, order: FrequencyOrder, counting: Counting): GroupTable {
  return finished(countingFrequency(rows, order, counting));
}

/** As `frequencyTable`, with steps on the way. */
export function* countingFrequency(
  rows: VisitRows,
  order: FrequencyOrder,
  counting: Counting,
): Steps<GroupTable> {
  const { zones, breaks } = order;
  const { people, totals, recordKeys, note } = counting;
  const counter = new GroupCounter({
    product: 'frequency',
    sizes: [zones, breaks.length + 1],
    people,
    totals,
    recordKeys,
    note,
  });
  const bands = counter.sizeOf(1);
  yield* eachVisitor(rows, order, counting, (person, zone, days) =>
    counter.add(person, zone * bands + bandIndex(breaks, days)),
  );
  return counter.table();
}
