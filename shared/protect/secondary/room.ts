import type { Bounds } from './bounds.ts';
import type { ClassMove } from './class-moves.ts';
import type { Frame } from './frame.ts';
import type { LayerMove } from './layer-moves.ts';

/** Numbers that satisfy a block's sums, within bounds: what a move starts from. */
export interface Field {
  readonly frame: Frame;
  readonly bounds: Bounds;
  readonly numbers: Float64Array;
}

/** How far one group can go up (`sign` 1) or down (-1) alone. */
export function roomOf(field: Field, group: number, sign: number): number {
  const now = field.numbers[group] ?? 0;
  return sign > 0 ? (field.bounds.high[group] ?? 0) - now : now - (field.bounds.low[group] ?? 0);
}

/** How often a move can be made in a direction (1 or -1): the least room among all groups it changes. */
export function roomForMove(field: Field, layers: LayerMove, classes: ClassMove, direction: number): number {
  const perLayer = field.frame.classes;
  let room = Infinity;
  for (let i = 0; i < layers.layers.length; i++) {
    const base = (layers.layers[i] ?? 0) * perLayer;
    const sign = direction * (layers.signs[i] ?? 0);
    for (let j = 0; j < classes.classes.length; j++) {
      const left = roomOf(field, base + (classes.classes[j] ?? 0), sign * (classes.signs[j] ?? 0));
      if (left < room) room = left;
      if (room <= 0) return 0;
    }
  }
  if (layers.effects.length === 0) return room;
  return Math.min(room, roomInWeights(field, layers, classes, direction));
}

/** How often the move can be made as far as the weighted sums go. */
export function roomInWeights(
  field: Field,
  layers: LayerMove,
  classes: ClassMove,
  direction: number,
): number {
  let room = Infinity;
  layers.effects.forEach((effect, weight) => {
    classes.classes.forEach((at, j) => {
      const rise = direction * effect * (classes.signs[j] ?? 0);
      if (rise > 0) room = Math.min(room, Math.floor(slackOf(field, weight, at) / rise));
    });
  });
  return Math.max(0, room);
}

function slackOf(field: Field, weight: number, at: number): number {
  const factors = field.frame.shape.weights[weight] ?? [];
  return -factors.reduce(
    (sum, factor, layer) => sum + factor * (field.numbers[layer * field.frame.classes + at] ?? 0),
    0,
  );
}

/** Makes a move `times` times and notes the groups it changed. */
export function makeMove(field: Field, layers: LayerMove, classes: ClassMove, made: Made): void {
  layers.layers.forEach((layer, i) => {
    classes.classes.forEach((at, j) => {
      const group = layer * field.frame.classes + at;
      const by = made.times * (layers.signs[i] ?? 0) * (classes.signs[j] ?? 0);
      field.numbers[group] = (field.numbers[group] ?? 0) + by;
      made.touched.push(group);
    });
  });
}

/** `times` is negative for moves made backwards. */
export interface Made {
  readonly times: number;
  readonly touched: number[];
}
