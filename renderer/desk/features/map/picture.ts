import type { Product } from '../../../../shared/products/product.ts';

/** What the map tells of each zone, with the words a sentence about it needs. */
export type Picture =
  | { readonly kind: 'visits' | 'period' | 'leaving' | 'visitors' }
  | { readonly kind: 'stayed' | 'days'; readonly band: string }
  | { readonly kind: 'arriving' | 'homes'; readonly from: string; readonly zone: number };

interface Asked {
  readonly product: Product;
  /** The chosen band in words. */
  readonly band: string | undefined;
  /** The zone whose flows or visitors' homes are shown: its index among those drawn, and its name. */
  readonly from: { readonly zone: number; readonly name: string } | undefined;
}

/** Which picture a view of a product is. */
export function pictureOf({ product, band, from }: Asked): Picture {
  switch (product) {
    case 'footfall':
      return { kind: 'visits' };
    case 'dwell':
      return band === undefined ? { kind: 'visits' } : { kind: 'stayed', band };
    case 'frequency':
      return band === undefined ? { kind: 'period' } : { kind: 'days', band };
    case 'flows':
      return from === undefined
        ? { kind: 'leaving' }
        : { kind: 'arriving', from: from.name, zone: from.zone };
    case 'catchment':
      return from === undefined ? { kind: 'visitors' } : { kind: 'homes', from: from.name, zone: from.zone };
  }
}
