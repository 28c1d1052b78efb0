import { useTranslation } from 'react-i18next';
import { differences } from '../state/differences.ts';
import { useDesk } from '../state/use-desk.ts';
import type { Difference } from '../state/differences.ts';

const named: Readonly<Partial<Record<Difference['field'], (value: string) => string>>> = {
  preset: (value) => `recipe.preset.name.${value}`,
  timeBin: (value) => `recipe.timeBin.${value}`,
  byGender: (value) => `recipe.gender.${value === 'true' ? 'with' : 'without'}`,
  missingCategory: (value) => `recipe.missing.${value}`,
  suppressedGroups: (value) => `recipe.suppressed.${value}`,
  zeroGroups: (value) => `recipe.zero.${value}`,
};

/** What the last step changed, in words: `Minimum persons 20 → 30`. */
export function useChangeText(): string {
  const { t } = useTranslation();
  const last = useDesk((state) => state.lastChange);
  if (last === undefined) return '';
  const parts = differences(last.before, last.after).map(({ field, from, to }) => {
    const key = named[field];
    const value = (text: string) => {
      if (text === 'polygons') return t('frame.polygons');
      return key === undefined ? text || '–' : t(key(text));
    };
    const name = t(`recipe.field.${field}`);
    return from === '' && to === '' ? name : `${name} ${value(from)} → ${value(to)}`;
  });
  const shown = parts.slice(0, 4).join(' · ') + (parts.length > 4 ? ' …' : '');
  return last.kind === 'change' ? shown : `${t(`frame.did.${last.kind}`)} ${shown}`;
}
