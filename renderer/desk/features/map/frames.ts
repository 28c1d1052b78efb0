import type { Map as LibreMap } from 'maplibre-gl';

/** Whether a map draws its frames. */
export interface Frames {
  /** Keeps the picture as it is; the map goes on working behind it. */
  readonly stop: () => void;
  /** Draws again, at once. */
  readonly goOn: () => void;
}

/**
 * Takes the drawing of frames in hand. None shows a sky: a map that cannot be tilted has none, yet MapLibre works it out for every pixel of every
 * frame.
 */
export function framesOf(map: Pick<LibreMap, 'painter' | 'redraw'>): Frames {
  const { painter } = map;
  const draw = painter.render.bind(painter);
  let drawn = true;
  painter.drawFunctions = { ...painter.drawFunctions, sky: () => undefined };
  painter.render = (...frame) => {
    if (drawn) draw(...frame);
  };
  return {
    stop() {
      drawn = false;
    },
    goOn() {
      drawn = true;
      map.redraw();
    },
  };
}
