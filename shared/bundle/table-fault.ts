import type { TableRow } from '../products/table-row.ts';
import type { Particular } from './particular.ts';

/** What is wrong with a table by itself (`E_TABLE`), with its zones (`E_ZONES`) or against its recipe (`E_RECIPE`). */
export interface TableFault {
  readonly code: 'E_TABLE' | 'E_ZONES' | 'E_RECIPE';
  readonly particular: Particular;
}

/** A check of one row by itself; `undefined` when nothing is wrong. */
export type RowCheck = (row: TableRow) => TableFault | undefined;

/** A fault of the table by itself. */
export function tableFault(fault: Particular): TableFault {
  return { code: 'E_TABLE', particular: fault };
}

/** A fault of the table's zones. */
export function zonesFault(fault: Particular): TableFault {
  return { code: 'E_ZONES', particular: fault };
}

/** A fault of the table against its recipe. */
export function recipeFault(fault: Particular): TableFault {
  return { code: 'E_RECIPE', particular: fault };
}
