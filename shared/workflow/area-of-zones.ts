import { Refusal } from '../base/failure.ts';
import { areaAround, type Area } from '../extract/area.ts';
import type { Source } from '../extract/source.ts';
import { parseZones } from '../geo/parse-zones.ts';
import type { SourceReader } from '../ports/source-reader.ts';
import { wholeText } from './loading/whole-text.ts';

/** Larger files of zones are not read for a first look. */
const largestBytes = 64 * 1024 * 1024;

/** Where zones lie, for a first look; `undefined` where there are none, or none that can be read, which loading refuses. */
export async function areaOfZones(
  reader: SourceReader,
  zones: Source | undefined,
  signal: AbortSignal,
): Promise<Area | undefined> {
  if (zones?.kind !== 'file' || zones.sizeBytes > largestBytes) return undefined;
  try {
    const opened = await reader.open(zones, 'zones', signal);
    const shapes = parseZones(await wholeText(opened, zones.name, signal), zones.name);
    return areaAround(shapes.flatMap(({ polygons }) => polygons.flat(2)));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
