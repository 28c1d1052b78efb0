import type { Map as LibreMap } from 'maplibre-gl';

/** A map that waits for tiles shows what it has after so many milliseconds. */
const longest = 1500;
/** Share of the screen's pixels, along each side, in which is drawn what nobody sees. */
const unseen = 0.05;
const byHand = ['mousedown', 'wheel'] as const;

/**
 * Lays the picture a map shows over it, so that nobody sees what comes next half drawn; without a graphics card each such frame would cost as
 * much as the last one. It goes when the map has drawn all, is moved by hand, or has taken too long; `gone` is told. The map
 * must keep what it has drawn (`preserveDrawingBuffer`).
 */
export function holdPicture(map: LibreMap, gone: () => void): void {
  const drawn = map.getCanvas();
  if (drawn.width === 0 || drawn.height === 0) return gone();
  const picture = copyOf(drawn);
  drawn.after(picture);
  map.setPixelRatio(unseen);
  const stop = (): void => {
    clearTimeout(timer);
    for (const listener of [drawWhole, end]) map.off('idle', listener);
    for (const event of byHand) map.off(event, showAtOnce);
    map.off('remove', end);
  };
  const end = (): void => {
    stop();
    picture.remove();
    gone();
  };
  const drawWhole = (): void => {
    map.off('idle', drawWhole);
    map.on('idle', end);
    map.setPixelRatio(devicePixelRatio);
    map.redraw();
  };
  const showAtOnce = (): void => {
    stop();
    map.setPixelRatio(devicePixelRatio);
    map.redraw();
    end();
  };
  const timer = setTimeout(showAtOnce, longest);
  for (const event of byHand) map.on(event, showAtOnce);
  map.on('idle', drawWhole);
  map.on('remove', end);
}

function copyOf(drawn: HTMLCanvasElement): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  [picture.width, picture.height] = [drawn.width, drawn.height];
  picture.getContext('2d')?.drawImage(drawn, 0, 0);
  picture.className = 'map-held';
  picture.setAttribute('aria-hidden', 'true');
  return picture;
}
