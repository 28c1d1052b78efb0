import { describe, expect, it } from 'vitest';
import { refuseWeakPassphrase } from '../../../electron/node/passphrase.ts';
import { predicateOf } from '../../../shared/recipe/guarantee.ts';
import { longEnough } from '../../../renderer/seal/long-enough.ts';
import { sealAfter } from '../../../renderer/seal/use-seal.ts';
import { words } from '../../../renderer/seal/words.ts';

describe('longEnough', () => {
  it.each([
    '',
    'thirteen char',
    'fourteen chars',
    'a b c d',
    'a b c d e',
    '   a b c d   ',
    '😀😀😀😀😀😀😀😀',
  ])('judges %j as the key file does', (passphrase) => {
    const accepted = (): boolean => {
      try {
        refuseWeakPassphrase(passphrase);
        return true;
      } catch {
        return false;
      }
    };
    expect(longEnough(passphrase)).toBe(accepted());
  });
});

describe('sealAfter', () => {
  const failure = { code: 'wrong-passphrase', message: 'Wrong.', detail: {} };
  const start = { shown: undefined, busy: false, problem: undefined };

  it('is busy from confirming until told otherwise, and forgets the last problem', () => {
    const confirmed = sealAfter({ ...start, problem: failure }, { kind: 'confirmed' });
    expect(confirmed).toMatchObject({ busy: true, problem: undefined });
    const told = sealAfter(confirmed, { kind: 'told', message: { kind: 'problem', failure } });
    expect(told).toMatchObject({ busy: false, problem: failure });
  });
});

describe('words', () => {
  it('have the same problems and rules in both languages, and no sentence that was not translated', () => {
    expect(Object.keys(words.de.problems)).toEqual(Object.keys(words.en.problems));
    expect(words.de.createRules).toHaveLength(words.en.createRules.length);
    const same = Object.entries(words.en).filter(
      ([name, text]) =>
        typeof text === 'string' && text === Object.entries(words.de).find(([n]) => n === name)?.[1],
    );
    expect(same.map(([name]) => name)).toEqual(['organisation']);
  });

  it('say the rule with its number, in words that are not the literal ones', () => {
    expect(words.de.ruleInWords('1.000')).toContain('ab 1.000 verschiedenen Personen');
    expect(words.en.ruleInWords('1,000')).toContain('from 1,000 distinct persons');
    expect(words.en.ruleInWords('30')).not.toBe(
      predicateOf({ minimumPersons: 30, guarantee: { kind: 'classical', cellKeyNoise: null } }),
    );
  });

  it('count the other persons who must approve', () => {
    expect(words.de.outcomes(2).prepared).toContain('2 weitere Personen');
    expect(words.en.outcomes(1).prepared).toContain('one other person');
  });
});
