import { isoLocal, isoUtc } from '../base/calendar.ts';
import { offsetAt, offsetTable } from '../base/time-zone.ts';
import type { Candidate } from '../ipc/vault-contract.ts';
import type { FootfallRow, GroupStatus } from '../products/footfall-table.ts';

const statuses: readonly GroupStatus[] = ['published', 'suppressed', 'zero'];

/** The rows of `footfall.csv` that a candidate's columns stand for. */
export function* rowsOfCandidate(candidate: Candidate): Generator<FootfallRow> {
  const { rowZone, rowStart, rowClass, rowPersons, rowStatus, zones, classes, recipe } = candidate;
  const first = rowStart.reduce((low, start) => Math.min(low, start), rowStart[0] ?? 0);
  const last = rowStart.reduce((high, start) => Math.max(high, start), 0);
  const zone = offsetTable(recipe.timeZone, first - 86_400, last + 86_400);
  const labels = classes.map(({ ageBand, gender }) => ({
    ...(ageBand !== undefined && { ageBand }),
    ...(gender !== undefined && { gender }),
  }));
  const times = new Map<number, { readonly start: string; readonly startLocal: string }>();
  const timesOf = (start: number): { readonly start: string; readonly startLocal: string } => {
    const known = times.get(start) ?? {
      start: isoUtc(start),
      startLocal: isoLocal(start, offsetAt(zone, start)),
    };
    times.set(start, known);
    return known;
  };
  for (let row = 0; row < rowZone.length; row++) {
    const status = statuses[rowStatus[row] ?? 0] ?? 'suppressed';
    const persons = rowPersons[row] ?? -1;
    yield {
      zoneId: zones[rowZone[row] ?? -1]?.zoneId ?? '',
      ...timesOf(rowStart[row] ?? 0),
      ...labels[rowClass[row] ?? -1],
      ...(persons >= 0 && { persons }),
      status,
    };
  }
}
