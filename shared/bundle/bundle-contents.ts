import type { Json } from '../base/json.ts';
import type { Policy } from '../policy/policy.ts';
import type { Product } from '../products/product.ts';
import type { TableRow } from '../products/table-row.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { LedgerPlace } from './release.ts';
import type { SortedTable } from './table-faults.ts';
import type { ZoneCollection, ZonesToSeal } from './zones.ts';

/** The table of one product as it is handed in: rows in any order, each group once. */
export interface TableToSeal {
  readonly product: Product;
  readonly rows: Iterable<TableRow>;
}

/** All that goes into a bundle. `recipe` is resolved: release date, period and terms are filled in. */
export interface BundleContents {
  readonly recipe: Recipe;
  readonly policy: Policy;
  /** Who publishes; one line. */
  readonly organisation: string;
  /** One table of each product of the recipe, in its order. */
  readonly tables: readonly TableToSeal[];
  /** All zones the tables name, the finest ones and those of coarser levels. */
  readonly zones: ZonesToSeal;
  /** Counts per stage and reason, gates and their outcome. Must hold nothing the recipient may not see. */
  readonly evidence: Json;
  readonly software: { readonly name: string; readonly version: string; readonly commit: string };
  /** Where the release will stand in the ledger; none for a demonstration. */
  readonly ledger?: LedgerPlace;
}

/** Tables and zones of a bundle in the order in which they are written. */
export interface OrderedTables {
  readonly tables: readonly SortedTable[];
  readonly zones: ZoneCollection;
}
