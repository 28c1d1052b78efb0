import { placeKind } from '../../../shared/bundle/particular.ts';
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

/** Names the format gives to roles and time bins, in words; every other value as it is. */
function worded(t: TFunction, values: Values): Values {
  const isBin = values['rule'] === 'time-bin';
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (name === 'role') return [name, word(t, 'inspect.role', `${value}`)];
      if (name !== 'bin' && !(isBin && (name === 'asked' || name === 'allowed'))) return [name, value];
      const bins = `${value}`.split(', ').map((bin) => word(t, 'recipe.timeBin', bin));
      return [name, bins.join(', ')];
    }),
  );
}

function word(t: TFunction, kind: string, name: string): string {
  return t(`${kind}.${name}`, { defaultValue: name });
}
