import type { Brand } from '../base/brand.ts';

/** SQL text whose every interpolation went through this module. */
export type Sql = Brand<string, 'Sql'>;

type Scalar = number | bigint | boolean | string | null;

/** A quoted identifier. */
export function ident(name: string): Sql {
  return `"${name.replaceAll('"', '""')}"` as Sql;
}

/** A quoted literal. Throws on a number that SQL cannot write. */
export function literal(value: Scalar): Sql {
  if (value === null) return 'NULL' as Sql;
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'` as Sql;
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`not a SQL number: ${value}`);
  return String(value) as Sql;
}

/** Joins trusted fragments; a bare string in a hole does not compile. */
export function sql(parts: TemplateStringsArray, ...holes: readonly Sql[]): Sql {
  return parts.reduce((text, part, i) => text + part + (holes[i] ?? ''), '') as Sql;
}

/** Fragments with a comma between them. */
export function commaList(parts: readonly Sql[]): Sql {
  return parts.join(', ') as Sql;
}
