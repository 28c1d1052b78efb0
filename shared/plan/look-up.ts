import { literal, sql, type Sql } from '../sql/fragment.ts';
import { hashUnderKey } from './read-values.ts';

/** The keyed hash of one identifier as `person`, made as reading a file makes it: spaces around it are taken off. */
export function identifierHash(identifier: string, key: string): Sql {
  return sql`SELECT ${hashUnderKey(sql`trim(${literal(identifier)})`, key)} AS person`;
}
