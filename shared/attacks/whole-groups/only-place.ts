import { rangeOfFigure } from '../../ledger/figure-range.ts';
import type { Grid } from '../../ledger/grid.ts';
import { namedFigure } from '../../ledger/group-name.ts';
import { unknownCategory } from '../../recipe/age-bands.ts';
import type { Statement } from './statement.ts';

interface Places {
  readonly published: number[];
  zeros: number;
}

/**
 * People of one home who are told of in a single zone, while every other zone says that nobody of them was there: everybody from that
 * home in the table was at that place. Needs empty groups to be shown; their own home zone is no news.
 */
export function onlyPlaces(grid: Grid, found: (statement: Statement) => void): void {
  const { table, released } = grid;
  if (table.product !== 'catchment') return;
  const finest = released.zones.filter(({ level }) => level === 0).length;
  if (finest < 2) return;
  const groups = new Map<string, Places>();
  table.status.forEach((status, row) => {
    if (status === 1 || released.zones[table.zone[row] ?? -1]?.level !== 0) return;
    const key = `${table.other[row]} ${table.age[row]} ${table.gender[row]}`;
    const places = groups.get(key) ?? { published: [], zeros: 0 };
    groups.set(key, places);
    if (status === 0) places.published.push(row);
    else places.zeros += 1;
  });
  for (const { published, zeros } of groups.values()) {
    const [row] = published;
    if (row === undefined || published.length > 1 || zeros < finest - 1) continue;
    const { group, persons } = namedFigure(grid, row);
    if (isNoNews(grid, row) || [group.other, group.age, group.gender].includes(unknownCategory)) continue;
    if (rangeOfFigure(persons, released.recipe).low < 1) continue;
    const { zone: _, ...people } = group;
    found({
      kind: 'everyone',
      product: table.product,
      group: { ...people, zone: 'all' },
      category: group,
      persons,
      exceptions: 0,
      share: 1,
    });
  }
}

/** Their own home zone, or all homes together. */
function isNoNews({ table }: Grid, row: number): boolean {
  const home = table.other[row] ?? -1;
  return home < 0 || home === table.zone[row];
}
