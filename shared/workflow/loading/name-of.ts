import type { Source } from '../../extract/source.ts';

/** What a file is called in messages and reports. */
export function nameOf(source: Source): string {
  if (source.kind !== 'demo') return source.name;
  return `${source.preset} (${source.persons} persons, ${source.days} days)`;
}
