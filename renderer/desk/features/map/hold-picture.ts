import type { Map as LibreMap } from 'maplibre-gl';
import type { Frames } from './frames.ts';

/** A map that waits for tiles shows what it has after so many milliseconds. */
const longest = 1500;
/** What shows a map at once: it is moved by hand, or its canvas was emptied since it has another size. */
const disturbing = ['mousedown', 'wheel', 'resize'] as const;

/**
 * Keeps the picture a map shows until it can draw all of the next one, so that nobody sees it half drawn; without a graphics card each such
 * frame would cost as much as the last one. `gone` is told when that one is drawn.
 */
export function holdPicture(map: LibreMap, frames: Frames, gone: () => void): void {
  const stop = (): void => {
    clearTimeout(timer);
    map.off('idle', end);
    for (const event of disturbing) map.off(event, end);
    map.off('remove', stop);
  };
  const end = (): void => {
    stop();
    gone();
    frames.goOn();
  };
  const timer = setTimeout(end, longest);
  frames.stop();
  map.triggerRepaint();
  map.on('idle', end);
  for (const event of disturbing) map.on(event, end);
  map.on('remove', stop);
}
