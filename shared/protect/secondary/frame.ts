import type { BlockShape } from './block-shape.ts';
import { classMovesOf, type ClassMove } from './class-moves.ts';
import { layerMovesOf, type LayerMove } from './layer-moves.ts';

/** A shape with the moves through each of its layers and classes, worked out when first asked for. */
export interface Frame {
  readonly shape: BlockShape;
  readonly classes: number;
  readonly groups: number;
  layerMoves(layer: number): readonly LayerMove[];
  classMoves(index: number): readonly ClassMove[];
}

/** The frame of a shape; make one per shape, not per block. */
export function frameOf(shape: BlockShape): Frame {
  const classes = shape.ages * shape.genders;
  const byLayer: (readonly LayerMove[] | undefined)[] = Array.from({ length: shape.layers });
  const byClass: (readonly ClassMove[] | undefined)[] = Array.from({ length: classes });
  return {
    shape,
    classes,
    groups: shape.layers * classes,
    layerMoves: (layer) => (byLayer[layer] ??= layerMovesOf(shape, layer)),
    classMoves: (index) => (byClass[index] ??= classMovesOf(shape, index)),
  };
}
