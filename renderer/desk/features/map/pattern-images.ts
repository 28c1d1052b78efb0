import type { MapColors } from './map-colors.ts';

const size = 16;
const scale = 2;

function draw(paint: (context: CanvasRenderingContext2D) => void): ImageData {
  const canvas = document.createElement('canvas');
  canvas.width = size * scale;
  canvas.height = size * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('a two-dimensional canvas is not available');
  context.scale(scale, scale);
  paint(context);
  return context.getImageData(0, 0, size * scale, size * scale);
}

/** Diagonal lines on nearly nothing: the map below stays visible under a hidden zone. */
export function hatchImage(colors: MapColors): ImageData {
  return draw((context) => {
    context.globalAlpha = 0.55;
    context.fillStyle = colors.hatchBack;
    context.fillRect(0, 0, size, size);
    context.globalAlpha = 1;
    context.strokeStyle = colors.hatch;
    context.lineWidth = 1.2;
    for (let at = -size; at <= size; at += size / 2) {
      context.beginPath();
      context.moveTo(at - 2, size + 2);
      context.lineTo(at + size + 2, -2);
      context.stroke();
    }
  });
}

/** Sparse dots: a zone without anybody, where that may be told. */
export function dotImage(colors: MapColors): ImageData {
  return draw((context) => {
    context.fillStyle = colors.hatchBack;
    context.fillRect(0, 0, size, size);
    context.fillStyle = colors.hatch;
    for (const [x, y] of [
      [4, 4],
      [12, 12],
    ] as const) {
      context.beginPath();
      context.arc(x, y, 1.1, 0, 2 * Math.PI);
      context.fill();
    }
  });
}

/** Close diagonal lines the other way than a hidden zone: what lies between two zone maps. */
export function sliverHatch(colors: MapColors): ImageData {
  return draw((context) => {
    context.globalAlpha = 0.75;
    context.fillStyle = colors.halo;
    context.fillRect(0, 0, size, size);
    context.globalAlpha = 1;
    context.strokeStyle = colors.found;
    context.lineWidth = 1.5;
    for (let at = -size; at <= size; at += size / 4) {
      context.beginPath();
      context.moveTo(at - 2, -2);
      context.lineTo(at + size + 2, size + 2);
      context.stroke();
    }
  });
}

/** The head of a flow, pointing up; its lower edge lies on the end of the line. */
export function arrowImage(colors: MapColors): ImageData {
  return draw((context) => {
    context.beginPath();
    context.moveTo(size / 2, 1);
    context.lineTo(size - 1, size);
    context.lineTo(1, size);
    context.closePath();
    context.fillStyle = colors.mark;
    context.fill();
    context.strokeStyle = colors.halo;
    context.lineWidth = 1;
    context.stroke();
  });
}

/** A triangle with a stroke in it: an attack found something here. */
export function foundSign(colors: MapColors): ImageData {
  return draw((context) => {
    context.beginPath();
    context.moveTo(size / 2, 1.5);
    context.lineTo(size - 1, size - 1.5);
    context.lineTo(1, size - 1.5);
    context.closePath();
    context.fillStyle = colors.found;
    context.fill();
    context.strokeStyle = colors.halo;
    context.lineWidth = 1.5;
    context.stroke();
    context.fillStyle = colors.halo;
    context.fillRect(size / 2 - 0.9, 6, 1.8, 4.6);
    context.fillRect(size / 2 - 0.9, 11.6, 1.8, 1.8);
  });
}

/** Pixels of the images for each pixel of the screen. */
export const patternPixelRatio = scale;
