import { literal, sql, type Sql } from '../sql/fragment.ts';
import { hashUnderKey } from './hash-key.ts';
import { trimmed } from './trimmed.ts';

/** The keyed hash of one identifier as `person`, made as reading a file makes it: what surrounds it is taken off. */
export function identifierHash(identifier: string, key: string): Sql {
  return sql`SELECT ${hashUnderKey(trimmed(literal(identifier)), key)} AS person`;
}
