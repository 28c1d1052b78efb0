import type { StackChange } from './stack-change.ts';

/** A layer that takes up the rise of one leaf and the fall of another; -1 stands for none. */
export interface Placed {
  readonly layer: number;
  readonly up: number;
  readonly down: number;
}

/** Layers to look through, from one that depends on `turn` and around. */
export interface Round {
  readonly layers: readonly number[];
  readonly turn: number;
}

/**
 * Finds layers of a part for each leaf that changes, both of a pair in one layer where possible, and adds them to `places`.
 * @returns whether there is one for each leaf.
 */
export function placeAll(
  change: StackChange,
  round: Round & { readonly places: Placed[] },
  rising: readonly number[],
  falling: readonly number[],
): boolean {
  const left = [...falling];
  for (const up of rising) {
    const found = placeOf(change, round, [up], [...left, -1]);
    if (found === undefined) return false;
    round.places.push(found);
    if (found.down >= 0) left.splice(left.indexOf(found.down), 1);
  }
  for (const down of left) {
    const found = placeOf(change, round, [-1], [down]);
    if (found === undefined) return false;
    round.places.push(found);
  }
  return true;
}

/** The first layer of a round in which one of the leaves can go up while another goes down. */
export function placeOf(
  change: StackChange,
  { layers, turn }: Round,
  ups: readonly number[],
  downs: readonly number[],
): Placed | undefined {
  for (const up of ups)
    for (const down of downs)
      for (let i = 0; i < layers.length; i++) {
        const layer = layers[(i + turn * 7) % layers.length] ?? 0;
        if (change.mayTrade(layer, up, down)) return { layer, up, down };
      }
  return undefined;
}

/** Adds a place to the change. */
export function put(change: StackChange, { layer, up, down }: Placed): void {
  if (up >= 0) change.add(layer, up, 1);
  if (down >= 0) change.add(layer, down, -1);
}
