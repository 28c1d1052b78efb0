import { describe, expect, it } from 'vitest';
import { recipeArgument, recipeHelp } from '../../../../electron/cli/recipe-argument.ts';
import { presetNames, presets } from '../../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';

describe('a recipe of the command line', () => {
  it.each([
    ['ageBreaks=[18,30,30]', /ageBreaks/, /age breaks must rise, and none may stand twice/],
    ['dwellBreaks=[15,5]', /dwellBreaks/, /dwell breaks must rise/],
    ['frequencyBreaks=[2,2]', /frequencyBreaks/, /none may stand twice/],
  ])('is refused with %s, saying where and why', async (setting, where, why) => {
    const refused = recipeArgument('preset:conservative', [setting]);
    await expect(refused).rejects.toMatchObject({ failure: { code: 'bad-parameters' } });
    await expect(refused).rejects.toThrow(where);
    await expect(refused).rejects.toThrow(why);
  });

  it('is taken with breaks that rise', async () => {
    expect((await recipeArgument('preset:conservative', ['ageBreaks=[18,30]'])).ageBreaks).toEqual([18, 30]);
  });

  const settings: readonly (readonly [string, Partial<Recipe>])[] = [
    ['minimumPersons=20', { minimumPersons: 20 }],
    ['products=footfall,dwell,catchment', { products: ['footfall', 'dwell', 'catchment'] }],
    ['products=["flows"]', { products: ['flows'] }],
    ['levels=1,2', { levels: [1, 2] }],
    ['ageBreaks=', { ageBreaks: [] }],
    ['totals=true', { totals: true }],
    ['aim=offers', { aim: 'offers' }],
    ['machineLike=count', { machineLike: 'count' }],
    ['presence=stays', { presence: 'stays' }],
    ['title=2026', { title: '2026' }],
    ['period=2026-05-04/2026-05-10', { period: { from: '2026-05-04', to: '2026-05-10' } }],
    ['period=null', { period: null }],
    ['maximumGroupsPerPersonDay=8', { maximumGroupsPerPersonDay: 8 }],
    ['zones=h3/7', { zones: { kind: 'h3', resolution: 7 } }],
    ['zones=polygons', { zones: { kind: 'polygons' } }],
    [
      'sensitivePlaces.categories=hospital, court',
      { sensitivePlaces: { categories: ['hospital', 'court'], radiusMetres: 250 } },
    ],
    [
      'guarantee.cellKeyNoise=4/1.8/1',
      {
        guarantee: {
          kind: 'classical',
          cellKeyNoise: { maximumNoise: 4, variance: '1.8', smallestFigure: 1 },
        },
      },
    ],
    ['guarantee=differentialPrivacy', { guarantee: presets['differential-privacy'].guarantee }],
  ];
  it.each(settings)('takes %s', async (setting, expected) => {
    expect(await recipeArgument('preset:conservative', [setting])).toEqual({
      ...presets.conservative,
      ...expected,
    });
  });

  it('takes one setting after the other, a budget as text', async () => {
    const { guarantee } = await recipeArgument('preset:conservative', [
      'guarantee=differentialPrivacy',
      'guarantee.rho=0.05',
      'guarantee.deltaExponent=9',
    ]);
    expect(guarantee).toEqual({ kind: 'differentialPrivacy', rho: '0.05', deltaExponent: 9 });
    expect((await recipeArgument('preset:differential-privacy', [])).guarantee.kind).toBe(
      'differentialPrivacy',
    );
  });

  it.each(['toString=1', 'guarantee.rho=1', 'nothing', '=1', 'terms.other=x', 'products.0.x=1'])(
    'refuses %s, naming what there is',
    async (setting) => {
      const refused = recipeArgument('preset:conservative', [setting]);
      await expect(refused).rejects.toMatchObject({ failure: { code: 'bad-option' } });
      await expect(refused).rejects.toThrow(/minimumNights/);
    },
  );

  it.each(['products=footfall,footfall', 'period=tomorrow', 'zones=h3/x', 'guarantee=both', 'totals=maybe'])(
    'refuses what %s says',
    async (setting) => {
      await expect(recipeArgument('preset:conservative', [setting])).rejects.toMatchObject({
        failure: { code: 'bad-parameters' },
      });
    },
  );

  it('is explained with every preset and every name', () => {
    for (const name of presetNames) expect(recipeHelp).toContain(`preset:${name}`);
    for (const name of Object.keys(presets.conservative))
      if (name !== 'version') expect(recipeHelp).toContain(name);
  });
});
