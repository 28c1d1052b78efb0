import { describe, expect, it } from 'vitest';
import { offsetTable } from '../../../shared/base/time-zone.ts';
import { timeBins } from '../../../shared/products/time-bins.ts';

const seconds = (iso: string): number => Date.parse(iso) / 1000;
const berlin = offsetTable('Europe/Berlin', seconds('2026-03-01T00:00:00Z'), seconds('2026-11-30T00:00:00Z'));
const day = (from: string, to: string) => (bin: 'hour' | 'day' | 'daypart' | 'quarterHour') =>
  timeBins(bin, berlin, seconds(from), seconds(to));
const spring = day('2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z');
const autumn = day('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z');

describe('time bins over a clock change', () => {
  it('make a day of 23 hours in spring and one of 25 in autumn', () => {
    expect([...spring('day').seconds]).toEqual([23 * 3600]);
    expect([...autumn('day').seconds]).toEqual([25 * 3600]);
    expect(spring('hour').starts.length).toBe(23);
    expect(autumn('hour').starts.length).toBe(25);
    expect(autumn('quarterHour').starts.length).toBe(100);
    expect(new Set(autumn('hour').seconds)).toEqual(new Set([3600]));
  });

  it('begin a daypart that the span cuts where it truly begins', () => {
    const { starts, seconds: lengths } = spring('daypart');
    expect([...starts]).toEqual(
      [
        '2026-03-28T21:00:00Z',
        '2026-03-29T04:00:00Z',
        '2026-03-29T08:00:00Z',
        '2026-03-29T14:00:00Z',
        '2026-03-29T20:00:00Z',
      ].map((at) => seconds(at)),
    );
    expect([...lengths].map((length) => length / 3600)).toEqual([7, 4, 6, 6, 2]);
  });

  it('cover every slot once, in order', () => {
    const { binOfSlot, firstSlot, starts } = autumn('hour');
    expect(binOfSlot.length).toBe(100);
    binOfSlot.forEach((bin, i) => {
      const slot = (firstSlot + i) * 900;
      expect(slot - (starts[bin] ?? 0)).toBeGreaterThanOrEqual(0);
      expect(slot - (starts[bin] ?? 0)).toBeLessThan(3600);
    });
  });
});
