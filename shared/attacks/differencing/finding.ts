import type { CountRange } from '../../ledger/figure-range.ts';
import type { Finding, GroupName, NamedFigure } from '../../ledger/finding.ts';
import type { Product } from '../../products/product.ts';
import type { Sliver } from './zone-overlay.ts';

/**
 * Where a subtraction was found: `nested`: two figures of one table of the candidate; `products`: of two tables; `earlier`: the same table
 * of an earlier release; `zone-maps`: an earlier release with other zones; `sums`: several figures added and taken away.
 */
export const findingKinds = ['nested', 'products', 'earlier', 'zone-maps', 'sums'] as const;
export type FindingKind = (typeof findingKinds)[number];

/** Something that can be worked out by subtraction, from released figures alone. */
export interface DifferencingFinding extends Finding {
  readonly kind: FindingKind;
  /** Products of the two figures where they are of different tables. */
  readonly largerProduct?: Product;
  readonly smallerProduct?: Product;
  /** Persons in the larger group and not in the smaller, or in the group that several figures expose. */
  readonly left?: CountRange;
  /** Where they were, when the two groups are zones of different maps. */
  readonly sliver?: Sliver;
  /** What sums of several figures expose, and the figures it was worked out from (at most 12). */
  readonly exposed?: ExposedGroup;
  readonly figures?: readonly NamedFigure[];
}

/** A sliver through which something was found: between zones of the candidate and of the earlier release that is named. */
export interface FoundSliver extends Sliver {
  readonly earlier: string;
  /** Whether the larger of its two zones is that of the earlier release. */
  readonly isLargerEarlier: boolean;
}

/** A group that no figure tells alone; `without`: a group inside it whose persons are not meant. */
export interface ExposedGroup {
  readonly group: GroupName;
  readonly without?: GroupName;
}
