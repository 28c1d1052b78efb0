import type { Reader } from './bounds.ts';

/**
 * Something the protection of a group under the minimum asks for. `high` and `low`: the range for the reader of the figures
 * reaches far enough up and down; `width`: the range for the reader who knows the rule is wide enough; `contributor`: it is
 * no single number once the number of group `known` is known (-1: nothing known besides).
 */
export interface Need {
  readonly kind: 'high' | 'low' | 'width' | 'contributor';
  readonly group: number;
  readonly known: number;
}

/** Who the need is about. */
export function readerOf(need: Need, knowsRule: boolean): Reader {
  return knowsRule && (need.kind === 'width' || need.kind === 'contributor') ? 'rule' : 'figures';
}

/** Tells needs apart. */
export function keyOf({ kind, group, known }: Need): string {
  return `${kind} ${group} ${known}`;
}

/** Of needs put to the solver, those about a group and of a kind of which nothing is left. */
export function metOf(needs: readonly Need[], left: readonly Need[]): readonly Need[] {
  const isLeft = new Set(left.map(({ kind, group }) => keyOf({ kind, group, known: -1 })));
  return needs.filter(({ kind, group }) => !isLeft.has(keyOf({ kind, group, known: -1 })));
}
