import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapColors } from './map-colors.ts';
import { hiddenPaint, noPaint, outsidePaint, plainPaint, zeroPaint } from './zone-paint.ts';

/** The layer of the names. */
export const nameLayer = 'zone-label';
/** The layer that is asked which zone lies at a point. */
export const areaLayer = 'zone-fill';
/** The layer that marks brushed zones; it is hidden while there are none. */
export const brushLayer = 'zone-brushed';
/** Family of the labels; map.css declares it and the name carries the weight. */
export const mapFont = 'Freigabe Map Semibold';

const paint: ExpressionSpecification = ['coalesce', ['feature-state', 'paint'], noPaint];
const shownWhere = (code: number): ExpressionSpecification => ['case', ['==', paint, code], 1, 0];
const brushed: ExpressionSpecification = ['boolean', ['feature-state', 'brushed'], false];

/** Colour of a zone by its step of the ramp: the step is state, so a new value repaints without new geometry. */
function fillColor(colors: MapColors): ExpressionSpecification {
  const steps = colors.ramp.flatMap((color, step) => [step, color]);
  const none = 'rgba(0, 0, 0, 0)';
  return [
    'match',
    paint,
    outsidePaint,
    colors.outside,
    plainPaint,
    colors.land,
    ...steps,
    none,
  ] as unknown as ExpressionSpecification;
}

/** Areas and borders of the zones, from the bottom up; `scale` as in `markLayers`. */
export function areaLayers(colors: MapColors, scale: number): readonly LayerSpecification[] {
  return [
    {
      id: areaLayer,
      type: 'fill',
      source: 'zones',
      paint: { 'fill-color': fillColor(colors), 'fill-antialias': false },
    },
    {
      id: 'zone-hidden',
      type: 'fill',
      source: 'zones',
      paint: { 'fill-pattern': 'hatch', 'fill-opacity': shownWhere(hiddenPaint) },
    },
    {
      id: 'zone-zero',
      type: 'fill',
      source: 'zones',
      paint: { 'fill-pattern': 'dots', 'fill-opacity': shownWhere(zeroPaint) },
    },
    {
      id: 'zone-line',
      type: 'line',
      source: 'zone-borders',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': ['case', ['==', paint, plainPaint], colors.border, colors.line],
        'line-width': 0.2 + scale,
      },
    },
  ];
}

function marked(id: string, color: string, width: number): LayerSpecification {
  const source = id.startsWith('zone-selected') ? 'selected' : 'active';
  const look = { 'line-color': color, 'line-width': width };
  return { id, type: 'line', source, layout: { 'line-join': 'round' }, paint: look };
}

/** What is marked and named, above all else. `scale` thins lines where zones are small on the screen. */
export function markLayers(colors: MapColors, scale: number): readonly LayerSpecification[] {
  return [
    {
      id: brushLayer,
      type: 'line',
      source: 'zone-borders',
      layout: { 'line-join': 'round', visibility: 'none' },
      paint: {
        'line-color': colors.text,
        'line-gap-width': ['case', brushed, 2.2 * scale, 0],
        'line-width': ['case', brushed, 0.4 + scale, 0],
        'line-opacity': ['case', brushed, 1, 0],
      },
    },
    marked('zone-active', colors.text, 1.6),
    marked('zone-selected-edge', colors.halo, 5.5),
    marked('zone-selected', colors.accent, 3),
    labelLayer(colors),
  ];
}

function labelLayer(colors: MapColors): LayerSpecification {
  return {
    id: nameLayer,
    type: 'symbol',
    source: 'labels',
    layout: {
      'text-field': ['get', 'name'],
      'text-font': [mapFont],
      'text-size': ['interpolate', ['linear'], ['zoom'], 9, 12, 14, 15],
      'text-max-width': 9,
      'text-padding': 6,
      'symbol-sort-key': ['-', 0, ['get', 'width']],
    },
    paint: {
      'text-color': colors.text,
      'text-halo-color': colors.halo,
      'text-halo-width': 1.8,
      'text-halo-blur': 0.2,
    },
  };
}

/** Only names that fit at a zoom. A filter that reads the zoom itself would be rounded down to a whole one. */
export function namesThatFit(zoom: number): FilterSpecification {
  return ['<=', ['get', 'from'], zoom];
}
