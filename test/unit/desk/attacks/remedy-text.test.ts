import { describe, expect, it } from 'vitest';
import { gateValues } from '../../../../renderer/desk/features/attacks/gate-line.ts';
import { remedyText } from '../../../../renderer/desk/language/remedy-text.ts';
import { builtInPolicies } from '../../../../shared/policy/policy.ts';
import { presets } from '../../../../shared/recipe/presets.ts';
import { speechOf } from '../speech.ts';

const english = await speechOf('en');
const german = await speechOf('de');
const recipe = { ...presets.conservative, minimumPersons: 30, byGender: true, ageBreaks: [18, 65] };

describe('a change in words', () => {
  it('says what to do, from what to what', () => {
    expect(remedyText(english, { minimumPersons: 45 }, recipe)).toBe(
      'Raise the minimum from 30 to 45 persons',
    );
    expect(remedyText(german, { minimumPersons: 45 }, recipe)).toBe(
      'Mindestzahl von 30 auf 45 Personen anheben',
    );
    expect(remedyText(german, { timeBin: 'day' }, { ...recipe, timeBin: 'hour' })).toBe(
      'Nach Tagen statt nach Stunden zählen',
    );
  });

  it('names categories that go, both in one', () => {
    expect(remedyText(english, { byGender: false }, recipe)).toBe('Leave gender out');
    expect(remedyText(english, { byGender: false, ageBreaks: [] }, recipe)).toBe(
      'Leave gender and age bands out',
    );
  });

  it('names tables that go, not those that stay', () => {
    const both = { ...recipe, products: ['footfall' as const, 'flows' as const] };
    expect(remedyText(english, { products: ['footfall'] }, both)).toBe('Leave the table Flows out');
  });

  it('names the budget', () => {
    const guarantee = { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 } as const;
    const change = { guarantee: { ...guarantee, rho: '0.05' } };
    expect(remedyText(german, change, { ...recipe, guarantee })).toBe('Budget Rho von 0,1 auf 0,05 senken');
  });

  it('stands beside what it comes to and what is allowed', () => {
    const { default: own } = builtInPolicies;
    const policy = { ...own, attacks: { ...own.attacks, membershipPercent: 60 } };
    expect(gateValues({ attack: 'membership', policy, noisy: false, measured: 54 }, english)).toMatchObject({
      measured: 'up to 54 times in 100',
      limit: 'at most 60 times in 100',
    });
  });
});
