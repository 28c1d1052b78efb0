import type { Mapping } from '../../extract/profile.ts';

/** Whether text is written so that an engine can read it as it lies: UTF-8, and more than one column, so that a blank line is no row. */
export function textDialect({ dialect, roles }: Mapping): boolean {
  return dialect.encoding === 'utf-8' && roles.length > 1;
}
