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
const builtIn = ['default', 'solo', 'demo'] as const;

function policy(title: string, { t }: Speech): string {
  const name = builtIn.find((each) => builtInPolicies[each].title === title);
  return name === undefined ? title : t(`recipe.policy.name.${name}`);
}

function period(text: string, { t, format }: Speech): string {
  const [from, to] = text.split('/');
  return from === undefined || to === undefined ? t('approve.terms.wholePeriod') : format.period(from, to);
}

function zones(text: string, { t }: Speech): string {
  return text === 'polygons' ? t('frame.polygons') : text;
}

const prints: Readonly<Partial<Record<Difference['field'], Print>>> = {
  preset: key('recipe.preset.name'),
  timeBin: key('recipe.timeBin'),
  missingCategory: key('recipe.missing'),
  suppressedGroups: key('recipe.suppressed'),
  zeroGroups: key('recipe.zero'),
  byGender: (text, { t }) => t(`recipe.gender.${text === 'true' ? 'with' : 'without'}`),
  releaseDate: (text, { format }) => format.day(text) || '–',
  minimumPersons: (text, { format }) => format.number(Number(text)),
  roundingBase: (text, { format }) => format.number(Number(text)),
  period,
  zones,
  policy,
};

/** One side of a change in words, with the dates and numbers of the language. */
export function changeValue(field: Difference['field'], text: string, speech: Speech): string {
  return prints[field]?.(text, speech) ?? (text || '–');
}
