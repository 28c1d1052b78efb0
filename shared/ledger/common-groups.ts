import { axisNames } from './axes.ts';
import type { Finding } from './finding.ts';
import type { Grid } from './grid.ts';
import { namedFigure } from './group-name.ts';
import { nestedPairs } from './nested-pairs.ts';
import type { Steps } from './steps.ts';
import { stretchKey } from './stretch.ts';

/** What the groups that two releases share say, and which rows of the later one the earlier does not show. */
export interface CommonGroups {
  readonly findings: readonly Finding[];
  readonly isNew: (row: number) => boolean;
}

/**
 * Groups that both releases know must bear the same figure: another one tells who came, left or objected in between, or
 * lets noise be averaged out; one that was hidden and now is not undoes what hiding it protected. The same goes for trips
 * where both tell them.
 */
export function* commonGroups(earlier: Grid, later: Grid, earlierId: string): Steps<CommonGroups> {
  const findings: Finding[] = [];
  const isKnown = new Uint8Array(later.table.zone.length);
  const { product } = later.table;
  yield* nestedPairs({ inner: later, outer: earlier }, (row, before, reach) => {
    if (reach !== 0) return;
    isKnown[row] = 1;
    if (isSame({ grid: earlier, row: before }, { grid: later, row })) return;
    findings.push({
      code: 'figure-changed',
      product,
      earlier: earlierId,
      larger: namedFigure(earlier, before, earlierId),
      smaller: namedFigure(later, row),
    });
  });
  const couldShow = later.axes.map((_, axis) => shownBefore(earlier, later, axis));
  for (const row of later.rows)
    if (isKnown[row] === 0 && later.axes.every(({ column }, axis) => couldShow[axis]?.[column[row] ?? 0]))
      findings.push({ code: 'newly-shown', product, earlier: earlierId, smaller: namedFigure(later, row) });
  return { findings, isNew: (row) => isKnown[row] === 0 };
}

interface Group {
  readonly grid: Grid;
  readonly row: number;
}

/** Whether two rows of one group say the same, as far as both releases tell it. */
function isSame(earlier: Group, later: Group): boolean {
  const [before, after] = [tripsOf(earlier), tripsOf(later)];
  const isToldTwice = before !== undefined && after !== undefined;
  return personsOf(earlier) === personsOf(later) && (before === after || !isToldTwice);
}

function personsOf({ grid: { table }, row }: Group): number | undefined {
  return table.persons[row];
}

/** Trips of a group, -1 where they are left out; undefined where the table tells none at all. */
function tripsOf({ grid: { table, released }, row }: Group): number | undefined {
  return table.product === 'flows' && released.recipe.trips ? (table.trips?.[row] ?? -1) : undefined;
}

/** For each value of the later release whether the earlier one had it too. A grid has all its cells, listed or not. */
function shownBefore(earlier: Grid, later: Grid, at: number): readonly boolean[] {
  const [before, after] = [earlier.axes[at], later.axes[at]];
  const { zones, levels } = earlier.released.recipe;
  const shown = new Set((before?.places ?? []).slice(0, before?.shown).map(stretchKey));
  const ofZones = axisNames[at] === 'zone' || axisNames[at] === 'other';
  return (after?.places ?? []).map((place, value) => {
    const zone = ofZones && later.axes[at] !== undefined ? later.released.zones[value] : undefined;
    const isOfGrid = zones.kind === 'h3' && zone !== undefined && hasZones(later, at);
    if (isOfGrid) return zone.level === 0 || levels.includes(zone.level);
    return shown.has(stretchKey(place));
  });
}

function hasZones({ table }: Grid, at: number): boolean {
  return axisNames[at] === 'zone' || table.other.length > 0;
}
