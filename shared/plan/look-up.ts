import { literal, sql, type Sql } from '../sql/fragment.ts';

/** The keyed hash of one identifier as `person`, made as reading a file makes it: spaces around it are taken off. */
export function identifierHash(identifier: string, key: string): Sql {
  return sql`SELECT hash(${literal(key)} || trim(${literal(identifier)})) AS person`;
}
