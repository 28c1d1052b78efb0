import { parsingPlaces } from '../../extract/parse-places.ts';
import { refusingOverlaps } from '../../geo/overlapping-zones.ts';
import { parsingZones } from '../../geo/parse-zones.ts';
import { parsingPopulation, type PopulationFile } from '../../products/population-file.ts';
import type { SensitivePlace } from '../../geo/masked-cells.ts';
import type { ZoneShape } from '../../geo/zone-shape.ts';
import type { ExtractInMemory } from '../extract-in-memory.ts';
import type { ExtractFiles } from './extract-files.ts';
import { nameOf } from './name-of.ts';

/** What an extract brings beside its tables. */
export type Shapes = Pick<ExtractInMemory, 'polygons' | 'places' | 'population'>;

/** Reads zones, sensitive places and numbers of inhabitants, where there are such files. */
export async function readShapes(files: ExtractFiles): Promise<Shapes> {
  return {
    polygons: await readZones(files),
    places: await readPlaces(files),
    population: await readPopulation(files),
  };
}

async function readZones(files: ExtractFiles): Promise<readonly ZoneShape[]> {
  const { zones } = files.order.sources;
  if (!zones) return [];
  const shapes = await files.inSteps(parsingZones(await files.text(zones, 'zones'), nameOf(zones)));
  await files.inSteps(refusingOverlaps(shapes, nameOf(zones)));
  return shapes;
}

async function readPlaces(files: ExtractFiles): Promise<readonly SensitivePlace[]> {
  const { places } = files.order.sources;
  if (!places) return [];
  return files.inSteps(parsingPlaces(await files.text(places, 'places'), nameOf(places)));
}

async function readPopulation(files: ExtractFiles): Promise<PopulationFile | undefined> {
  const { population } = files.order.sources;
  if (!population) return undefined;
  const name = nameOf(population);
  const text = await files.text(population, 'population');
  return { name, rows: await files.inSteps(parsingPopulation(text, name)) };
}
