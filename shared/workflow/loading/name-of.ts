import type { Source } from '../../extract/source.ts';

/** What a file is called in messages and reports. */
export function nameOf(source: Source): string {
  return source.kind === 'file'
    ? source.name
    : `${source.preset} (${source.persons} persons, ${source.days} days)`;
}
