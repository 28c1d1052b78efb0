import type { GroupName } from '../../ledger/finding.ts';
import type { Product } from '../../products/product.ts';

/**
 * What a reader could state: "all 12 people from H in this table were at Z" (`everyone`), "all but one of them" (`allBut`: those outside,
 * at most `exceptions`, learn it of the others), or "people from H are 4 times as often at Z as people at large" (`lift`).
 */
export interface Statement {
  readonly kind: 'everyone' | 'allBut' | 'lift';
  readonly product: Product;
  /** The group, and the group inside it where all of them were. */
  readonly group: GroupName;
  readonly category: GroupName;
  /** Released figure of the group; of a lift the persons of the group at the place. */
  readonly persons: number;
  /** Most persons who may be outside; 0 for `everyone` and `lift`. */
  readonly exceptions: number;
  /** Least share of the group in the category, 0 to 1. */
  readonly share: number;
  /** How many times as often, at least; only of a lift. */
  readonly times?: number;
}
