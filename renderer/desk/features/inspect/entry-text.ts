import { limitText } from '../../language/limit-text.ts';
import type { TFunction } from 'i18next';

/** What an entry of a recipe or policy is called; its key where nobody named it. */
export function entryName(t: TFunction, key: string): string {
  if (key.startsWith('terms.')) return t(`approve.${key}`, { defaultValue: key });
  const [first = ''] = key.split('.');
  const name = t(`recipe.field.${first}`, { defaultValue: '' });
  if (name === '') return key;
  return key === first ? name : `${name} (${key.slice(first.length + 1)})`;
}

/** The value of such an entry, in words where there are words for it. */
export function entryText(t: TFunction, value: unknown): string {
  if (value === undefined || value === null || value === '') return '–';
  if (typeof value === 'boolean') return t(`judge.${value ? 'there' : 'notThere'}`);
  if (typeof value === 'string') return limitText(t, value);
  if (Array.isArray(value)) return value.map((each) => entryText(t, each)).join(', ') || '–';
  return typeof value === 'number' ? `${value}` : JSON.stringify(value);
}
