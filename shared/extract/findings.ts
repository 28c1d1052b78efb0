import { isIn, positionsOf, type Area } from './area.ts';
import { clockFiguresOf, isDay } from './clock-format.ts';
import { degrees } from './column-shape.ts';
import { countryOfRows } from './country-of-rows.ts';
import { degreesBy, fromE7, mayBeE7 } from './degrees-e7.ts';
import { farPositions } from './far-positions.ts';
import { type CellNaming, keysOfRow } from './match-cells.ts';
import type { ColumnRole, Finding, TimeFormat } from './profile.ts';
import { isOtherParty } from './role-names.ts';
import { countsFrom1970, isWritten, timesHaveOffset, yearOrDayOf } from './time-format.ts';

/** What findings are made from: the roles, rows that were looked at, names, and how times are written. */
export interface LookedAt {
  readonly names: readonly string[];
  readonly roles: readonly ColumnRole[];
  readonly rows: readonly (readonly string[])[];
  readonly ragged: number;
  readonly timeFormat: TimeFormat | undefined;
  /** Where other files of the extract lie, as far as they tell. */
  readonly area?: Area | undefined;
  /** Whether positions are whole numbers of 10^-7 degrees. */
  readonly degreesE7?: boolean | undefined;
}

/** Nobody lives farther from the equator, degrees. */
const farthestLatitude = 79;
/** Two positions of one cell farther apart than this, in degrees, are two places. */
const samePlace = 0.01;

/** What the officer should know of a file before it is read; each with what can be done. Nothing is mended here. */
export function findingsOf(look: LookedAt): readonly Finding[] {
  return [
    ...positionFindings(look),
    ...dayOrMonth(look),
    ...yearOrDay(look),
    ...someOffsets(look),
    ...daysAlone(look),
    ...minuteOrSecond(look),
    ...roundedNumbers(look),
    ...areaOrDevice(look),
    ...noPerson(look),
    ...told('raggedRows', [], [look.ragged, look.ragged + look.rows.length], 'none'),
  ];
}

/** A finding, or none where nothing shows it. */
function told(
  kind: Finding['kind'],
  columns: readonly number[],
  [count, of]: readonly [count: number, of: number],
  offer: Finding['offer'],
): readonly Finding[] {
  return count === 0 ? [] : [{ kind, columns: [...columns], count, of, offer }];
}

function positionFindings(look: LookedAt): readonly Finding[] {
  const { roles, rows } = look;
  const columns = [roles.indexOf('latitude'), roles.indexOf('longitude')] as const;
  if (columns.includes(-1)) return [];
  const inDegrees = degreesBy({ degreesE7: look.degreesE7 === true });
  const positions = rows
    .map((row) => columns.map((column) => inDegrees(row[column]?.trim() ?? '')))
    .filter((position) => position.every(Number.isFinite));
  const zero = positions.filter(([y, x]) => y === 0 && x === 0).length;
  const swapped = positions.filter(
    ([y = 0, x = 0]) =>
      Math.abs(y) > farthestLatitude && Math.abs(y) <= 180 && Math.abs(x) <= farthestLatitude,
  ).length;
  const beyond = swapped * 2 > positions.length - zero ? swapped : outsideUnlessSwapped(look);
  const far = farPositions(positions.filter(([y, x]) => y !== 0 || x !== 0));
  const whole = look.degreesE7 === true ? 0 : wholeDegrees(look, columns);
  return [
    ...told('zeroPosition', columns, [zero, positions.length], 'zeroIsMissing'),
    ...told('farPositions', columns, [beyond > 0 ? 0 : far, positions.length], 'none'),
    ...told('axesSwapped', columns, [beyond, positions.length], 'swapAxes'),
    ...told('wholeDegrees', columns, [whole, rows.length], 'degreesE7'),
  ];
}

/** How many positions are no degrees and may be whole numbers of 10^-7 degrees, where most are. */
function wholeDegrees({ rows }: LookedAt, [latitude, longitude]: readonly [number, number]): number {
  const may = rows.filter(
    (row) => mayBeE7(row[latitude]?.trim() ?? '', 90) && mayBeE7(row[longitude]?.trim() ?? '', 180),
  ).length;
  return may * 2 > rows.length ? may : 0;
}

/**
 * How many positions lie in the area of other files, or in the country that the rows name, with the axes swapped, where most do and hardly
 * any does as it stands.
 */
function outsideUnlessSwapped({ names, roles, rows, degreesE7, area: near }: LookedAt): number {
  const area = near ?? countryOfRows(names, rows);
  if (!area) return 0;
  const positions = positionsOf(roles, rows, degreesBy({ degreesE7: degreesE7 === true }));
  const asIs = positions.filter(([x, y]) => isIn(area, x, y)).length;
  const swapped = positions.filter(([x, y]) => isIn(area, y, x)).length;
  return swapped * 2 > positions.length && asIs * 10 < swapped ? swapped : 0;
}

const monthFirstOf = { dayFirst: 'monthFirst', dayFirstMarks: 'monthFirstMarks' } as const;

function dayOrMonth(look: LookedAt): readonly Finding[] {
  const { timeFormat } = look;
  if (timeFormat !== 'dayFirst' && timeFormat !== 'dayFirstMarks') return [];
  const { column, times } = timesOf(look, timeFormat);
  const either = times.filter((text) => isWritten(monthFirstOf[timeFormat], text)).length;
  return either === times.length ? told('dayOrMonth', [column], [either, times.length], 'monthFirst') : [];
}

/** The column of times, and those that are written in a format. */
function timesOf(
  { roles, rows }: LookedAt,
  format: TimeFormat,
): { readonly column: number; readonly times: readonly string[] } {
  const column = roles.findIndex((role) => role === 'time' || role === 'asOf');
  const times = column === -1 ? [] : rows.map((row) => row[column]?.trim() ?? '');
  return { column, times: times.filter((text) => isWritten(format, text)) };
}

/** Two figures that can be the year or the day, and twelve that can begin with a year of four figures or of two. */
function yearOrDay(look: LookedAt): readonly Finding[] {
  const { timeFormat } = look;
  if (timeFormat !== 'dayFirst' && timeFormat !== 'shortYearFirst' && timeFormat !== 'compact') return [];
  const { column, times } = timesOf(look, timeFormat);
  const all = [times.length, times.length] as const;
  if (timeFormat === 'compact')
    return times.every((text) => isWritten('shortYearFirst', text))
      ? told('yearOfFourOrTwo', [column], all, 'shortYearFirst')
      : [];
  if (yearOrDayOf(times, timeFormat === 'dayFirst' ? timeFormat : 'shortDayFirst') !== 'open') return [];
  return timeFormat === 'dayFirst'
    ? told('dayOrYear', [column], all, 'shortYearFirst')
    : told('yearOrDay', [column], all, 'shortDayFirst');
}

/** Times of which some say their offset from UTC and others do not: those of one kind are read by what holds for the other. */
function someOffsets(look: LookedAt): readonly Finding[] {
  const { timeFormat } = look;
  if (timeFormat === undefined || countsFrom1970(timeFormat) || look.roles.includes('clock')) return [];
  const { column, times } = timesOf(look, timeFormat);
  const stating = times.filter((time) => timesHaveOffset(timeFormat, [time])).length;
  return stating === times.length ? [] : told('someOffsets', [column], [stating, times.length], 'none');
}

/** Events of which most say the day alone: all of a day would be held to happen at midnight. */
function daysAlone({ roles, rows }: LookedAt): readonly Finding[] {
  const column = roles.indexOf('time');
  if (column === -1 || roles.includes('clock')) return [];
  const days = rows.filter((row) => isDay(row[column]?.trim() ?? '')).length;
  return days * 2 > rows.length ? told('daysAlone', [column], [days, rows.length], 'none') : [];
}

/** Times of day of four figures or fewer, none of which tells whether they are hours and minutes or what is left without leading zeros. */
function minuteOrSecond({ roles, rows }: LookedAt): readonly Finding[] {
  const column = roles.indexOf('clock');
  const found = column === -1 ? undefined : clockFiguresOf(rows.map((row) => row[column]?.trim() ?? ''));
  return found?.isOpen === true
    ? told('minuteOrSecond', [column], [rows.length, rows.length], 'hoursAndMinutes')
    : [];
}

function roundedNumbers({ roles, rows }: LookedAt): readonly Finding[] {
  return roles.flatMap((role, column) => {
    if (role !== 'person' && role !== 'cell' && role !== 'time') return [];
    const rounded = role === 'time' ? /^\d\d?:\d\d\.\d$|^\d[.,]\d+[eE]\+\d+$/ : /^\d([.,]\d+)?[eE]\+\d+$/;
    const count = rows.filter((row) => rounded.test(row[column]?.trim() ?? '')).length;
    return told('roundedNumbers', [column], [count, rows.length], 'exportAgain');
  });
}

function areaOrDevice({ roles, rows, names }: LookedAt): readonly Finding[] {
  const area = roles.indexOf('area');
  if (names[area]?.trim().toLowerCase() !== 'tac') return [];
  return told('areaOrDevice', [area], [rows.length, rows.length], 'ignoreArea');
}

/** Events that tell of the other party and of nobody else, as files of one person each do. */
function noPerson({ roles, names, rows }: LookedAt): readonly Finding[] {
  if (!roles.includes('time') || roles.includes('person')) return [];
  const others = names.flatMap((name, column) => (isOtherParty(name) ? [column] : []));
  return others.length === 0 ? [] : told('noPerson', others, [rows.length, rows.length], 'none');
}

/** Cells a reference puts in several places, where it does not say from when to when each holds; asked only where rows have one place. */
export function movingCells({ roles, rows }: LookedAt, naming: CellNaming): readonly Finding[] {
  if ((['validFrom', 'validTo', 'furtherLatitude'] as const).some((role) => roles.includes(role))) return [];
  const columns = [roles.indexOf('latitude'), roles.indexOf('longitude')];
  if (columns.includes(-1)) return [];
  const places = new Map<string, readonly number[]>();
  const moving = new Set<string>();
  for (const row of rows) {
    const place = columns.map((column) => degreesOrE7(row[column]?.trim() ?? ''));
    for (const key of keysOfRow(naming, row)) {
      const before = places.get(key);
      if (!before) places.set(key, place);
      else if (before.some((value, i) => Math.abs(value - (place[i] ?? 0)) > samePlace)) moving.add(key);
    }
  }
  return told('cellMoves', [naming.cell], [moving.size, places.size], 'none');
}

const degreesOrE7 = (text: string): number => (mayBeE7(text, 180) ? fromE7(text) : degrees(text));

/** Rows of the events whose cell a reference does not hold; asked only where all of the reference was looked at. */
export function unknownCells(
  events: LookedAt,
  naming: CellNaming,
  known: ReadonlySet<string>,
): readonly Finding[] {
  const keys = events.rows.flatMap((row) => keysOfRow(naming, row));
  const count = keys.filter((key) => !known.has(key)).length;
  return told('cellsUnknown', [naming.cell], [count, keys.length], 'none');
}
