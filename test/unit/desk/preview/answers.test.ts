import { describe, expect, it } from 'vitest';
import { type Answer, canAnswer, cannotAnswer } from '../../../../renderer/desk/features/preview/answers.ts';
import texts from '../../../../renderer/desk/language/en/preview.json' with { type: 'json' };
import { productNames } from '../../../../shared/products/product.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';
import { smallRecipe } from '../../../support/small-bundle.ts';

const whole: Recipe = { ...smallRecipe, products: [...productNames], trips: true };
const differential = { kind: 'differentialPrivacy', rho: '0.1', deltaExponent: 6 } as const;
const bare: Recipe = {
  ...smallRecipe,
  products: ['catchment'],
  ageBreaks: [],
  byGender: false,
  levels: [],
  trips: false,
  extrapolate: false,
  roundingBase: 1,
};
const keys = (answers: readonly Answer[]) => answers.map(({ key }) => key);
const of = (answers: readonly Answer[], key: string) => answers.find((one) => one.key === key)?.values;

/** The sentence of a key, in its one form or its plural. */
function sentence(part: object, key: string): string | undefined {
  const found = key.split('.').reduce<unknown>((node, name) => {
    const inside = node as Readonly<Record<string, unknown>> | undefined;
    return inside?.[name] ?? inside?.[`${name}_other`];
  }, part);
  return typeof found === 'string' ? found : undefined;
}

describe('what a release answers', () => {
  it('is one sentence a table, and one for each way it is broken down', () => {
    expect(keys(canAnswer(whole)).slice(0, productNames.length)).toEqual(
      productNames.map((product) => `product.${product}`),
    );
    expect(keys(canAnswer(bare))).toEqual(['product.catchment']);
    const broken = canAnswer({
      ...bare,
      ageBreaks: [18, 65],
      byGender: true,
      levels: [1],
      extrapolate: true,
    });
    expect(keys(broken)).toEqual(['product.catchment', 'age', 'gender', 'levels', 'extrapolated']);
    expect(of(broken, 'age')?.['bands']).toMatch(/^\D*0–17, 18–64, 65\+?\D*$/);
  });

  it('promises trips only with flows', () => {
    expect(keys(canAnswer(whole))).toContain('trips');
    expect(keys(canAnswer({ ...bare, trips: true }))).not.toContain('trips');
  });
});

describe('what it does not answer', () => {
  it('names each table that is missing, and what is not broken down', () => {
    const missing = keys(cannotAnswer(bare, undefined));
    expect(missing).toEqual(
      expect.arrayContaining(['missing.footfall', 'missing.flows', 'noAge', 'noGender']),
    );
    expect(missing).not.toContain('missing.catchment');
    expect(missing).not.toContain('rounding');
    expect(missing).not.toContain('noTrips');
    expect(keys(cannotAnswer(whole, undefined)).filter((key) => key.startsWith('missing'))).toEqual([]);
  });

  it('says what the guarantee keeps back: small groups, or exact numbers', () => {
    expect(of(cannotAnswer(whole, undefined), 'few')).toEqual({ minimum: whole.minimumPersons });
    const noisy: Recipe = { ...whole, guarantee: differential };
    expect(keys(cannotAnswer(noisy, undefined))).toEqual(expect.arrayContaining(['fewNoisy', 'noise']));
    expect(keys(cannotAnswer(noisy, undefined))).not.toContain('few');
  });

  it('counts zones and bins without a figure only where they are known and there are any', () => {
    const counts = { zones: 60, zonesWithout: 1, bins: 168, binsWithout: 0 };
    expect(of(cannotAnswer(whole, counts), 'zonesWithout')).toEqual({ count: 1, of: 60 });
    expect(keys(cannotAnswer(whole, counts))).not.toContain('binsWithout');
    expect(keys(cannotAnswer(whole, undefined))).not.toContain('zonesWithout');
  });
});

it('has a sentence for each answer', () => {
  const counts = { zones: 2, zonesWithout: 1, bins: 2, binsWithout: 1 };
  for (const recipe of [whole, bare, { ...whole, guarantee: differential, extrapolate: true }]) {
    for (const { key } of canAnswer(recipe)) expect(sentence(texts.answer, key), key).toBeDefined();
    for (const { key } of cannotAnswer(recipe, counts)) expect(sentence(texts.not, key), key).toBeDefined();
  }
});
