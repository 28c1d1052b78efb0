import { tenToMinus } from '../../../shared/base/ten-to-minus.ts';
import { presetNames } from '../../../shared/recipe/presets.ts';
import { policyTitle } from '../language/policy-title.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import type { TFunction } from 'i18next';
import type { formatsOf } from '../language/format.ts';
import type { Difference } from '../state/differences.ts';

interface Speech {
  readonly t: TFunction;
  readonly format: ReturnType<typeof formatsOf>;
}

type Print = (text: string, speech: Speech) => string;

const key =
  (prefix: string): Print =>
  (text, { t }) =>
    t(`${prefix}.${text}`);
const whole: Print = (text, { format }) => format.number(Number(text));
const minutes: Print = (text, { t, format }) => t('recipe.minutes', { shown: format.number(Number(text)) });
const withOrWithout: Print = (text, { t }) => t(`recipe.gender.${text === 'true' ? 'with' : 'without'}`);
/** Each of several words, or the word for none of them. */
const words =
  (prefix: string, none: string): Print =>
  (text, { t }) =>
    text === ''
      ? t(none)
      : text
          .split(/ · |,/)
          .map((word) => t(`${prefix}.${word}`))
          .join(' · ');

const prints: Readonly<Partial<Record<Difference['field'], Print>>> = {
  preset: (text, { t }) =>
    presetNames.some((name) => name === text) ? t(`recipe.preset.name.${text}`) : text,
  policy: (text, { t }) => {
    const known = Object.values(builtInPolicies).find(({ title }) => title === text);
    return known === undefined ? text : policyTitle(t, known);
  },
  period: (text, { t, format }) => {
    const [from, to] = text.split('/');
    return from === undefined || to === undefined ? t('approve.terms.wholePeriod') : format.period(from, to);
  },
  guarantee: (text, { t, format }) => {
    const [kind = '', first, second] = text.split('/');
    const name = t(`recipe.guarantee.name.${kind}`);
    if (first === undefined) return name;
    return kind === 'classical'
      ? `${name} (${t('recipe.cellKey.upTo', { count: Number(first) })})`
      : `${name} (${t('recipe.noise.parameters', { rho: format.decimal(Number(first)), delta: tenToMinus(Number(second)) })})`;
  },
  sensitivePlaces: (text, speech) => {
    const [categories = '', radius] = text.split('/');
    const named = words('recipe.place', 'recipe.sensitive.none')(categories, speech);
    return radius === undefined ? named : `${named}, ${speech.format.number(Number(radius))} m`;
  },
  zones: (text, { t }) => (text === 'polygons' ? t('frame.polygons') : text),
  levels: (text, { t }) => (text === '' ? t('recipe.levels.none') : `+${text}`),
  maximumGroupsPerPersonDay: (text, speech) =>
    text === '' ? speech.t('recipe.bound.none') : whole(text, speech),
  products: words('products.name', 'recipe.levels.none'),
  aim: key('recipe.aim'),
  machineLike: key('recipe.machineLike'),
  presence: key('recipe.presence'),
  timeBin: key('recipe.timeBin'),
  missingCategory: key('recipe.missing'),
  suppressedGroups: key('recipe.suppressed'),
  zeroGroups: key('recipe.zero'),
  byGender: withOrWithout,
  totals: withOrWithout,
  extrapolate: withOrWithout,
  trips: withOrWithout,
  maximumGapMinutes: minutes,
  maximumNightGapMinutes: minutes,
  maximumTripMinutes: minutes,
  minimumNights: whole,
  minimumPersons: whole,
  roundingBase: whole,
  releaseDate: (text, { format }) => format.day(text) || '–',
};

/** One side of a change in words, with the dates and numbers of the language. */
export function changeValue(field: Difference['field'], text: string, speech: Speech): string {
  return prints[field]?.(text, speech) ?? (text || '–');
}
