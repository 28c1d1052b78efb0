import { isoLocal, isoUtc } from '../base/calendar.ts';
import { offsetAt, offsetTable } from '../base/time-zone.ts';
import { allHomes, type Candidate, type CandidateTable } from '../ipc/candidate.ts';
import { totalCategory } from '../products/bands.ts';
import type { GroupStatus, TableRow } from '../products/table-row.ts';
import { unknownCategory } from '../recipe/age-bands.ts';

const statuses: readonly GroupStatus[] = ['published', 'suppressed', 'zero'];

type Part = (row: number) => Partial<TableRow>;

/** The rows that one table of a candidate stands for, in the order of its columns. */
export function* rowsOfTable(candidate: Candidate, table: CandidateTable): Generator<TableRow> {
  const parts = [
    otherPart(candidate, table),
    timePart(candidate, table),
    bandPart(candidate, table),
    labelPart('ageBand', candidate.ages, table.age),
    labelPart('gender', candidate.genders, table.gender),
  ].filter((part) => part !== undefined);
  for (let row = 0; row < table.zone.length; row++) {
    const persons = table.persons[row] ?? -1;
    const estimate = table.estimate[row] ?? -1;
    const trips = table.trips[row] ?? -1;
    yield Object.assign(
      { zoneId: candidate.zones[table.zone[row] ?? -1]?.zoneId ?? '' },
      ...parts.map((part) => part(row)),
      persons >= 0 && { persons },
      estimate >= 0 && { estimate },
      trips >= 0 && { trips },
      { status: statuses[table.status[row] ?? 0] ?? 'suppressed' },
    ) as TableRow;
  }
}

function otherPart({ zones }: Candidate, { product, other }: CandidateTable): Part | undefined {
  if (product === 'flows') return (row) => ({ destinationId: zones[other[row] ?? -1]?.zoneId ?? '' });
  if (product !== 'catchment') return undefined;
  return (row) => {
    const home = other[row] ?? -1;
    if (home === allHomes) return { homeId: totalCategory };
    return { homeId: zones[home]?.zoneId ?? unknownCategory };
  };
}

function timePart({ recipe }: Candidate, { start }: CandidateTable): Part | undefined {
  if (start.length === 0) return undefined;
  let first = Infinity;
  let last = -Infinity;
  for (const value of start) {
    if (value < first) first = value;
    if (value > last) last = value;
  }
  const zone = offsetTable(recipe.timeZone, first - 86_400, last + 86_400);
  const times = new Map<number, Partial<TableRow>>();
  return (row) => {
    const at = start[row] ?? 0;
    const known = times.get(at) ?? { start: isoUtc(at), startLocal: isoLocal(at, offsetAt(zone, at)) };
    times.set(at, known);
    return known;
  };
}

function bandPart(candidate: Candidate, { product, band }: CandidateTable): Part | undefined {
  const labels = product === 'dwell' ? candidate.dwellBands : candidate.frequencyBands;
  return labelPart('band', labels, band);
}

/** A label per row; one more than the last means all together. */
function labelPart(
  name: 'ageBand' | 'gender' | 'band',
  labels: readonly string[],
  column: Int32Array,
): Part | undefined {
  if (column.length === 0) return undefined;
  const parts = [...labels, totalCategory].map((label) => ({ [name]: label }));
  return (row) => parts[column[row] ?? 0] ?? {};
}
