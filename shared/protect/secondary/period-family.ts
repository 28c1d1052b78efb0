import { frameOf } from './frame.ts';
import { classesOf, layersIn, type BlockLayers, type Family, type Placed } from './family.ts';
import type { DaysOfBand } from './release.ts';

/** The tables of a zone over the whole period; `footfall` where its bins are the days that frequency counts. */
export interface PeriodTables {
  readonly frequency: Placed;
  readonly catchment: Placed | undefined;
  readonly footfall: Placed | undefined;
  readonly daysOfBands: readonly DaysOfBand[];
}

interface Counts {
  readonly bands: number;
  readonly homes: number;
  readonly days: number;
}

/**
 * Blocks of one zone each: bands of the frequency table, homes of the catchment table, days of footfall and last the
 * visitors of the period, to which bands and homes add up and which no single day exceeds. Persons times days visited
 * lie between what the bands allow at least and at most, and equal the visitors of all days added up.
 */
export function periodFamily(tables: PeriodTables): Family {
  const { frequency, catchment, footfall } = tables;
  const counts = {
    bands: innerLayers(frequency),
    homes: catchment === undefined ? 0 : innerLayers(catchment),
    days: footfall?.layout.times ?? 0,
  };
  const face = counts.bands + counts.homes + counts.days;
  const bands = range(0, counts.bands);
  const homes = range(counts.bands, counts.homes);
  const parts = [bands, homes].filter((part) => part.length > 0);
  const weights = footfall === undefined ? [] : weightsOf(counts, face, tables.daysOfBands);
  return {
    name: 'period',
    frame: frameOf({ ...classesOf(frequency.layout), layers: face + 1, face, parts, weights }),
    count: frequency.layout.blocks,
    tables: [frequency, catchment, footfall].filter((one) => one !== undefined).map(({ index }) => index),
    zones: frequency.layout.zones,
    times: 1,
    layersOf: (block) => layersOfZone(tables, counts, block),
  };
}

function layersOfZone(tables: PeriodTables, counts: Counts, zone: number): BlockLayers {
  const { frequency, catchment, footfall } = tables;
  const bands = layersIn(frequency.index, frequency.layout, zone);
  const homes = catchment === undefined ? [] : layersIn(catchment.index, catchment.layout, zone);
  const classes = frequency.layout.ages * frequency.layout.genders;
  const days = range(zone * counts.days, counts.days).flatMap((block) =>
    footfall === undefined ? [] : [{ table: footfall.index, start: block * classes }],
  );
  const inner = [...bands.slice(0, counts.bands), ...homes.slice(0, counts.homes), ...days];
  const totals = [...bands.slice(counts.bands), ...homes.slice(counts.homes)];
  return [...inner.map((member) => [member]), totals];
}

function innerLayers({ layout }: Placed): number {
  return layout.layers - (layout.layerTotal ? 1 : 0);
}

function weightsOf(
  counts: Counts,
  face: number,
  bands: readonly DaysOfBand[],
): readonly (readonly number[])[] {
  const firstDay = counts.bands + counts.homes;
  const perLayer = (ofLayer: (layer: number) => number) =>
    Array.from({ length: face + 1 }, (_, at) => ofLayer(at));
  const isDay = (layer: number) => layer >= firstDay && layer < face;
  const atLeast = perLayer((layer) => (isDay(layer) ? -1 : (bands[layer]?.low ?? 0)));
  const atMost = perLayer((layer) => (isDay(layer) ? 1 : -(bands[layer]?.high ?? 0)));
  const withinPeriod = range(firstDay, counts.days).map((day) =>
    perLayer((layer) => (layer === day ? 1 : layer === face ? -1 : 0)),
  );
  return [atLeast, atMost, ...withinPeriod];
}

function range(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => from + i);
}
