import { expect, it } from 'vitest';
import { judgedText } from '../../../../renderer/desk/features/inspect/judged-text.ts';
import { speechOf } from '../speech.ts';

const english = await speechOf('en');
const german = await speechOf('de');

it.each([
  ['blanks-range', '>= 3', 'at least 3 persons', 'mindestens 3 Personen'],
  ['whole-group-slack', '1', '1 person', '1 Person'],
  ['age-breaks', '>= 18', 'at least 18 years', 'mindestens 18 Jahre'],
  ['approvals', '>= 2', 'at least 2 persons', 'mindestens 2 Personen'],
  ['subtraction', '0', '0 groups', '0 Gruppen'],
  ['fixed-period', '!', 'yes', 'ja'],
  ['trips-with-noise', '+', 'yes', 'ja'],
  ['trips-with-noise', '-', 'no', 'nein'],
  ['rounding-base', '<= 20', 'at most 20', 'höchstens 20'],
])('says of the rule %s what %s counts', (rule, text, en, de) => {
  expect([judgedText(english, rule, text), judgedText(german, rule, text)]).toEqual([en, de]);
});
