import { isoDay } from '../../base/calendar.ts';
import { finished, type Steps } from '../../base/steps.ts';
import type { CellChange } from '../../ipc/extract-findings.ts';
import { median } from './coverage-gaps.ts';

/** Persons by cell and day on days that can be compared, and where the cells are. */
export interface CellDays {
  /** Days since 1970-01-01, ascending. Partial days, and days with hours missing, are left out. */
  readonly days: readonly number[];
  /** Distinct persons of a cell on one of these days, by its index. */
  readonly persons: (cell: number, day: number) => number;
  readonly cells: number;
  /** Cells whose places the reference itself changes: what happens to them is explained. */
  readonly isExplained: (cell: number) => boolean;
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly minimumPersons: number;
}

/** On days on which a cell is used it must have so many times the minimum, so that chance alone does not take it below. */
const clearly = 3;
/** Another cell can only hand over to one so near, metres, among so many nearest. */
const nearMetres = 2000;
const nearest = 3;
/** It must lose this share of its persons, and at least half of those the new cell has. */
const lost = 0.3;
const half = 0.5;
const metresPerDegree = 111_195;
/** Cells that are looked at in a step. */
const cellsOfStep = 256;

/**
 * Cells that begin, end or take over from a neighbour inside the period: an antenna that was switched on or split looks as if people
 * had moved. The rule is ours. A cell counts as used on a day with at least the minimum of persons; fewer and none are not told apart. It
 * begins if it is used on no day before some day and on every day from then on, and ends the other way round; by the median it must have three
 * times the minimum of persons on days of use. Days from Monday to Friday are held against such days only, so that an office on a
 * weekend is no find: days without use must hold a day of the same kind as a day of use. A cell that begins takes over from one of its
 * three nearest within 2 km which from the same day on loses at least 30 % of its persons, by medians, and at least half of
 * those the new one has. Cells the reference moves are left out. Fewer than two days: nothing.
 */
export function cellChanges(seen: CellDays): readonly CellChange[] {
  return finished(findingCellChanges(seen));
}

/** As `cellChanges`, with steps on the way. */
export function* findingCellChanges(seen: CellDays): Steps<readonly CellChange[]> {
  const found: CellChange[] = [];
  for (let cell = 0; cell < seen.cells; cell++) {
    if (cell % cellsOfStep === 0) yield { done: cell, total: seen.cells };
    const change = seen.isExplained(cell) ? undefined : changeOf(seen, cell);
    if (change === undefined) continue;
    const { kind, at } = change;
    const day = isoDay(seen.days[at] ?? 0);
    const other = kind === 'begins' ? handedOver(seen, cell, at) : undefined;
    found.push(other === undefined ? { kind, cell, day } : { kind: 'takesOver', cell, other, day });
    yield { done: cell, total: seen.cells };
  }
  return found;
}

interface Change {
  readonly kind: 'begins' | 'ends';
  /** Index of the first day of the new state. */
  readonly at: number;
}

function changeOf(seen: CellDays, cell: number): Change | undefined {
  const { days, minimumPersons } = seen;
  const persons = days.map((_, day) => seen.persons(cell, day));
  const isUsed = persons.map((count) => count >= minimumPersons);
  const turns = isUsed.flatMap((used, day) => (day > 0 && used !== isUsed[day - 1] ? [day] : []));
  const [at] = turns;
  if (at === undefined || turns.length > 1) return undefined;
  if (median(persons.filter((count) => count >= minimumPersons)) < clearly * minimumPersons) return undefined;
  const kinds = new Set(days.filter((_, day) => isUsed[day]).map(isWeekend));
  if (!days.some((day, i) => !isUsed[i] && kinds.has(isWeekend(day)))) return undefined;
  return { kind: isUsed[at] === true ? 'begins' : 'ends', at };
}

/** 1970-01-01 was a Thursday. */
function isWeekend(day: number): boolean {
  return (day + 3) % 7 >= 5;
}

function handedOver(seen: CellDays, cell: number, at: number): number | undefined {
  const medianOf = (one: number, from: number, to: number): number =>
    median(
      seen.days.slice(from, to).map((_, i) => {
        const count = seen.persons(one, from + i);
        return count >= seen.minimumPersons ? count : 0;
      }),
    );
  const gained = medianOf(cell, at, seen.days.length);
  return nearCells(seen, cell).find((one) => {
    const before = medianOf(one, 0, at);
    const less = before - medianOf(one, at, seen.days.length);
    return before > 0 && less >= lost * before && less >= half * gained;
  });
}

/** The nearest cells, nearest first; the earth is taken as flat over so short a way. */
function nearCells({ latitude, longitude, cells }: CellDays, cell: number): readonly number[] {
  const [y, x] = [latitude[cell] ?? 0, longitude[cell] ?? 0];
  const shrink = Math.cos((y * Math.PI) / 180);
  const near: { readonly one: number; readonly metres: number }[] = [];
  for (let one = 0; one < cells; one++) {
    const north = ((latitude[one] ?? 0) - y) * metresPerDegree;
    if (one === cell || Math.abs(north) > nearMetres) continue;
    const metres = Math.hypot(north, ((longitude[one] ?? 0) - x) * shrink * metresPerDegree);
    if (metres <= nearMetres) near.push({ one, metres });
  }
  return near
    .toSorted((a, b) => a.metres - b.metres)
    .slice(0, nearest)
    .map(({ one }) => one);
}
