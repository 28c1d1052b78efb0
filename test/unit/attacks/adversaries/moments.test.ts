import { describe, expect, it } from 'vitest';
import { momentsOf, timePrecisions } from '../../../../shared/attacks/adversaries/moments.ts';

describe('moments', () => {
  it('tells apart what the precision says, and no more', () => {
    const start = Date.UTC(2011, 1, 27, 22, 59, 59) / 1000;
    // One second, minute, hour, day and year later, each crossing all smaller borders.
    const later = [0, 1, 60, 3600, 2 * 86_400, 365 * 86_400].map((seconds) => start + seconds);
    const apart = timePrecisions.map((precision) => {
      const [first, ...rest] = momentsOf(Int32Array.from(later), precision);
      return rest.map((moment) => moment !== first);
    });
    expect(apart).toEqual([
      [false, false, false, false, true],
      [false, false, false, true, true],
      [false, false, false, true, true],
      [true, true, true, true, true],
      [true, true, true, true, true],
      [true, true, true, true, true],
    ]);
  });

  it.each(timePrecisions)('grows with time by the %s, before 1970 too', (precision) => {
    const times = Int32Array.from({ length: 500 }, (_, i) => (i - 250) * 86_399);
    const moments = momentsOf(times, precision);
    moments.forEach((moment, i) => expect(moment).toBeGreaterThanOrEqual(moments[i - 1] ?? -Infinity));
  });
});
