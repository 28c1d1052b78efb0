import { zonesCovered } from './covered-zones.ts';
import type { Box, Outline, Placing } from './covered-zones.ts';

/** Pixels kept free on each side of what is shown. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
  /** What lies over the map: legend, buttons. */
  readonly boxes: readonly Box[];
}

const margin = 16;
const shares = [0, 0.2, 0.4, 0.6, 0.8, 1];
const all: Padding = { top: margin, right: margin, bottom: margin, left: margin };

/** The padding that shows the zones as large as can be without any of them under a box; plain margins if none can. */
export function clearPadding(outlines: readonly Outline[], room: Room): Padding {
  const bounds = boundsOf(outlines);
  const placed = candidates(room)
    .map((padding) => ({ padding, placing: placingOf(bounds, padding, room) }))
    .filter(({ placing }) => placing.scale > 0)
    .toSorted((a, b) => b.placing.scale - a.placing.scale);
  return placed.find(({ placing }) => !zonesCovered(outlines, placing, room.boxes))?.padding ?? all;
}

/** From plain margins to past the boxes of each side, in steps below and at the left, where the legend lies. */
function candidates({ width, height, boxes }: Room): readonly Padding[] {
  const [leftBoxes, rightBoxes] = halves(boxes, (box) => box.left + box.right < width);
  const [upper, lower] = halves(boxes, (box) => box.top + box.bottom < height);
  const tops = ends(past(upper.map((box) => box.bottom)));
  const rights = ends(past(rightBoxes.map((box) => width - box.left)));
  const bottoms = steps(past(lower.map((box) => height - box.top)));
  const lefts = steps(past(leftBoxes.map((box) => box.right)));
  return bottoms.flatMap((bottom) =>
    lefts.flatMap((left) => rights.flatMap((right) => tops.map((top) => ({ top, right, bottom, left })))),
  );
}

function halves(boxes: readonly Box[], first: (box: Box) => boolean): readonly [Box[], Box[]] {
  return [boxes.filter(first), boxes.filter((box) => !first(box))];
}

function past(sides: readonly number[]): number {
  return Math.max(margin, ...sides.map((side) => Math.ceil(side) + margin / 2));
}

function ends(most: number): readonly number[] {
  return [...new Set([margin, most])];
}

function steps(most: number): readonly number[] {
  return [...new Set(shares.map((share) => Math.round(margin + share * (most - margin))))];
}

function boundsOf(outlines: readonly Outline[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const outline of outlines)
    for (let i = 0; i + 1 < outline.length; i += 2) {
      const [x = 0, y = 0] = [outline[i], outline[i + 1]];
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    }
  return { left, top, right, bottom };
}

function placingOf(bounds: Box, padding: Padding, { width, height }: Room): Placing {
  const [wide, tall] = [width - padding.left - padding.right, height - padding.top - padding.bottom];
  const scale = Math.min(wide / (bounds.right - bounds.left), tall / (bounds.bottom - bounds.top));
  return {
    scale,
    x: padding.left + wide / 2 - (scale * (bounds.left + bounds.right)) / 2,
    y: padding.top + tall / 2 - (scale * (bounds.top + bounds.bottom)) / 2,
  };
}
