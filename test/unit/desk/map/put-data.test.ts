import { expect, it } from 'vitest';
import { putData, withoutEmpty } from '../../../../renderer/desk/features/map/put-data.ts';
import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, Map as LibreMap } from 'maplibre-gl';

const nothing: FeatureCollection = { type: 'FeatureCollection', features: [] };
const something: FeatureCollection = {
  type: 'FeatureCollection',
  features: [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [0, 0] } }],
};

/** A map whose layers `edge` and `line` are drawn from `marks`, and `other` from something else. */
function mapWith(visibility: Record<string, 'visible' | 'none' | undefined>) {
  const puts: FeatureCollection[] = [];
  const changes: string[] = [];
  const map = {
    getSource: (id: string) =>
      id === 'marks' ? { setData: (data: FeatureCollection) => puts.push(data) } : undefined,
    getLayersOrder: () => ['edge', 'other', 'line'],
    getLayer: (id: string) => ({ source: id === 'other' ? 'zones' : 'marks' }),
    getLayoutProperty: (id: string) => visibility[id],
    setLayoutProperty: (id: string, _: string, value: 'visible' | 'none') => {
      changes.push(`${id} ${value}`);
      visibility[id] = value;
    },
  };
  return { map: map as unknown as LibreMap, puts, changes };
}

it('shows the layers of a source that gets features, and hides them when it has none', () => {
  const { map, puts, changes } = mapWith({ edge: 'none', line: 'none' });
  putData(map, 'marks', something);
  putData(map, 'marks', something);
  putData(map, 'marks', nothing);
  expect(puts).toEqual([something, something, nothing]);
  expect(changes).toEqual(['edge visible', 'line visible', 'edge none', 'line none']);
});

it('does nothing where there was nothing and is nothing', () => {
  const { map, puts, changes } = mapWith({ edge: 'none', line: 'none' });
  putData(map, 'marks', nothing);
  expect([puts, changes]).toEqual([[], []]);
});

it('leaves a layer hidden that is hidden for another reason', () => {
  const { map, changes } = mapWith({ edge: 'none', line: undefined });
  putData(map, 'marks', something);
  expect(changes).toEqual([]);
});

it('begins with the layers of empty sources hidden', () => {
  const layers: readonly LayerSpecification[] = [
    { id: 'back', type: 'background' },
    { id: 'marked', type: 'line', source: 'marks', layout: { 'line-join': 'round' } },
    { id: 'area', type: 'fill', source: 'zones' },
    { id: 'tiles', type: 'raster', source: 'base' },
  ];
  const sources = {
    marks: { type: 'geojson', data: nothing },
    zones: { type: 'geojson', data: something },
    base: { type: 'raster', url: 'pmtiles://somewhere' },
  } as const;
  expect(withoutEmpty(layers, sources)).toEqual([
    layers[0],
    { ...layers[1], layout: { 'line-join': 'round', visibility: 'none' } },
    layers[2],
    layers[3],
  ]);
});
