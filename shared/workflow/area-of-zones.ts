import { Refusal } from '../base/failure.ts';
import type { Steps } from '../base/steps.ts';
import { areaAround, type Area } from '../extract/area.ts';
import type { Source } from '../extract/source.ts';
import { parsingZones } from '../geo/parse-zones.ts';
import type { SourceReader } from '../ports/source-reader.ts';
import { wholeText } from './loading/whole-text.ts';

/** Larger files of zones are not read for a first look. */
const largestBytes = 64 * 1024 * 1024;
/** Points that are gone through in a step. */
const pointsOfStep = 1 << 14;

/** What reading zones for a first look needs; `inSteps` drives long work and stops it where the signal is aborted. */
export interface ZonesLook {
  readonly reader: SourceReader;
  readonly signal: AbortSignal;
  readonly inSteps: <T>(work: Steps<T>) => Promise<T>;
}

/** Where zones lie, for a first look; `undefined` where there are none, or none that can be read, which loading refuses. */
export async function areaOfZones(
  zones: Source | undefined,
  { reader, signal, inSteps }: ZonesLook,
): Promise<Area | undefined> {
  if (zones?.kind !== 'file' || zones.sizeBytes > largestBytes) return undefined;
  try {
    const opened = await reader.open(zones, 'zones', signal);
    return await inSteps(lookingAround(await wholeText(opened, zones.name, signal), zones.name));
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

function* lookingAround(text: string, name: string): Steps<Area | undefined> {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let points = 0;
  for (const { polygons } of yield* parsingZones(text, name))
    for (const ring of polygons.flat())
      for (const [x, y] of ring) {
        [west, east] = [Math.min(west, x), Math.max(east, x)];
        [south, north] = [Math.min(south, y), Math.max(north, y)];
        if (++points % pointsOfStep === 0) yield { done: points, total: points };
      }
  if (points === 0) return undefined;
  return areaAround([
    [west, south],
    [east, north],
  ]);
}
