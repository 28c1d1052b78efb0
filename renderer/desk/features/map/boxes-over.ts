import type { Box } from './covered-zones.ts';

/** What is marked `data-over-map` within the nearest `data-map-place` around a map, in pixels from the upper left corner of the element the map is drawn in. */
export function boxesOver(container: HTMLElement): readonly Box[] {
  const at = container.getBoundingClientRect();
  const place = container.closest('[data-map-place]') ?? container.parentElement ?? container;
  return [...place.querySelectorAll('[data-over-map]')].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return {
      left: left - at.left,
      top: top - at.top,
      right: right - at.left,
      bottom: bottom - at.top,
    };
  });
}
