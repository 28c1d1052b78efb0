import { finished, type Steps } from '../base/steps.ts';
import type { GroupTable } from '../products/group-table.ts';
import type { Counting } from './counting.ts';
import { GroupCounter } from './group-counter.ts';
import type { VisitRows } from './visit-rows.ts';
import { eachVisitor, type VisitOrder } from './zone-days.ts';

/** What catchment is counted in: home zones 0 to `homes` - 1, and each person's, -1 unknown. */
export interface CatchmentOrder extends VisitOrder {
  readonly homes: number;
  readonly homeOfPerson: Int32Array;
}

/**
 * Catchment: persons by zone visited in the period and home zone; `homes` is the value of an unknown home, before the
 * total. Takes stays, or events alone.
 */
export function catchmentTable(rows: VisitRows, order: CatchmentOrder, counting: Counting): GroupTable {
  return finished(countingCatchment(rows, order, counting));
}

/** As `catchmentTable`, with steps on the way. */
export function* countingCatchment(
  rows: VisitRows,
  order: CatchmentOrder,
  counting: Counting,
): Steps<GroupTable> {
  const { zones, homes, homeOfPerson } = order;
  const { people, totals, recordKeys, note } = counting;
  const counter = new GroupCounter({
    product: 'catchment',
    sizes: [zones, homes + 1],
    people,
    totals,
    recordKeys,
    note,
  });
  const values = counter.sizeOf(1);
  yield* eachVisitor(rows, order, counting, (person, zone) => {
    const home = homeOfPerson[person] ?? -1;
    counter.add(person, zone * values + (home === -1 ? homes : home));
  });
  return counter.table();
}
