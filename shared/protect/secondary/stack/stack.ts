import type { Block } from '../block.ts';
import { frameOf, type Frame } from '../frame.ts';
import { keptFor } from './kept-for.ts';

/** Groups of a layer that are no sums of others, and for each of the layer's ways to add them up, what adds up to what. */
export interface Classes {
  /** Classes that are no totals. */
  readonly leaves: Int32Array;
  /** Lines of leaves with the class that holds their sum: by age, by gender. */
  readonly byAge: readonly Line[];
  readonly byGender: readonly Line[];
  /** Class that holds everybody of a layer. */
  readonly all: number;
  readonly isLeaf: Uint8Array;
  /** Of each leaf, the classes whose sums hold it; of each class, its leaves. */
  readonly totalsOf: readonly (readonly number[])[];
  readonly leavesOf: readonly (readonly number[])[];
}

/** A class and the leaves that add up to it. */
export interface Line {
  readonly total: number;
  readonly leaves: readonly number[];
}

const classesOfFrame = new WeakMap<Frame, Classes>();
const planeOfFrame = new WeakMap<Frame, Frame>();

/** Whether a frame is a stack: layers that add up to a face, each with the sum over all its classes, and nothing else. */
export function isStack({ shape }: Frame): boolean {
  const hasSum = (shape.ages === 1 || shape.ageTotal) && (shape.genders === 1 || shape.genderTotal);
  return shape.layers > 1 && shape.face >= 0 && shape.weights.length === 0 && hasSum;
}

/** The classes of a stack's layers. */
export function classesIn(frame: Frame): Classes {
  return keptFor(classesOfFrame, frame, listClasses);
}

function listClasses({ shape, classes }: Frame): Classes {
  const { ages, genders, ageTotal, genderTotal } = shape;
  const ageList = inner(ages, ageTotal);
  const genderList = inner(genders, genderTotal);
  const at = (age: number, gender: number) => age * genders + gender;
  const leaves = Int32Array.from(ageList.flatMap((age) => genderList.map((gender) => at(age, gender))));
  const isLeaf = new Uint8Array(classes);
  for (const leaf of leaves) isLeaf[leaf] = 1;
  const holds = (total: number, leaf: number) => {
    const [age, gender] = [Math.floor(total / genders), total % genders];
    const isAge = age === Math.floor(leaf / genders) || (ageTotal && age === ages - 1);
    return isAge && (gender === leaf % genders || (genderTotal && gender === genders - 1));
  };
  const every = Array.from({ length: classes }, (_, one) => one);
  return {
    isLeaf,
    totalsOf: every.map((leaf) => every.filter((total) => isLeaf[total] === 0 && holds(total, leaf))),
    leavesOf: every.map((total) => [...leaves].filter((leaf) => holds(total, leaf))),
    leaves,
    byAge: ageList.map((age) => ({
      total: at(age, genders - 1),
      leaves: genderList.map((gender) => at(age, gender)),
    })),
    byGender: genderList.map((gender) => ({
      total: at(ages - 1, gender),
      leaves: ageList.map((age) => at(age, gender)),
    })),
    all: classes - 1,
  };
}

function inner(size: number, hasTotal: boolean): readonly number[] {
  return Array.from({ length: hasTotal ? size - 1 : size }, (_, at) => at);
}

/** The frame of one layer of a stack. */
export function planeOf(frame: Frame): Frame {
  return keptFor(planeOfFrame, frame, oneLayer);
}

function oneLayer({ shape }: Frame): Frame {
  return frameOf({ ...shape, layers: 1, face: -1, parts: [], weights: [] });
}

/** The face of a stack as a block of its own. */
export function faceOf(block: Block): Block {
  const { frame } = block;
  const { shape, classes } = frame;
  const plane = planeOf(frame);
  const from = shape.face * classes;
  const to = from + classes;
  return {
    frame: plane,
    persons: block.persons.slice(from, to),
    state: block.state.slice(from, to),
    single: block.single.slice(from, to),
    cost: block.cost.slice(from, to),
    outerLow: block.outerLow?.slice(from, to),
    outerHigh: block.outerHigh?.slice(from, to),
    boundedByRule: block.boundedByRule,
  };
}
