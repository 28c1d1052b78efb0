import type { CountRange } from '../../ledger/figure-range.ts';
import type { Grid } from '../../ledger/grid.ts';
import { namedFigure } from '../../ledger/group-name.ts';
import type { Steps } from '../../ledger/steps.ts';
import { totalCategory } from '../../products/bands.ts';
import { unknownCategory } from '../../recipe/age-bands.ts';
import { rangeAt, slicesOf, type Group, type Slice } from './slices.ts';
import type { Statement } from './statement.ts';

/** Places looked at: zones that touch sensitive places, or every zone. */
export type Places =
  { readonly kind: 'zones'; readonly zoneIds: ReadonlySet<string> } | { readonly kind: 'any' };

/** What is asked of a table, and who is told. */
export interface LiftSearch {
  readonly grid: Grid;
  readonly places: Places;
  /** A lift above this is a finding. */
  readonly most: number;
  /** Groups of fewer persons are the threshold's business. */
  readonly minimumPersons: number;
  /** A lift that was worked out: its least and greatest value. */
  readonly tried: (least: number, greatest: number) => void;
  readonly found: (statement: Statement) => void;
}

/**
 * How many times as often a group (people of a home, an age, a gender) is at a place as people at large: lift = P(s | g) / P(s), where
 * P is the share of a zone in the persons counted in all finest zones that tell everybody's number. One person counts once in each
 * zone. Rounded and hidden figures leave a range; only a least lift above the limit is a finding. A home's own zone is no place for its
 * people, and a group is only looked at where its figure at the place is published.
 */
export function* lifts(search: LiftSearch): Steps<void> {
  if (search.grid.table.product === 'flows') return;
  const slices = slicesOf(search.grid);
  for (const slice of slices) {
    yield;
    const everybody = totalOf(search.grid, slice.everybody.values());
    for (const group of slice.groups.values()) liftsOfGroup(search, { slice, group, everybody });
  }
}

interface OneGroup {
  readonly slice: Slice;
  readonly group: Group;
  readonly everybody: CountRange;
}

function liftsOfGroup(search: LiftSearch, { slice, group, everybody }: OneGroup): void {
  const { grid } = search;
  const ofGroup = groupTotal(grid, slice, group);
  for (const [zone, row] of group.figures) {
    const all = slice.everybody.get(zone);
    if (all === undefined || !isPlace(search, zone, row)) continue;
    const both = rangeAt(grid, row);
    if (both.low < search.minimumPersons) continue;
    const [share, atLarge] = [shareOf(both, ofGroup), shareOf(rangeAt(grid, all), everybody)];
    const least = share.low / atLarge.high;
    search.tried(least, share.high / atLarge.low);
    if (least > search.most) search.found(statementOf(grid, row, { share: share.low, times: least }));
  }
}

function statementOf(
  grid: Grid,
  row: number,
  { share, times }: { readonly share: number; readonly times: number },
): Statement {
  const { group, persons } = namedFigure(grid, row);
  return {
    kind: 'lift',
    product: grid.table.product,
    group: { ...group, zone: totalCategory },
    category: group,
    persons,
    exceptions: 0,
    share,
    times,
  };
}

/** Least and greatest share of a part in a sum that it belongs to. */
function shareOf(part: CountRange, total: CountRange): CountRange {
  const [leastRest, mostRest] = [Math.max(0, total.low - part.low), Math.max(0, total.high - part.high)];
  return { low: part.low / (part.low + mostRest), high: part.high / (part.high + leastRest) };
}

function isPlace({ grid, places }: LiftSearch, zone: number, row: number): boolean {
  const zoneId = grid.released.zones[zone]?.zoneId ?? '';
  if (places.kind === 'zones' && !places.zoneIds.has(zoneId)) return false;
  const { other, age, gender } = namedFigure(grid, row).group;
  if ([other, age, gender].includes(unknownCategory)) return false;
  return grid.table.product !== 'catchment' || grid.table.other[row] !== zone;
}

/**
 * Persons of a group over the zones that tell everybody's number; where its own is hidden, none to all whom no group of the same
 * breakdown is told of.
 */
function groupTotal(grid: Grid, slice: Slice, { figures, kind }: Group): CountRange {
  const told = slice.told.get(kind);
  let [low, high] = [0, 0];
  for (const [zone, all] of slice.everybody) {
    const row = figures.get(zone);
    const left = Math.max(0, rangeAt(grid, all).high - (told?.get(zone) ?? 0));
    const range = row === undefined ? { low: 0, high: left } : rangeAt(grid, row);
    low += range.low;
    high += range.high;
  }
  return { low, high };
}

function totalOf(grid: Grid, rows: Iterable<number>): CountRange {
  let [low, high] = [0, 0];
  for (const row of rows) {
    const range = rangeAt(grid, row);
    low += range.low;
    high += range.high;
  }
  return { low, high };
}
