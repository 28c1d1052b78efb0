import { sql, type Sql } from '../sql/fragment.ts';

/** Run before anything else: without the first two DuckDB looks for extensions on the network, and may hang. */
export const engineSettings: readonly Sql[] = [
  sql`SET autoinstall_known_extensions = false`,
  sql`SET autoload_known_extensions = false`,
  sql`SET preserve_insertion_order = true`,
];
