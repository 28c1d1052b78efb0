import { describe, expect, it } from 'vitest';
import { civilFromDays, daysFromCivil, isoUtc } from '../../../shared/base/calendar.ts';
import { berlinDay, utcSecond, weekday } from '../../../shared/demo/berlin-time.ts';

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'medium',
});

function local(day: number, second: number): string {
  return `${isoUtc(day * 86_400 + second).slice(0, 10)} ${isoUtc(second).slice(11, 19)}`;
}

describe('the clock of Europe/Berlin', () => {
  it('agrees with the time zone database for four hours of every day from 2024 to 2031', () => {
    for (let day = daysFromCivil(2024, 1, 1); day < daysFromCivil(2032, 1, 1); day++) {
      for (const second of [0, 5400, 12_600, 86_399]) {
        const utc = utcSecond(berlinDay(day), second);
        expect(clock.format(new Date((utc ?? 0) * 1000))).toBe(local(day, second));
      }
    }
  });

  it('skips an hour in spring and takes the second of two in autumn', () => {
    const spring = berlinDay(daysFromCivil(2026, 3, 29));
    expect(utcSecond(spring, 7199)).toBe(daysFromCivil(2026, 3, 29) * 86_400 + 3599);
    expect(utcSecond(spring, 7200)).toBeUndefined();
    expect(utcSecond(spring, 10_800)).toBe(daysFromCivil(2026, 3, 29) * 86_400 + 3600);
    const autumn = berlinDay(daysFromCivil(2026, 10, 25));
    expect(utcSecond(autumn, 10_800)).toBe(daysFromCivil(2026, 10, 25) * 86_400 + 7200);
    expect(berlinDay(daysFromCivil(2026, 10, 26)).midnight - autumn.midnight).toBe(25 * 3600);
  });

  it('counts days like the Gregorian calendar', () => {
    for (let day = daysFromCivil(1999, 12, 1); day < daysFromCivil(2004, 4, 1); day++) {
      const { year, month, day: dayOfMonth } = civilFromDays(day);
      expect(Date.UTC(year, month - 1, dayOfMonth)).toBe(day * 86_400_000);
      expect(daysFromCivil(year, month, dayOfMonth)).toBe(day);
      expect((weekday(day) + 1) % 7).toBe(new Date(day * 86_400_000).getUTCDay());
    }
  });

  it('writes times as ISO 8601 does', () => {
    for (const second of [0, 951_782_400, 1_777_910_601, 4_102_444_799]) {
      expect(isoUtc(second)).toBe(new Date(second * 1000).toISOString().replace('.000', ''));
    }
  });
});
