import { expect, test } from 'vitest';
import { exactCounts } from '../../../../shared/attacks/count-rule.ts';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import { cellKeyRule } from '../../../../shared/attacks/rules/cell-key-rule.ts';
import { classicalRule } from '../../../../shared/attacks/rules/classical-rule.ts';
import { gaussianRule } from '../../../../shared/attacks/rules/gaussian-rule.ts';
import { rulesInRanges } from '../../../../shared/attacks/rules/rules-in-ranges.ts';
import { noiseTable, noiseVariants } from '../../../../shared/protect/cell-key/noise-table.ts';

const random = seededRandom('rules', 'test');

test('a classical release hides small groups and the ones that protect them, and rounds the others', () => {
  const rule = classicalRule({ minimumPersons: 15, roundingBase: 10, hidden: Uint8Array.of(0, 1) });
  expect([0, 14, 15, 24, 25].map((n) => rule(0, n, random))).toEqual([NaN, NaN, 20, 20, 30]);
  expect(rule(1, 500, random)).toBeNaN();
});

test('zeros are shown only where the recipe says so, and never in a hidden group', () => {
  const rule = classicalRule({
    minimumPersons: 5,
    roundingBase: 1,
    hidden: Uint8Array.of(0, 1),
    showsZero: true,
  });
  expect([rule(0, 0, random), rule(0, 4, random), rule(1, 0, random)]).toEqual([0, NaN, NaN]);
});

test('cell-key noise has the mean and variance of its row, and the threshold looks at persons', () => {
  const rule = cellKeyRule(noiseTable(noiseVariants.essI), { minimumPersons: 10, roundingBase: 1 });
  expect(rule(0, 9, random)).toBeNaN();
  const figures = Array.from({ length: 20_000 }, () => rule(0, 20, random));
  const mean = figures.reduce((a, b) => a + b, 0) / figures.length;
  // Variance 1.8: the mean of 20,000 has a standard deviation of .0095, the variance about .02.
  expect(Math.abs(mean - 20)).toBeLessThan(0.04);
  expect(Math.abs(figures.reduce((sum, y) => sum + (y - mean) ** 2, 0) / figures.length - 1.8)).toBeLessThan(
    0.1,
  );
});

test('a published figure with cell-key noise is never below the rounding base', () => {
  const rule = cellKeyRule(noiseTable(noiseVariants.essI), {
    minimumPersons: 1,
    roundingBase: 5,
    showsZero: true,
  });
  const figures = Array.from({ length: 500 }, () => rule(0, 1, random));
  expect(Math.min(...figures)).toBe(5);
  expect(rule(0, 0, random)).toBe(0);
});

test('Gaussian noise comes before the threshold', () => {
  const sigma = Float64Array.of(0, 10);
  const rule = gaussianRule({ sigma, minimumPersons: 50, roundingBase: 1, hidden: Uint8Array.of(0, 0, 1) });
  expect([rule(0, 49, random), rule(0, 50, random), rule(2, 90, random)]).toEqual([NaN, 50, NaN]);
  const hidden = Array.from({ length: 4000 }, () => rule(1, 50, random)).filter(Number.isNaN).length;
  // Noise below -0.5 of sigma 10: probability .48; 4,000 draws have a standard deviation of .008.
  expect(Math.abs(hidden / 4000 - 0.48)).toBeLessThan(0.032);
});

test('tables one after the other keep their own rules', () => {
  const rule = rulesInRanges([
    { groups: 2, rule: exactCounts },
    { groups: 3, rule: (group, persons) => 100 * group + persons },
  ]);
  expect([0, 1, 2, 4].map((group) => rule(group, 7, random))).toEqual([7, 7, 7, 207]);
  expect(() => rule(5, 7, random)).toThrow('beyond');
});
