import { placeKind } from '../../../shared/bundle/particular.ts';
import { limitText } from './limit-text.ts';
import type { TFunction } from 'i18next';
import type { BundleParticular } from '../../../shared/ipc/inspected-bundle.ts';

type Values = BundleParticular['values'];

/**
 * What is the matter, its place before it, in the language of `t`. Values come from anybody's file and are put in as they
 * are: none can name another text or choose a plural.
 */
export function particularText(t: TFunction, { what, values, place }: BundleParticular): string {
  const sentence = sentenceOf(t, what, values);
  if (place === undefined) return sentence;
  return `${t(`particulars.place.${placeKind(place)}`, { replace: place })}${sentence}`;
}

function sentenceOf(t: TFunction, what: string, values: Values): string {
  const options = { replace: worded(t, values), defaultValue: t('particulars.field-form') };
  const usual = t(`particulars.${what}`, options);
  if (what !== 'policy-broken') return usual;
  return t(`recipe.violation.${values['rule'] ?? ''}`, { ...options, defaultValue: usual });
}

/** Names the format gives to roles, time bins and what a rule allows, in words; every other value as it is. */
function worded(t: TFunction, values: Values): Values {
  const isRule = values['rule'] !== undefined;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (name === 'role') return [name, word(t, 'inspect.role', `${value}`)];
      if (isRule && (name === 'asked' || name === 'allowed')) return [name, limitText(t, `${value}`)];
      return [name, name === 'bin' ? word(t, 'recipe.timeBin', `${value}`) : value];
    }),
  );
}

function word(t: TFunction, kind: string, name: string): string {
  return t(`${kind}.${name}`, { defaultValue: name });
}
