import { describe, expect, it } from 'vitest';
import {
  changedPaints,
  hiddenPaint,
  noPaint,
  outsidePaint,
  publishedValues,
  zeroPaint,
  zonePaints,
} from '../../../../renderer/desk/features/map/zone-paint.ts';
import { rampStep } from '../../../../renderer/desk/features/map/ramp-step.ts';
import { zoneStates } from '../../../../shared/ipc/view.ts';

const values = {
  states: Uint8Array.from(
    ['published', 'suppressed', 'empty', 'outOfScope', 'published'].map((name) =>
      zoneStates.findIndex((state) => state === name),
    ),
  ),
  values: Int32Array.from([40, 0, 0, 0, 900]),
};

describe('zonePaints', () => {
  it('tells the four states apart and gives published zones a step of the ramp', () => {
    const paints = zonePaints(5, values, [30, 100, 500], true);
    expect([...paints]).toEqual([0, hiddenPaint, zeroPaint, outsidePaint, 6]);
  });

  it('paints an empty zone like a hidden one unless the recipe allows to tell', () => {
    expect(zonePaints(5, values, [30], false)[2]).toBe(hiddenPaint);
  });

  it('paints nothing where nothing is known', () => {
    expect([...zonePaints(2, undefined, [30], true)]).toEqual([noPaint, noPaint]);
    expect(zonePaints(6, values, [30], true)[5]).toBe(noPaint);
  });
});

it('changedPaints names only zones that look different', () => {
  expect(changedPaints(Int8Array.of(1, 2, 3), Int8Array.of(1, 0, 3))).toEqual([1]);
  expect(changedPaints(new Int8Array(0), Int8Array.of(1, 2))).toEqual([0, 1]);
});

it('publishedValues leaves hidden zones out', () => {
  expect([...publishedValues(values)]).toEqual([40, 900]);
  expect(publishedValues(undefined)).toHaveLength(0);
});

it('rampStep spreads few classes over the whole ramp', () => {
  expect([0, 1, 2].map((at) => rampStep(at, 3))).toEqual([0, 3, 6]);
  expect(rampStep(0, 1)).toBe(3);
});
