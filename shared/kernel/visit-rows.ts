import type { BaseTable } from './base-table.ts';
import type { Stays } from './stays.ts';

/** Events, and the zone of each base cell, -1 for none. */
export interface EventRows {
  readonly base: BaseTable;
  readonly zoneOfCell: Int32Array;
}

/** What visits are told from, sorted by person and time: stays, or events alone. */
export type VisitRows = Stays | EventRows;

/** The person of each row. */
export function personOfRow(rows: VisitRows): Int32Array {
  return 'base' in rows ? rows.base.person : rows.person;
}
