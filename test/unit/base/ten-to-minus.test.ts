import { expect, it } from 'vitest';
import { tenToMinus } from '../../../shared/base/ten-to-minus.ts';

it('prints the exponent of a power of ten raised, digit by digit', () => {
  expect([6, 10, 0].map(tenToMinus)).toEqual(['10⁻⁶', '10⁻¹⁰', '10⁻⁰']);
});
