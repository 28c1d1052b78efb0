import type { Steps } from '../../base/steps.ts';
import {
  cellFlags,
  type CellChange,
  type CellFlag,
  type ExtractFindings,
} from '../../ipc/extract-findings.ts';
import type { ExtractInMemory } from '../extract-in-memory.ts';
import type { Quarters } from '../extract-risk/survey.ts';
import { siteKinds } from '../place-register.ts';
import { findingCellChanges } from './cell-changes.ts';
import { coverageGaps } from './coverage-gaps.ts';
import { joinedBins } from './events-per-person.ts';
import { eventsCounted, type EventsCounted } from './events-pass.ts';
import { localDays, type LocalDays } from './local-days.ts';
import { wholeDays } from './whole-days.ts';

/** As many gaps, and as many changed cells, are listed. */
const mostListed = 200;
const hour = 3600;
const quartersPerHour = 4;
const millionths = 1e6;

/** Cells that are looked at in a step. */
const cellsOfStep = 1 << 16;

/**
 * What looks remarkable about an extract, in one pass over its events; `done` counts rows. `span` are the seconds since 1970 UTC of its
 * first and last event. No count of persons below `minimumPersons` is told, and none of a cell at all: only whether it reached the
 * minimum.
 */
export function* extractFindings(
  extract: ExtractInMemory,
  span: { readonly first: number; readonly last: number },
  minimumPersons: number,
): Steps<ExtractFindings> {
  const quarters = wholeHours(span);
  const days = localDays(quarters, extract.timeZone);
  const counted = yield* eventsCounted(extract.base, extract.latitude.length, quarters, days);
  const events = eventsOfHour(counted.eventsOfQuarter);
  yield halfway;
  const gaps = coverageGaps(events, quarters.start, (i) => days.hourOfQuarter[i * quartersPerHour] ?? 0);
  yield halfway;
  const comparable = wholeDays(days, span, quarters, gaps);
  const changes = yield* changesOf(extract, counted, { days, comparable, minimumPersons });
  const shown = yield* shownCells(extract, counted, changes ?? [], minimumPersons);
  return {
    minimumPersons,
    gaps: gaps.toSorted((a, b) => b.hours - a.hours).slice(0, mostListed),
    gapsFound: gaps.length,
    gapHours: gaps.reduce((sum, { hours }) => sum + hours, 0),
    eventsPerPerson: [...joinedBins(counted.personsOfBin, minimumPersons)],
    cells: shown.cells,
    hasReference: extract.siteKind !== undefined,
    ...(changes && { changes: changes.slice(0, mostListed).map(shown.renumbered) }),
    changesFound: changes?.length ?? 0,
  };
}

const halfway = { done: 1, total: 2 };

function wholeHours({ first, last }: { readonly first: number; readonly last: number }): Quarters {
  const start = Math.floor(first / hour) * hour;
  return { start, count: (Math.floor((last - start) / hour) + 1) * quartersPerHour };
}

function eventsOfHour(eventsOfQuarter: Int32Array): readonly number[] {
  return Array.from({ length: eventsOfQuarter.length / quartersPerHour }, (_, i) =>
    eventsOfQuarter
      .subarray(i * quartersPerHour, (i + 1) * quartersPerHour)
      .reduce((sum, events) => sum + events, 0),
  );
}

interface Compared {
  readonly days: LocalDays;
  /** Days that can be compared, counted from the first day. */
  readonly comparable: readonly number[];
  readonly minimumPersons: number;
}

/** Positions that events state are no cells; fewer than two days that can be compared say nothing. */
function* changesOf(
  { siteKind, latitude, longitude }: ExtractInMemory,
  { personsOfCellDay }: EventsCounted,
  { days, comparable, minimumPersons }: Compared,
): Steps<readonly CellChange[] | undefined> {
  if (siteKind === undefined || personsOfCellDay === undefined || comparable.length < 2) return undefined;
  return yield* findingCellChanges({
    days: comparable.map((day) => days.first + day),
    persons: (cell, day) => personsOfCellDay[cell * days.count + (comparable[day] ?? 0)] ?? 0,
    cells: latitude.length,
    isExplained: (cell) => siteKind[cell] !== siteKinds.indexOf('still'),
    latitude,
    longitude,
    minimumPersons,
  });
}

interface Shown extends Pick<ExtractFindings, 'cells'> {
  readonly renumbered: (change: CellChange) => CellChange;
}

/** Cells that may be shown, and the changes with the numbers they have among these. */
function* shownCells(
  extract: Pick<ExtractInMemory, 'siteKind' | 'latitude' | 'longitude'>,
  { personsOfCell }: EventsCounted,
  changes: readonly CellChange[],
  minimumPersons: number,
): Steps<Shown> {
  const flags = Uint8Array.from(personsOfCell, (persons, cell) => {
    const kind = siteKinds[extract.siteKind?.[cell] ?? 0];
    const known = kind === 'moved' || kind === 'unclear' ? bit(kind) : 0;
    return known + (persons >= minimumPersons ? bit('used') : 0);
  });
  for (const { kind, cell } of changes) flags[cell] = (flags[cell] ?? 0) | bit(kind);
  yield halfway;
  const newNumber = new Int32Array(flags.length).fill(-1);
  const shown = new Int32Array(flags.length);
  let count = 0;
  for (let cell = 0; cell < flags.length; cell++) {
    if (cell % cellsOfStep === 0) yield { done: cell, total: flags.length };
    if (extract.siteKind === undefined && ((flags[cell] ?? 0) & 1) === 0) continue;
    newNumber[cell] = count;
    shown[count++] = cell;
  }
  return {
    cells: yield* columnsOf(extract, flags, shown.subarray(0, count)),
    renumbered: (change) => {
      const cell = Math.max(0, newNumber[change.cell] ?? 0);
      const other = change.other === undefined ? -1 : (newNumber[change.other] ?? -1);
      return { kind: change.kind, day: change.day, cell, ...(other === -1 ? {} : { other }) };
    },
  };
}

function* columnsOf(
  { latitude, longitude }: Pick<ExtractInMemory, 'latitude' | 'longitude'>,
  flags: Uint8Array,
  shown: Int32Array,
): Steps<ExtractFindings['cells']> {
  const columns = {
    latitude: new Int32Array(shown.length),
    longitude: new Int32Array(shown.length),
    flags: new Uint8Array(shown.length),
  };
  for (const [i, cell] of shown.entries()) {
    columns.latitude[i] = Math.round((latitude[cell] ?? 0) * millionths);
    columns.longitude[i] = Math.round((longitude[cell] ?? 0) * millionths);
    columns.flags[i] = flags[cell] ?? 0;
    if (i % cellsOfStep === 0) yield { done: i, total: shown.length };
  }
  return columns;
}

function bit(flag: CellFlag): number {
  return 1 << cellFlags.indexOf(flag);
}
