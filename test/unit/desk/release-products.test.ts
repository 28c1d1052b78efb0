import { expect, it } from 'vitest';
import { withProduct } from '../../../renderer/desk/state/release-products.ts';

it('keeps the order in which tables are written', () => {
  expect(withProduct(['footfall', 'catchment'], 'dwell', true)).toEqual(['footfall', 'dwell', 'catchment']);
  expect(withProduct(['footfall', 'dwell'], 'footfall', false)).toEqual(['dwell']);
  expect(withProduct(['footfall'], 'footfall', true)).toEqual(['footfall']);
});
