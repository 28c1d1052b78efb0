import { describe, expect, it } from 'vitest';
import { bandText } from '../../../renderer/desk/language/band-text.ts';
import { speechOf } from './speech.ts';

const breaks = { dwellBreaks: [5, 15, 60, 90, 240], frequencyBreaks: [2, 3, 8] };

async function bands(language: 'de' | 'en', product: 'dwell' | 'frequency') {
  const { t } = await speechOf(language);
  const own = product === 'dwell' ? breaks.dwellBreaks : breaks.frequencyBreaks;
  return Array.from({ length: own.length + 2 }, (_, band) =>
    bandText(product, breaks, band, { t, language }).replaceAll('\u00A0', ' '),
  );
}

describe('bands in words', () => {
  it('say how long people stayed, whole hours as hours', async () => {
    expect(await bands('en', 'dwell')).toEqual([
      'under 5 min',
      '5–15 min',
      '15 min–1 h',
      '1 h–90 min',
      '90 min–4 h',
      '4 h and more',
      'All',
    ]);
    expect((await bands('de', 'dwell')).slice(4)).toEqual(['90 min–4 h', 'ab 4 h', 'Alle']);
  });

  it('do not break between a number and its unit', async () => {
    const { t } = await speechOf('de');
    const last = bandText('dwell', breaks, 5, { t, language: 'de' });
    expect(last).toBe('ab\u00A04\u00A0h');
  });

  it('say on how many days people came', async () => {
    expect(await bands('en', 'frequency')).toEqual(['1 day', '2 days', '3–7 days', '8 days and more', 'All']);
    expect(await bands('de', 'frequency')).toEqual(['1 Tag', '2 Tage', '3–7 Tage', 'ab 8 Tagen', 'Alle']);
  });
});
