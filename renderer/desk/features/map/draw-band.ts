import type { ZoneShape } from '../../../../shared/ipc/view.ts';
import { mercator } from './covered-zones.ts';
import type { MapColors } from './map-colors.ts';
import { hiddenPaint, outsidePaint, zeroPaint } from './zone-paint.ts';

/** The rings of each zone in the Mercator world of 0 to 1, and what box they fill there. */
export interface ZonePaths {
  readonly rings: readonly (readonly Float64Array[])[];
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Prepares zones for drawing them small, once for all bands. */
export function zonePaths(shapes: readonly ZoneShape[]): ZonePaths {
  const rings = shapes.map(({ polygons }) =>
    polygons.flatMap((polygon) =>
      polygon.map((ring) => Float64Array.from(ring.flatMap(([x, y]) => mercator(x, y)))),
    ),
  );
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings.flat())
    for (let i = 0; i + 1 < ring.length; i += 2) {
      const [x = 0, y = 0] = [ring[i], ring[i + 1]];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  return { rings, left, top, width: Math.max(0, right - left), height: Math.max(0, bottom - top) };
}

const margin = 2;
const hatchStep = 4;

/** Draws zones by their paint codes onto a canvas as large as its box; sharp on dense screens. */
export function drawBand(
  canvas: HTMLCanvasElement,
  paths: ZonePaths,
  paints: Int8Array,
  colors: MapColors,
): void {
  const ratio = window.devicePixelRatio;
  const { clientWidth, clientHeight } = canvas;
  canvas.width = Math.round(clientWidth * ratio);
  canvas.height = Math.round(clientHeight * ratio);
  const context = canvas.getContext('2d');
  if (context === null || paths.width === 0 || paths.height === 0) return;
  const scale = Math.min(
    (clientWidth - 2 * margin) / paths.width,
    (clientHeight - 2 * margin) / paths.height,
  );
  const [x0, y0] = [
    (clientWidth - scale * paths.width) / 2 - scale * paths.left,
    (clientHeight - scale * paths.height) / 2 - scale * paths.top,
  ];
  const hatch = hatchPattern(context, colors, ratio);
  context.lineWidth = 0.5 * ratio;
  context.strokeStyle = colors.line;
  paths.rings.forEach((rings, zone) => {
    context.beginPath();
    for (const ring of rings) trace(context, ring, { scale: scale * ratio, x: x0 * ratio, y: y0 * ratio });
    context.fillStyle = fillOf(paints[zone], colors, hatch);
    context.fill('evenodd');
    context.stroke();
  });
}

function trace(
  context: CanvasRenderingContext2D,
  ring: Float64Array,
  { scale, x, y }: { readonly scale: number; readonly x: number; readonly y: number },
): void {
  for (let i = 0; i + 1 < ring.length; i += 2) {
    const [px, py] = [(ring[i] ?? 0) * scale + x, (ring[i + 1] ?? 0) * scale + y];
    if (i === 0) context.moveTo(px, py);
    else context.lineTo(px, py);
  }
  context.closePath();
}

function fillOf(
  paint: number | undefined,
  colors: MapColors,
  hatch: CanvasPattern | null,
): string | CanvasPattern {
  if (paint === hiddenPaint) return hatch ?? colors.hatchBack;
  if (paint === zeroPaint) return colors.hatchBack;
  if (paint === outsidePaint) return colors.outside;
  return colors.ramp[paint ?? -1] ?? colors.back;
}

function hatchPattern(
  context: CanvasRenderingContext2D,
  colors: MapColors,
  ratio: number,
): CanvasPattern | null {
  const size = Math.round(hatchStep * ratio);
  const tile = new OffscreenCanvas(size, size);
  const inTile = tile.getContext('2d');
  if (inTile === null) return null;
  inTile.fillStyle = colors.hatchBack;
  inTile.fillRect(0, 0, size, size);
  inTile.strokeStyle = colors.hatch;
  inTile.lineWidth = 0.8 * ratio;
  for (const shift of [-size, 0, size]) {
    inTile.beginPath();
    inTile.moveTo(shift - 1, size + 1);
    inTile.lineTo(shift + size + 1, -1);
    inTile.stroke();
  }
  return context.createPattern(tile, 'repeat');
}
