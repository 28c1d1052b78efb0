import { z } from 'zod';
import { Understanding } from '../extract/understanding.ts';
import { Product } from '../products/product.ts';
import { Recipe } from '../recipe/recipe.ts';
import { AttackReport } from '../evidence/attack-report.ts';
import { ByteColumn, Int32Column } from './columns.ts';
import { ProtectionReport } from './protection.ts';
import { StageTally, ZoneShape } from './view.ts';

/** What stands in a column of places for people without a known home, and for all homes together. */
export const unknownHome = -1;
export const allHomes = -2;

/**
 * One released table, column by column; a column that the product does not know is empty. `zone` and `other` (where
 * flows end, or the home) are indices into the zones beside it, `start` seconds since 1970 UTC; `band`, `age` and `gender`
 * are indices into the labels beside it, one more than the last means all together.
 */
export const TableColumns = z.strictObject({
  product: Product,
  zone: Int32Column,
  other: Int32Column,
  start: Int32Column,
  band: Int32Column,
  age: Int32Column,
  gender: Int32Column,
  /** Released figure, -1 for none. */
  persons: Int32Column,
  /** Released figure for the whole population, -1 for none; empty where the recipe does not extrapolate. */
  estimate: Int32Column,
  /** Released number of trips, -1 for none; empty but in flows of a recipe that asks for trips. */
  trips: Int32Column,
  /** 0 published, 1 suppressed, 2 zero. */
  status: ByteColumn,
});
export type TableColumns = z.infer<typeof TableColumns>;

/** What the indices of released tables stand for. */
const labels = {
  zones: z.array(ZoneShape),
  ages: z.array(z.string()),
  genders: z.array(z.string()),
  dwellBands: z.array(z.string()),
  frequencyBands: z.array(z.string()),
};
/** Tables with their labels, as the desk is shown them of a bundle. */
export const ReleasedTables = z.strictObject({ ...labels, tables: z.array(TableColumns) });
export type ReleasedTables = z.infer<typeof ReleasedTables>;

/** A released table as main needs it. */
export const CandidateTable = TableColumns.extend({
  /** What the threshold acted on, for published rows; 0 elsewhere. For main's own check, never written. */
  raw: Int32Column,
  /** Raw distinct persons of published rows, 0 elsewhere: what their figures come from. For main's own check, never written. */
  rawPersons: Int32Column,
});
export type CandidateTable = z.infer<typeof CandidateTable>;

/** What a recipe made of the extract, as main needs it: released tables, zones, and what happened on the way in counts. */
export const Candidate = z.strictObject({
  recipe: Recipe,
  understanding: Understanding,
  ...labels,
  tables: z.array(CandidateTable),
  tally: StageTally,
  protection: ProtectionReport,
  /** What the attacks the policy demands came to. */
  attacks: z.array(AttackReport),
});
export type Candidate = z.infer<typeof Candidate>;
