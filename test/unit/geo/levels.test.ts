import { cellToParent, latLngToCell } from 'h3-js';
import { describe, expect, it } from 'vitest';
import { assignH3 } from '../../../shared/geo/assign-h3.ts';
import { withLevels } from '../../../shared/geo/levels.ts';
import type { ZoneShape } from '../../../shared/geo/zone-shape.ts';

const latitude = Float64Array.of(51.34, 51.35, 48.1);
const longitude = Float64Array.of(12.37, 12.41, 11.6);
const square = (zoneId: string, parent?: string): ZoneShape => ({
  zoneId,
  name: zoneId,
  polygons: [
    [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ],
  ],
  ...(parent !== undefined && { parent }),
});

describe('coarser levels', () => {
  it('are the parents of the H3 cells met', () => {
    const { shapes, levels } = withLevels(
      assignH3(8, latitude, longitude),
      { kind: 'h3', resolution: 8 },
      [2],
    );
    const coarse = levels[1];
    const finest = latLngToCell(51.34, 12.37, 8);
    const zone = shapes.findIndex(({ zoneId }) => zoneId === finest);
    expect(shapes[coarse?.zoneOfFinest[zone] ?? -1]?.zoneId).toBe(cellToParent(finest, 6));
    expect(coarse?.first).toBe(3);
    expect(shapes).toHaveLength(3 + (coarse?.size ?? 0));
  });

  it('join the polygons that name the same parent', () => {
    const finest = {
      shapes: [square('a', 'north'), square('b', 'north'), square('c')],
      zoneOfCell: Int32Array.of(0),
    };
    const { shapes, levels } = withLevels(finest, { kind: 'polygons' }, [1]);
    expect(shapes[3]).toMatchObject({ zoneId: 'north' });
    expect(shapes[3]?.polygons).toHaveLength(2);
    expect([...(levels[1]?.zoneOfFinest ?? [])]).toEqual([3, 3, -1]);
  });

  it('are refused where there are none, and where a name stands for two', () => {
    const alone = { shapes: [square('a')], zoneOfCell: Int32Array.of(0) };
    expect(() => withLevels(alone, { kind: 'polygons' }, [1])).toThrow(/no parents/);
    expect(() => withLevels(assignH3(1, latitude, longitude), { kind: 'h3', resolution: 1 }, [2])).toThrow(
      /2 steps/,
    );
    const own = { shapes: [square('a', 'a')], zoneOfCell: Int32Array.of(0) };
    expect(() => withLevels(own, { kind: 'polygons' }, [1])).toThrow(/both a zone and a coarser one/);
  });
});
