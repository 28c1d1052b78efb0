import { expect, it } from 'vitest';
import { pictureOf } from '../../../../renderer/desk/features/map/picture.ts';
import { readFileSync } from 'node:fs';
import { productNames } from '../../../../shared/products/product.ts';

const from = { zone: 3, name: 'Altstadt' };
const texts = JSON.parse(
  readFileSync(new URL('../../../../renderer/desk/language/en/map.json', import.meta.url), 'utf8'),
) as {
  readonly scope: Record<string, { readonly persons?: string; readonly personBins?: string }>;
  readonly figure: Record<string, string>;
};
const timed = new Set(['visits', 'stayed', 'leaving', 'arriving']);

it('tells zones by what the product and the choice make of them', () => {
  const none = { band: undefined, from: undefined };
  expect(productNames.map((product) => pictureOf({ product, ...none }).kind)).toEqual([
    'visits',
    'visits',
    'period',
    'leaving',
    'visitors',
  ]);
  expect(pictureOf({ product: 'dwell', band: '5–15 min', from: undefined })).toEqual({
    kind: 'stayed',
    band: '5–15 min',
  });
  expect(pictureOf({ product: 'catchment', band: undefined, from })).toEqual({
    kind: 'homes',
    from: 'Altstadt',
    zone: 3,
  });
});

it('has words for each picture, and for sums over time where the product knows time', () => {
  const pictures = productNames.flatMap((product) => [
    pictureOf({ product, band: undefined, from: undefined }),
    pictureOf({ product, band: 'b', from }),
  ]);
  for (const { kind } of pictures) {
    expect(texts.scope[kind]?.persons, kind).toBeDefined();
    expect(texts.scope[kind]?.personBins !== undefined, kind).toBe(timed.has(kind));
    expect(texts.figure[kind], kind).toContain('{{figure}}');
  }
});
