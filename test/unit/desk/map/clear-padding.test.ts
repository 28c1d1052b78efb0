import { describe, expect, it } from 'vitest';
import { clearPadding } from '../../../../renderer/desk/features/map/clear-padding.ts';
import { zoneOutlines, zonesCovered } from '../../../../renderer/desk/features/map/covered-zones.ts';
import type { ZoneShape } from '../../../../shared/ipc/view.ts';

const zone = (...ring: [number, number][]): ZoneShape => ({
  zoneId: 'a',
  name: 'a',
  level: 0,
  polygons: [[ring]],
});
const square = zone([0, 0], [1, 0], [1, 1], [0, 1]);
const diamond = zone([0.5, 0], [1, 0.5], [0.5, 1], [0, 0.5]);
const legend = { left: 10, top: 300, right: 110, bottom: 390 };

describe('zonesCovered', () => {
  const placing = { scale: 36_000, x: -18_000, y: -17_800 };
  const outlines = zoneOutlines([square]);
  it('finds a zone that crosses a box, holds a box, or lies in one', () => {
    expect(zonesCovered(outlines, placing, [{ left: -10, top: 190, right: 10, bottom: 210 }])).toBe(true);
    expect(zonesCovered(outlines, placing, [{ left: 40, top: 140, right: 50, bottom: 150 }])).toBe(true);
    expect(zonesCovered(outlines, placing, [{ left: -50, top: 50, right: 150, bottom: 250 }])).toBe(true);
  });
  it('finds none beside the zone', () => {
    expect(zonesCovered(outlines, placing, [{ left: 101, top: 140, right: 120, bottom: 150 }])).toBe(false);
    expect(zonesCovered(outlines, placing, [{ left: 40, top: 201, right: 50, bottom: 220 }])).toBe(false);
  });
});

describe('clearPadding', () => {
  const plain = { top: 16, right: 16, bottom: 16, left: 16 };
  it('keeps plain margins where nothing is in the way', () => {
    expect(clearPadding(zoneOutlines([square]), { width: 400, height: 400, boxes: [] })).toEqual(plain);
    expect(clearPadding(zoneOutlines([diamond]), { width: 500, height: 400, boxes: [legend] })).toEqual(
      plain,
    );
  });
  it('passes a legend above in a tall map and beside in a wide one', () => {
    const tall = clearPadding(zoneOutlines([square]), { width: 400, height: 400, boxes: [legend] });
    expect(tall).toEqual({ ...plain, bottom: 108 });
    const wide = clearPadding(zoneOutlines([square]), { width: 520, height: 400, boxes: [legend] });
    expect(wide.bottom).toBe(16);
    expect(wide.left).toBeGreaterThan(16);
  });
});
