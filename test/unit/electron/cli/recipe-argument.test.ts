import { describe, expect, it } from 'vitest';
import { recipeArgument } from '../../../../electron/cli/recipe-argument.ts';

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
});
