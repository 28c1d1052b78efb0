import { expect, test } from 'vitest';
import { gaussianCeiling, pureCeiling } from '../../../../shared/attacks/membership/ceilings.ts';
import { normalBelow, studentQuantile } from '../../../../shared/attacks/membership/normal.ts';
import { pureCeilings, gaussianCeilings } from '../../../support/vectors/membership.ts';

test.each(gaussianCeilings)(
  'no attack on Gaussian noise of rho %s beats the ceiling in the tables',
  (rho, auc, accuracy) => {
    expect(gaussianCeiling(rho).auc).toBeCloseTo(auc, 12);
    expect(gaussianCeiling(rho).accuracy).toBeCloseTo(accuracy, 12);
  },
);

test.each(pureCeilings)(
  'no attack on a promise of epsilon %s beats the ceiling in the tables',
  (epsilon, most) => {
    expect(pureCeiling(epsilon)).toEqual({
      auc: expect.closeTo(most, 12),
      accuracy: expect.closeTo(most, 12),
    });
  },
);

test('the normal distribution has the printed values, also far out', () => {
  expect(normalBelow(0)).toBe(0.5);
  expect(normalBelow(1.959963984540054)).toBeCloseTo(0.975, 13);
  expect(normalBelow(-5) / 2.866515718791939e-7).toBeCloseTo(1, 10);
  expect(normalBelow(3.9999) - normalBelow(4.0001)).toBeCloseTo(-0.0002 * 1.338302257648854e-4, 12);
});

test("Student's quantiles are those of the tables", () => {
  expect(studentQuantile(4)).toBeCloseTo(2.776, 1);
  expect(studentQuantile(10)).toBeCloseTo(2.228, 2);
  expect(studentQuantile(49)).toBeCloseTo(2.0096, 4);
});
