import {
  cellFlags,
  type CellChange,
  type CellFlag,
  type ExtractFindings,
} from '../../ipc/extract-findings.ts';
import type { ExtractInMemory } from '../extract-in-memory.ts';
import type { Quarters } from '../extract-risk/survey.ts';
import { siteKinds } from '../place-register.ts';
import { cellChanges } from './cell-changes.ts';
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

type Steps = Generator<{ readonly done: number; readonly total: number }, ExtractFindings>;

/**
 * What looks remarkable about an extract, in one pass over its events; `done` counts rows. `span` are the seconds since 1970 UTC of its
 * first and last event. No count of persons below `minimumPersons` is told, and none of a cell at all: only whether it reached the
 * minimum.
 */
export function* extractFindings(
  extract: ExtractInMemory,
  span: { readonly first: number; readonly last: number },
  minimumPersons: number,
): Steps {
  const quarters = wholeHours(span);
  const days = localDays(quarters, extract.timeZone);
  const counted = yield* eventsCounted(extract.base, extract.latitude.length, quarters, days);
  const events = eventsOfHour(counted.eventsOfQuarter);
  const gaps = coverageGaps(events, quarters.start, (i) => days.hourOfQuarter[i * quartersPerHour] ?? 0);
  const comparable = wholeDays(days, span, quarters, gaps);
  const changes = changesOf(extract, counted, { days, comparable, minimumPersons });
  const shown = shownCells(extract, counted, changes ?? [], minimumPersons);
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
function changesOf(
  { siteKind, latitude, longitude }: ExtractInMemory,
  { personsOfCellDay }: EventsCounted,
  { days, comparable, minimumPersons }: Compared,
): readonly CellChange[] | undefined {
  if (siteKind === undefined || personsOfCellDay === undefined || comparable.length < 2) return undefined;
  return cellChanges({
    days: comparable.map((day) => days.first + day),
    persons: (cell, day) => personsOfCellDay[cell * days.count + (comparable[day] ?? 0)] ?? 0,
    cells: latitude.length,
    isExplained: (cell) => siteKind[cell] !== siteKinds.indexOf('still'),
    latitude,
    longitude,
    minimumPersons,
  });
}

/** Cells that may be shown, and the changes with the numbers they have among these. */
function shownCells(
  { siteKind, latitude, longitude }: ExtractInMemory,
  { personsOfCell }: EventsCounted,
  changes: readonly CellChange[],
  minimumPersons: number,
): Pick<ExtractFindings, 'cells'> & { readonly renumbered: (change: CellChange) => CellChange } {
  const flags = Uint8Array.from(personsOfCell, (persons, cell) => {
    const kind = siteKinds[siteKind?.[cell] ?? 0];
    const known = kind === 'moved' || kind === 'unclear' ? bit(kind) : 0;
    return known + (persons >= minimumPersons ? bit('used') : 0);
  });
  for (const { kind, cell } of changes) flags[cell] = (flags[cell] ?? 0) | bit(kind);
  const shown = [...flags.keys()].filter((cell) => siteKind !== undefined || ((flags[cell] ?? 0) & 1) === 1);
  const newNumber = new Map(shown.map((cell, i) => [cell, i]));
  const column = (degrees: Float64Array): Int32Array =>
    Int32Array.from(shown, (cell) => Math.round((degrees[cell] ?? 0) * millionths));
  return {
    cells: {
      latitude: column(latitude),
      longitude: column(longitude),
      flags: Uint8Array.from(shown, (cell) => flags[cell] ?? 0),
    },
    renumbered: (change) => {
      const cell = newNumber.get(change.cell) ?? 0;
      const other = change.other === undefined ? undefined : newNumber.get(change.other);
      return { kind: change.kind, day: change.day, cell, ...(other === undefined ? {} : { other }) };
    },
  };
}

function bit(flag: CellFlag): number {
  return 1 << cellFlags.indexOf(flag);
}
