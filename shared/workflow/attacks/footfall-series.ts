import { centresOfDegrees } from '../../attacks/recovery/zone-plane.ts';
import type { noSeries } from '../../evidence/attack-gates.ts';
import type { Released, ReleasedTable, ReleasedZone } from '../../ledger/released.ts';
import { seriesClock, type SeriesClock } from './series-clock.ts';

/** Released footfall of everybody together, as a reader puts it in order: bins by zones of the finest level. */
export interface FootfallSeries {
  readonly clock: SeriesClock;
  /** Indices of the finest zones among the release's zones. */
  readonly zones: Int32Array;
  /** Figure of zone z in bin t at `t * zones + z`; `NaN` where hidden. */
  readonly figures: Float64Array;
  /** East and north of each zone's centre in turn, metres. */
  readonly centres: Float64Array;
}

/** Why there is no series to follow anybody through. */
export type NoSeries = (typeof noSeries)[number];

/**
 * Brings released footfall into order. Where a release breaks persons down and tells no totals, what is published of a zone and bin
 * is added up.
 */
export function footfallSeries(released: Released): FootfallSeries | NoSeries {
  const table = released.tables.find(({ product }) => product === 'footfall');
  if (!table || table.zone.length === 0) return 'no-footfall';
  const clock = seriesClock(released.recipe);
  if (!clock) return 'too-coarse';
  const zones = Int32Array.from(released.zones.keys()).filter((zone) => released.zones[zone]?.level === 0);
  const place = new Int32Array(released.zones.length).fill(-1);
  zones.forEach((zone, at) => {
    place[zone] = at;
  });
  const figures = new Float64Array(clock.days * clock.binsPerDay * zones.length).fill(Number.NaN);
  const isWanted = wholeOrParts(table, released);
  table.zone.forEach((zone, row) => {
    const bin = clock.binAt(table.start[row] ?? 0);
    const at = place[zone] ?? -1;
    const figure = table.persons[row] ?? -1;
    if (bin === -1 || at === -1 || figure < 0 || !isWanted(row)) return;
    const index = bin * zones.length + at;
    const before = figures[index] ?? Number.NaN;
    figures[index] = (Number.isNaN(before) ? 0 : before) + figure;
  });
  const degrees = Float64Array.from([...zones].flatMap((zone) => middleOf(released.zones[zone])));
  return { clock, zones, figures, centres: centresOfDegrees(degrees) };
}

/** Rows of everybody together where there are any, otherwise all rows, which are then parts. */
function wholeOrParts({ age, gender }: ReleasedTable, { ages, genders }: Released): (row: number) => boolean {
  const isWhole = (row: number): boolean =>
    (age.length === 0 || age[row] === ages.length) && (gender.length === 0 || gender[row] === genders.length);
  const hasWhole = age.some((_, row) => isWhole(row)) || gender.some((_, row) => isWhole(row));
  return hasWhole || (age.length === 0 && gender.length === 0) ? isWhole : () => true;
}

/** Middle of the box around a zone, longitude and latitude. */
function middleOf(zone: ReleasedZone | undefined): readonly [number, number] {
  const points = (zone?.polygons ?? []).flatMap(([outer]) => outer ?? []);
  const middle = (axis: 0 | 1): number => {
    const values = points.map((point) => point[axis]);
    return (
      (values.reduce((a, b) => Math.min(a, b), Infinity) +
        values.reduce((a, b) => Math.max(a, b), -Infinity)) /
      2
    );
  };
  return points.length === 0 ? [0, 0] : [middle(0), middle(1)];
}
