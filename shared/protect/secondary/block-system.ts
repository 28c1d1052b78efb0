import type { LinearSystem } from '../../audit/linear-system.ts';
import type { Block } from './block.ts';
import type { Bounds } from './bounds.ts';
import type { Frame } from './frame.ts';

/** The sums of a block as rows over its group numbers: `factors[i]` belongs to `groups[i]`; the sum lies in [low, high]. */
export interface BlockRow {
  readonly groups: readonly number[];
  readonly factors: readonly number[];
  readonly low: number;
  readonly high: number;
}

const rowsOfFrame = new WeakMap<Frame, readonly BlockRow[]>();

/** Every sum that ties the groups of a block. */
export function rowsOf(frame: Frame): readonly BlockRow[] {
  const known = rowsOfFrame.get(frame) ?? listRows(frame);
  rowsOfFrame.set(frame, known);
  return known;
}

function listRows(frame: Frame): readonly BlockRow[] {
  const { shape, classes } = frame;
  const layers = Array.from({ length: shape.layers }, (_, layer) => layer);
  const ofClass = Array.from({ length: classes }, (_, at) => at);
  const sumsOfParts = shape.parts.flatMap((part) =>
    ofClass.map((at) => equation([shape.face, ...part].map((layer) => layer * classes + at))),
  );
  const weighted = shape.weights.flatMap((weight) => ofClass.map((at) => weightedRow(weight, classes, at)));
  return [...layers.flatMap((layer) => rowsOfLayer(frame, layer)), ...sumsOfParts, ...weighted];
}

function rowsOfLayer(frame: Frame, layer: number): readonly BlockRow[] {
  const { ages, genders, ageTotal, genderTotal } = frame.shape;
  const at = (age: number, gender: number) => layer * frame.classes + age * genders + gender;
  const overAges = ageTotal
    ? down(genders).map((gender) => equation(down(ages).map((age) => at(age, gender))))
    : [];
  const overGenders = genderTotal
    ? down(ages).map((age) => equation(down(genders).map((gender) => at(age, gender))))
    : [];
  return [...overAges, ...overGenders];
}

function down(size: number): readonly number[] {
  return Array.from({ length: size }, (_, i) => size - 1 - i);
}

/** The first group is the sum of the others. */
function equation(groups: readonly number[]): BlockRow {
  return { groups, factors: groups.map((_, i) => (i === 0 ? -1 : 1)), low: 0, high: 0 };
}

function weightedRow(weight: readonly number[], classes: number, at: number): BlockRow {
  const layers = weight.map((_, layer) => layer).filter((layer) => weight[layer] !== 0);
  const groups = layers.map((layer) => layer * classes + at);
  return { groups, factors: layers.map((layer) => weight[layer] ?? 0), low: -Infinity, high: 0 };
}

/** A block as a linear system without its known groups. `variableOf[group]` is -1 for a known one. */
export interface BlockSystem {
  readonly system: LinearSystem;
  readonly groupOf: Int32Array;
  readonly variableOf: Int32Array;
}

/** What a reader with these bounds knows of a block, for the solver and for the ranges shown in the window. */
export function systemOfBlock(block: Block, bounds: Bounds): BlockSystem {
  const { groups } = block.frame;
  const variableOf = new Int32Array(groups).fill(-1);
  const free: number[] = [];
  for (let group = 0; group < groups; group++) {
    if (bounds.low[group] === bounds.high[group]) continue;
    variableOf[group] = free.length;
    free.push(group);
  }
  const low = Float64Array.from(free, (group) => bounds.low[group] ?? 0);
  const high = Float64Array.from(free, (group) => bounds.high[group] ?? 0);
  const rows = rowsOf(block.frame).map((row) => freeRow(row, variableOf, bounds));
  const used = rows.filter(({ groups: left }) => left.length > 0);
  return { system: { low, high, ...packed(used) }, groupOf: Int32Array.from(free), variableOf };
}

function freeRow(row: BlockRow, variableOf: Int32Array, bounds: Bounds): BlockRow {
  let known = 0;
  const groups: number[] = [];
  const factors: number[] = [];
  row.groups.forEach((group, i) => {
    const variable = variableOf[group] ?? -1;
    const factor = row.factors[i] ?? 0;
    if (variable < 0) known += factor * (bounds.low[group] ?? 0);
    else {
      groups.push(variable);
      factors.push(factor);
    }
  });
  return { groups, factors, low: row.low - known, high: row.high - known };
}

/** Rows in the form of a linear system; `groups` of a row are taken as variables. */
export function packed(rows: readonly BlockRow[]): Omit<LinearSystem, 'low' | 'high'> {
  const rowStarts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    rowStarts[i + 1] = (rowStarts[i] ?? 0) + row.groups.length;
  });
  return {
    rowStarts,
    variable: Int32Array.from(rows.flatMap(({ groups }) => groups)),
    coefficient: Int32Array.from(rows.flatMap(({ factors }) => factors)),
    rowLow: Float64Array.from(rows, ({ low }) => low),
    rowHigh: Float64Array.from(rows, ({ high }) => high),
  };
}
