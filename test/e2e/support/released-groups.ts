import { readFileSync } from 'node:fs';
import { fromUtf8 } from '../../../shared/base/bytes.ts';
import { filesOf } from '../../support/tampered-bundle.ts';

const columns = 'zone_id,start,start_local,persons,status';

/** Persons by `zone|start`, `start` in seconds since 1970, as the table of a bundle on disk has them. */
export function releasedGroups(path: string): ReadonlyMap<string, number> {
  const csv = filesOf(readFileSync(path)).get('data/tables/footfall.csv');
  if (csv === undefined) throw new Error('the bundle holds no table');
  const [head, ...lines] = (fromUtf8(csv) ?? '').trimEnd().split(/\r?\n/);
  if (head !== columns) throw new Error(`the columns are not ${columns}`);
  const groups = new Map(lines.map(groupOf));
  if (groups.size !== lines.length) throw new Error('a group stands twice');
  return groups;
}

function groupOf(line: string): readonly [group: string, persons: number] {
  const [zone, start, , persons, status] = line.split(',');
  if (status !== 'published') throw new Error(`a row that is not published: ${line}`);
  return [`${zone}|${Date.parse(start ?? '') / 1000}`, Number(persons)];
}
