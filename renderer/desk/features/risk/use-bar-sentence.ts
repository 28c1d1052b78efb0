import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { personsLabel, type BarRange } from './bar-range.ts';
import type { Measure, RiskBar } from './histogram-bars.ts';

/** A function from a range of bars to the sentence that explains it. */
export function useBarSentence(bars: readonly RiskBar[], measure: Measure): (range: BarRange) => string {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  return useCallback(
    (range) => {
      const inside = bars.slice(range.from, range.to + 1);
      const sum = (part: 'published' | 'hidden'): string =>
        inside.reduce((all, bar) => all + bar[part], 0).toLocaleString(language);
      const persons = t('histogram.people', {
        count: inside[0]?.to === 1 && inside.length === 1 ? 1 : 2,
        shown: personsLabel(bars, range, language),
      });
      return t(`histogram.sentence.${measure}`, {
        range: persons,
        published: sum('published'),
        hidden: sum('hidden'),
      });
    },
    [bars, measure, t, language],
  );
}
