import { useTranslation } from 'react-i18next';
import { useFormat } from '../language/format.ts';
import { differences } from '../state/differences.ts';
import { useDesk } from '../state/use-desk.ts';
import { changeValue } from './change-value.ts';

/** What the last step changed, in words: `Minimum persons 20 → 30`. */
export function useChangeText(): string {
  const { t } = useTranslation();
  const format = useFormat();
  const last = useDesk((state) => state.lastChange);
  if (last === undefined) return '';
  const parts = differences(last.before, last.after).map(({ field, from, to }) => {
    const value = (text: string) => changeValue(field, text, { t, format });
    const name = t(`recipe.field.${field}`);
    return from === '' && to === '' ? name : `${name} ${value(from)} → ${value(to)}`;
  });
  const shown = parts.slice(0, 4).join(' · ') + (parts.length > 4 ? ' …' : '');
  return last.kind === 'change' ? shown : `${t(`frame.did.${last.kind}`)} ${shown}`;
}
