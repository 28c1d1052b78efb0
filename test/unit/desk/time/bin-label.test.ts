import { describe, expect, it } from 'vitest';
import { binLabel, periodLabel } from '../../../../renderer/desk/features/time/bin-label.ts';

const seconds = (iso: string) => Date.parse(iso) / 1000;
const berlin = 'Europe/Berlin';

describe('binLabel', () => {
  it('writes an hour as a range, in both languages', () => {
    const bin = { start: seconds('2026-05-05T16:00:00Z'), seconds: 3600 };
    expect(binLabel(bin, berlin, 'en')).toBe('Tue 5 May 2026, 18:00–19:00');
    expect(binLabel(bin, berlin, 'de')).toBe('Di, 5. Mai 2026, 18:00–19:00 Uhr');
  });

  it('ends the last hour of a day at 24:00', () => {
    expect(binLabel({ start: seconds('2026-05-05T21:00:00Z'), seconds: 3600 }, berlin, 'en')).toBe(
      'Tue 5 May 2026, 23:00–24:00',
    );
  });

  it('writes a whole local day as its date, even one of 23 hours', () => {
    expect(binLabel({ start: seconds('2026-03-28T23:00:00Z'), seconds: 23 * 3600 }, berlin, 'en')).toBe(
      'Sun 29 March 2026',
    );
  });

  it('writes both dates for a night', () => {
    expect(binLabel({ start: seconds('2026-05-05T20:00:00Z'), seconds: 8 * 3600 }, berlin, 'en')).toBe(
      'Tue 5 May 2026, 22:00 – Wed 6 May 2026, 06:00',
    );
  });

  it('tells the two hours of a clock change apart', () => {
    const first = binLabel({ start: seconds('2026-10-25T00:00:00Z'), seconds: 3600 }, berlin, 'en');
    const second = binLabel({ start: seconds('2026-10-25T01:00:00Z'), seconds: 3600 }, berlin, 'en');
    expect(first).not.toBe(second);
    expect(second).toMatch(/^Sun 25 October 2026, 02:00–03:00 \(.+\)$/);
  });
});

it('periodLabel names the first and last local day', () => {
  const first = { start: seconds('2026-05-03T22:00:00Z'), seconds: 3600 };
  const last = { start: seconds('2026-05-10T21:00:00Z'), seconds: 3600 };
  expect(periodLabel(first, last, berlin, 'de')).toBe('4.–10. Mai 2026');
});
