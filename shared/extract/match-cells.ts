import { cellForms, cellKey } from './cell-key.ts';
import type { CellForm } from './profile.ts';

/** Columns and form that name the cell of a row; `area` where the identity stands in two columns. */
export interface CellNaming {
  readonly cell: number;
  readonly area?: number;
  readonly form: CellForm;
  /** Columns that name further cells of the row. */
  readonly further?: readonly Omit<CellNaming, 'form' | 'further'>[];
}

/** Where a file may name cells: columns that may hold one, and pairs of columns that together may. */
export interface CellCandidates {
  readonly rows: readonly (readonly string[])[];
  readonly cells: readonly number[];
  readonly pairs: readonly (readonly [area: number, cell: number])[];
  /** The columns of further cells that stand in the rows beside one. */
  readonly furtherOf?: (cell: number, area: number | undefined) => NonNullable<CellNaming['further']>;
}

/** How events and cell reference name the same cells, and how many different cells of the events it finds. */
export interface CellMatch {
  readonly events: CellNaming;
  readonly reference: CellNaming;
  readonly found: number;
}

interface Named {
  readonly naming: CellNaming;
  readonly keys: ReadonlySet<string>;
  /** Whether identities that are written differently become one. */
  readonly merges: boolean;
}

interface FoundMatch extends CellMatch {
  readonly merges: boolean;
}

const eventRowsLookedAt = 500;
/** A plainer naming is kept unless another finds this many times the cells. */
const clearlyMore = 1.1;
/** A naming that merges identities is taken only when it finds this many times the cells: of a large reference only a part was looked at. */
const merelyMerged = 20;
/** Share of the identities as written that must stay apart. */
const keptApart = 0.9;

/**
 * The namings of events and reference under which most cells of the events are found in the reference; `undefined` when
 * none is found. A pair of columns comes before one column that finds less than twice as many, because the same cell number
 * may be used in several areas; for the same reason a naming that makes one of several identities, such as by their last part, comes
 * last.
 */
export function matchCells(events: CellCandidates, reference: CellCandidates): CellMatch | undefined {
  const known = namedBy(reference);
  const seen = namedBy({ ...events, rows: events.rows.slice(0, eventRowsLookedAt) });
  const matches = seen.flatMap((event) =>
    known.map((one) => ({
      events: event.naming,
      reference: one.naming,
      found: [...event.keys].filter((key) => one.keys.has(key)).length,
      merges: event.merges || one.merges,
    })),
  );
  const pair = best(matches.filter(isPair));
  const single = best(matches.filter((match) => !isPair(match)));
  const chosen = pair && single ? (pair.found * 2 > single.found ? pair : single) : (pair ?? single);
  return chosen && { events: chosen.events, reference: chosen.reference, found: chosen.found };
}

function isPair({ events, reference }: FoundMatch): boolean {
  return events.area !== undefined || reference.area !== undefined;
}

function best(matches: readonly FoundMatch[]): FoundMatch | undefined {
  const apart = mostFound(matches.filter(({ merges }) => !merges));
  const merged = mostFound(matches.filter(({ merges }) => merges));
  if (apart && merged) return apart.found * merelyMerged >= merged.found ? apart : merged;
  return apart ?? merged;
}

function mostFound(matches: readonly FoundMatch[]): FoundMatch | undefined {
  let chosen: FoundMatch | undefined;
  for (const match of matches) if (match.found > (chosen?.found ?? 0) * clearlyMore) chosen = match;
  return chosen;
}

function namedBy({ rows, cells, pairs, furtherOf }: CellCandidates): readonly Named[] {
  const namings: readonly Omit<CellNaming, 'form'>[] = [
    ...cells.map((cell) => ({ cell })),
    ...pairs.map(([area, cell]) => ({ area, cell })),
  ];
  return namings.flatMap((columns) => {
    const further = furtherOf?.(columns.cell, columns.area) ?? [];
    return formsOf(rows, further.length === 0 ? columns : { ...columns, further });
  });
}

/** One entry for each form that reads the values in a way of its own. */
function formsOf(rows: CellCandidates['rows'], columns: Omit<CellNaming, 'form'>): readonly Named[] {
  const forms = columns.area === undefined ? cellForms : (['asWritten', 'whole', 'number', 'hex'] as const);
  const told = new Set<string>();
  const written = new Set(rows.flatMap((row) => keysOfRow({ ...columns, form: 'asWritten' }, row))).size;
  return forms.flatMap((form) => {
    const naming = { ...columns, form };
    const keys = new Set(rows.flatMap((row) => keysOfRow(naming, row)));
    const all = [...keys].join('\n');
    if (told.has(all)) return [];
    told.add(all);
    return [{ naming, keys, merges: keys.size < written * keptApart }];
  });
}

/** The texts by which the cells of a row are known, one where it names no further ones. */
export function keysOfRow(naming: CellNaming, row: readonly string[]): readonly string[] {
  const columns = [naming, ...(naming.further ?? []).map((one) => ({ ...one, form: naming.form }))];
  return columns.map((one) => keyOfRow(one, row)).filter((key) => key !== undefined);
}

/** The text by which a row's cell is known, `undefined` where the row names none. */
export function keyOfRow({ cell, area, form }: CellNaming, row: readonly string[]): string | undefined {
  const text = row[cell]?.trim() ?? '';
  if (text === '' || text === '-') return undefined;
  return area === undefined ? cellKey(form, text) : cellKey(form, text, row[area]?.trim() ?? '');
}
