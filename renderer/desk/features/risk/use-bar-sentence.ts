import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { personsLabel, type BarRange } from './bar-range.ts';
import type { Measure, RiskBar } from './histogram-bars.ts';

/** A function from a range of bars to the sentence that explains it. */
export function useBarSentence(
  bars: readonly RiskBar[],
  measure: Measure,
  found: readonly number[],
): (range: BarRange) => string {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  return useCallback(
    (range) => {
      const inside = bars.slice(range.from, range.to + 1);
      const sum = (part: 'published' | 'hidden' | 'secondary'): number =>
        inside.reduce((all, bar) => all + bar[part], 0);
      const shown = (part: 'published' | 'hidden' | 'secondary'): string =>
        sum(part).toLocaleString(language);
      const persons = t('histogram.people', {
        count: inside[0]?.to === 1 && inside.length === 1 ? 1 : 2,
        shown: personsLabel(bars, range, language),
      });
      const protecting = sum('secondary') > 0 ? 'Protecting' : '';
      const said = t(`histogram.sentence.${measure}${protecting}`, {
        range: persons,
        published: shown('published'),
        hidden: shown('hidden'),
        secondary: shown('secondary'),
      });
      const findings = found.slice(range.from, range.to + 1).reduce((all, one) => all + one, 0);
      return [
        said,
        ...(measure === 'groups' ? [] : [t('histogram.sentence.each')]),
        ...(findings === 0
          ? []
          : [t('histogram.sentence.found', { count: findings, shown: findings.toLocaleString(language) })]),
      ].join(' ');
    },
    [bars, measure, found, t, language],
  );
}
