import { zoneStates } from '../../../../shared/ipc/view.ts';
import type { InspectedBundle } from '../../../../shared/ipc/inspected-bundle.ts';
import type { TimeStrip, ZoneProfile, ZoneValues } from '../../../../shared/ipc/view.ts';
import { binSeconds } from './bin-seconds.ts';

export type Contents = NonNullable<InspectedBundle['contents']>;
type Bin = number | 'total';

const empty = zoneStates.indexOf('empty');
const hidden = zoneStates.indexOf('suppressed');
const published = zoneStates.indexOf('published');
/** Codes of `rowStatus`. */
const row = { published: 0, suppressed: 1, zero: 2 } as const;

/**
 * State of a place no row of the table speaks of. Where hidden groups are listed and empty ones are told apart, silence
 * means nobody; otherwise it may hide too few.
 */
function silent({ recipe }: Contents): number {
  return recipe.suppressedGroups === 'list' && recipe.zeroGroups === 'shown' ? empty : hidden;
}

/** Folds one row into the state of its place: a figure outranks hidden, hidden outranks nobody. */
function outranking(status: number, soFar: number): number {
  if (status === row.published || soFar === published) return published;
  return status === row.suppressed || soFar === hidden ? hidden : empty;
}

interface Place {
  readonly count: number;
  /** Which place a row belongs to; negative when it belongs to none of them. */
  readonly of: (index: number) => number;
}

function gather(contents: Contents, place: Place): ZoneValues {
  const { rowStatus, rowPersons } = contents;
  const unseen = 255;
  const states = new Uint8Array(place.count).fill(unseen);
  const values = new Int32Array(place.count);
  for (let i = 0; i < rowStatus.length; i++) {
    const at = place.of(i);
    if (at < 0) continue;
    const status = rowStatus[i] ?? row.suppressed;
    const soFar = states[at] ?? unseen;
    states[at] = outranking(status, soFar === unseen ? empty : soFar);
    if (status === row.published) values[at] = (values[at] ?? 0) + Math.max(0, rowPersons[i] ?? 0);
  }
  const rest = silent(contents);
  return { states: states.map((state) => (state === unseen ? rest : state)), values };
}

/** One value per zone at a bin, or summed over all of them, from the released rows alone. */
export function bundleZoneValues(contents: Contents, bin: Bin): ZoneValues {
  const { rowZone, rowBin, zones } = contents;
  return gather(contents, {
    count: zones.length,
    of: (i) => (bin === 'total' || rowBin[i] === bin ? (rowZone[i] ?? -1) : -1),
  });
}

/** The bins of the release with the sum of their released figures. */
export function bundleStrip(contents: Contents): TimeStrip {
  const { starts, rowBin, recipe } = contents;
  const { values } = gather(contents, { count: starts.length, of: (i) => rowBin[i] ?? -1 });
  return { starts, seconds: binSeconds(starts, recipe.timeBin, recipe.timeZone), values };
}

/** What the bundle says of one zone over time, and of its groups at a bin. */
export function bundleZoneProfile(contents: Contents, zone: number, bin: Bin): ZoneProfile {
  const { rowZone, rowBin, rowClass, rowPersons, rowStatus, classes, starts } = contents;
  const series = gather(contents, {
    count: starts.length,
    of: (i) => (rowZone[i] === zone ? (rowBin[i] ?? -1) : -1),
  });
  const rows = [...rowZone.keys()].filter((i) => rowZone[i] === zone);
  const having = (status: number) => rows.filter((i) => rowStatus[i] === status).length;
  const sums = new Map<number, number | undefined>();
  for (const i of rows.filter((at) => bin === 'total' || rowBin[at] === bin)) {
    const group = rowClass[i] ?? 0;
    const before = sums.get(group);
    sums.set(group, rowStatus[i] === row.published ? (before ?? 0) + (rowPersons[i] ?? 0) : before);
  }
  const groups = [...sums.entries()]
    .toSorted(([a], [b]) => a - b)
    .map(([group, persons]) => ({ ...classes[group], ...(persons === undefined ? {} : { persons }) }));
  return {
    zone,
    ...series,
    publishedGroups: having(row.published),
    suppressedGroups: having(row.suppressed),
    groups,
  };
}
