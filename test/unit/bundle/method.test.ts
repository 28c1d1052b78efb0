import { describe, expect, it } from 'vitest';
import { methodEnglish } from '../../../shared/bundle/method-english.ts';
import { methodGerman } from '../../../shared/bundle/method-german.ts';
import { verifyText } from '../../../shared/bundle/verify-text.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { productNames } from '../../../shared/products/product.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { sensitiveCategories } from '../../../shared/recipe/sensitive-places.ts';
import { smallRecipe } from '../../support/small-bundle.ts';

const noisy: Recipe = {
  ...smallRecipe,
  guarantee: { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 },
};
const cellKey: Recipe = {
  ...smallRecipe,
  guarantee: { kind: 'classical', cellKeyNoise: { maximumNoise: 3, variance: '2', smallestFigure: 0 } },
};
const tests = {
  en: ['Singling out: ', 'Linkability: ', 'Inference: '],
  de: ['Herausgreifen: ', 'Verknüpfbarkeit: ', 'Schlussfolgern: '],
};

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe.each([
  ['en', methodEnglish],
  ['de', methodGerman],
] as const)('the method in %s', (language, method) => {
  it('tells each table of the recipe, with the three tests, and no other', () => {
    const few = method({ ...smallRecipe, products: ['dwell', 'flows'] });
    for (const product of productNames) {
      expect(count(method(smallRecipe), `(data/tables/${product}.csv)`)).toBe(1);
      expect(count(few, `(data/tables/${product}.csv)`)).toBe(/dwell|flows/.test(product) ? 1 : 0);
    }
    for (const test of tests[language]) {
      expect(count(method(smallRecipe), test)).toBe(5);
      expect(count(few, test)).toBe(2);
    }
  });

  it('tells the numbers of the recipe', () => {
    const recipe: Recipe = {
      ...smallRecipe,
      maximumGapMinutes: 111,
      maximumNightGapMinutes: 444,
      maximumTripMinutes: 222,
      minimumNights: 7,
      dwellBreaks: [9, 33],
      frequencyBreaks: [3, 13],
      maximumGroupsPerPersonDay: 17,
      sensitivePlaces: { categories: [...sensitiveCategories], radiusMetres: 335 },
    };
    const text = method(recipe);
    for (const number of ['111', '444', '222', '7', '9, 33', '3, 13', '17', '335 m', '18, 30'])
      expect(text).toMatch(new RegExp(`(^|[^\\d])${number}[^\\d]`));
  });

  it('promises differential privacy only where it holds, with its numbers', () => {
    expect(method(noisy)).toMatch(/rho = 0[.,]1 /);
    expect(method(noisy)).toMatch(/epsilon = \d[.,]\d{4} /);
    for (const recipe of [smallRecipe, cellKey]) {
      expect(method(recipe)).not.toContain('epsilon');
      expect(method(recipe)).toMatch(/(not differential privacy|keine Differential Privacy)/);
    }
  });

  it('warns of what cell-key noise does not protect just where it is on', () => {
    const title = /What cell-key noise does not protect|Wovor das Zellschlüsselrauschen nicht schützt/;
    expect(method(cellKey)).toMatch(title);
    expect(method(smallRecipe)).not.toMatch(title);
    expect(method(noisy)).not.toMatch(title);
  });

  it('tells where trips stand only if they are asked for', () => {
    const title = /number of trips stands beside|steht neben den Personen die Zahl der Fahrten/;
    expect(method({ ...smallRecipe, trips: true })).toMatch(title);
    expect(method(smallRecipe)).not.toMatch(title);
    expect(method({ ...smallRecipe, trips: true, products: ['dwell'] })).not.toMatch(title);
  });

  it('ends with the terms for recipients, and how a withdrawal is announced', () => {
    const [last = ''] = method(smallRecipe).split('\n\n').slice(-1);
    expect(last).toMatch(/^(Terms for recipients|Bedingungen für Empfänger)\n/);
    expect(last.trimEnd().split('\n')).toHaveLength(5);
    expect(last).toContain('allowed_signers');
  });

  it('leaves no hole', () => {
    for (const recipe of [smallRecipe, noisy, cellKey, { ...smallRecipe, trips: true }])
      expect(method(recipe)).not.toMatch(/undefined|null|NaN|\[object| {2}|\n{3}/);
  });
});

describe('VERIFY.txt', () => {
  it('says where the terms stand and where a withdrawal is announced', () => {
    const text = verifyText('freigabe-2026-05-20-01234567', builtInPolicies.default);
    expect(text).toContain('data/evidence/method.en.txt');
    expect(text).toMatch(/withdrawn.*\n.*names freigabe-2026-05-20-01234567/);
  });
});
