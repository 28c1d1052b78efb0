import type { BlockShape } from './block-shape.ts';

/**
 * Layers that change together so that every sum over layers stays true; the asked one comes first, with sign 1. `effects`
 * is what the move adds to each of the shape's weighted sums.
 */
export interface LayerMove {
  readonly layers: readonly number[];
  readonly signs: readonly number[];
  readonly effects: readonly number[];
}

/** Every smallest move through a layer: against another layer of its part, or with the total and one layer of each part. */
export function layerMovesOf(shape: BlockShape, layer: number): readonly LayerMove[] {
  const own = shape.parts.findIndex((part) => part.includes(layer));
  if (layer !== shape.face && own < 0) return freeMoves(shape, layer);
  const others = shape.parts.filter((_, part) => part !== own);
  const throughFace = [...combinations(others)].map((chosen) =>
    moveOf(shape, layer === shape.face ? [layer, ...chosen] : [layer, shape.face, ...chosen]),
  );
  const within = (shape.parts[own] ?? []).filter((other) => other !== layer);
  return [...within.map((other) => moveOf(shape, [layer, other], -1)), ...throughFace];
}

function freeMoves(shape: BlockShape, layer: number): readonly LayerMove[] {
  const free = Array.from({ length: shape.layers }, (_, at) => at).filter(
    (at) => at !== layer && at !== shape.face && !shape.parts.some((part) => part.includes(at)),
  );
  const against = shape.weights.length === 0 ? [] : free.map((other) => moveOf(shape, [layer, other], -1));
  return [moveOf(shape, [layer]), ...against];
}

function* combinations(parts: readonly (readonly number[])[]): Generator<readonly number[]> {
  const [first, ...rest] = parts;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const layer of first) for (const more of combinations(rest)) yield [layer, ...more];
}

function moveOf(shape: BlockShape, layers: readonly number[], otherSign: 1 | -1 = 1): LayerMove {
  const signs = layers.map((_, i) => (i === 0 ? 1 : otherSign));
  const effects = shape.weights.map((weight) =>
    layers.reduce((sum, layer, i) => sum + (weight[layer] ?? 0) * (signs[i] ?? 0), 0),
  );
  return { layers, signs, effects };
}
