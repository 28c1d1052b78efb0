import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import worldUrl from 'world-atlas/countries-50m.json?url';
import type { BasemapParts } from './basemap-parts.ts';

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

/** Land and borders of the whole earth, shipped with the application. */
export async function worldBasemap(): Promise<BasemapParts> {
  const answer = await fetch(worldUrl);
  const world = (await answer.json()) as World;
  return {
    sources: {
      land: { type: 'geojson', data: feature(world, world.objects.land) },
      borders: {
        type: 'geojson',
        data: mesh(world, world.objects.countries, (a, b) => a !== b),
      },
    },
    below: (colors) => [
      { id: 'world-sea', type: 'background', paint: { 'background-color': colors.water } },
      { id: 'world-land', type: 'fill', source: 'land', paint: { 'fill-color': colors.back } },
    ],
    above: (colors) => [
      {
        id: 'world-border',
        type: 'line',
        source: 'borders',
        paint: { 'line-color': colors.text, 'line-width': 1, 'line-opacity': 0.45 },
      },
      {
        id: 'world-coast',
        type: 'line',
        source: 'land',
        paint: { 'line-color': colors.text, 'line-width': 0.8, 'line-opacity': 0.3 },
      },
    ],
    attribution: 'Natural Earth',
  };
}
