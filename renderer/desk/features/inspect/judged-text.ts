import { limitText } from '../../language/limit-text.ts';
import type { TFunction } from 'i18next';
import type { formatsOf } from '../../language/format.ts';
import type { JudgedRule } from '../../../../shared/ipc/judged-rule.ts';

/** What the numbers of a rule count. Rules left out have plain numbers or words. */
const units: Readonly<Record<string, string>> = {
  'minimum-persons': 'persons',
  'figures-minimum': 'persons',
  'blanks-range': 'persons',
  'whole-group-slack': 'persons',
  'age-breaks': 'years',
  'person-bound': 'groups',
  'dwell-breaks': 'minutes',
  'minimum-nights': 'nights',
  'sensitive-radius': 'metres',
  'objection-register': 'hours',
  subtraction: 'groups',
  'whole-groups': 'times',
  membership: 'percent',
  'membership-targets': 'persons',
  recovery: 'points',
  reconstruction: 'points',
  approvals: 'persons',
  'review-by': 'days',
};

/** Rules that are about whether something is there. */
const yesOrNo = new Set([
  'no-demo',
  'dpia-reference',
  'recipient-profile',
  'fixed-period',
  'extrapolate-with-noise',
  'trips-with-noise',
]);

export interface JudgedSpeech {
  readonly t: TFunction;
  readonly format: ReturnType<typeof formatsOf>;
}

/** What a rule asks for, finds or allows, in words: `at least 30 persons`, `hour, day`, `nothing`. */
export function judgedText(speech: JudgedSpeech, rule: JudgedRule['rule'], text: string): string {
  const { t } = speech;
  if (yesOrNo.has(rule)) return t(`judge.${text === '-' ? 'notThere' : 'there'}`);
  if (text === '*') return t('judge.noLimit');
  const match = /^(>=|<=|>)? ?(-?\d+(?:\.\d+)?)$/.exec(text);
  if (!match) return limitText(t, text);
  const [, sign, digits] = match;
  const value = withUnit(speech, rule, Number(digits));
  return sign === undefined ? value : t(`judge.bound.${bounds[sign]}`, { value });
}

const bounds: Readonly<Record<string, string>> = { '>=': 'atLeast', '<=': 'atMost', '>': 'above' };

function withUnit({ t, format }: JudgedSpeech, rule: string, count: number): string {
  const shown = format.decimal(count);
  const unit = units[rule];
  return unit === undefined ? shown : t(`judge.unit.${unit}`, { count, shown });
}
