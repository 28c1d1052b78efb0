import type { LinearSystem, Ranges } from '../../audit/linear-system.ts';
import { propagate } from '../../audit/propagate.ts';
import { axisNames } from '../../ledger/axes.ts';
import { rangeOfFigure } from '../../ledger/figure-range.ts';
import { stretchKey, type Stretch } from '../../ledger/stretch.ts';
import { genders as allGenders } from '../../recipe/age-bands.ts';
import type { Cluster } from './clusters.ts';
import { refine, type Refinement } from './cuts.ts';
import type { Slot } from './slots.ts';
import { systemBuilder, type SystemBuilder } from './system-builder.ts';
import type { Side } from './table-pairs.ts';

/** A group that may be exposed: runs of ages, genders and, where `layer` is set, bands or homes. */
export interface Target {
  readonly variable: number;
  readonly age: Stretch;
  readonly gender: Stretch;
  readonly layer?: Layer;
  readonly among?: Stretch;
  /** Of the part only these are taken from the whole; where absent those of the same age and gender. */
  readonly without?: { readonly age: Stretch; readonly gender: Stretch };
}

/** What splits the persons of a slot besides age and gender: bands of a product, or homes. */
export type Layer = 'dwell' | 'frequency' | 'home';

/** A cluster as a linear system over its atoms, and what may be exposed, small groups first. */
export interface ClusterSystem {
  readonly system: LinearSystem;
  readonly targets: readonly Target[];
}

interface Frame {
  readonly ages: Refinement;
  readonly genders: Refinement;
  readonly layers: ReadonlyMap<Layer, Refinement>;
}

const [ageAxis, genderAxis, bandAxis] = [
  axisNames.indexOf('age'),
  axisNames.indexOf('gender'),
  axisNames.indexOf('band'),
];
const everything: Stretch = { from: 0, to: Infinity };

/** What bands and homes say of the persons of a slot, worked out once for all clusters it takes part in. */
export type SlotBounds = Map<Slot, Map<string, Ranges | undefined>>;

/** What all clusters of one search share. `hasHomes`: sides whose homes lie on one line. */
export interface ClusterContext {
  readonly hasHomes: (side: Side) => boolean;
  readonly bounds: SlotBounds;
}

/**
 * Writes a cluster over the atoms of its figures: the pieces of age, gender, bands and homes between all cuts. Each figure is a sum
 * of atoms within what rounding and noise leave; bands and homes add up to the persons of the slot, class by class; the
 * persons of a part are among those of the whole. Where two slots meet, their bands and homes count as far as propagation carries them.
 */
export function clusterSystem(cluster: Cluster, context: ClusterContext): ClusterSystem {
  return cluster.part
    ? systemOfTwo(cluster.whole, cluster.part, context)
    : systemOfOne(cluster.whole, context);
}

function systemOfOne(slot: Slot, { hasHomes }: ClusterContext): ClusterSystem {
  const frame = frameOf([slot], hasHomes);
  const builder = systemBuilder();
  const variables = addSlot(builder, frame, slot);
  const targets = [
    ...classTargets(builder, frame, variables.persons),
    ...layerTargets(builder, frame, variables),
  ];
  return { targets, system: builder.built() };
}

function systemOfTwo(whole: Slot, part: Slot, context: ClusterContext): ClusterSystem {
  const frame = frameOf([whole, part], context.hasHomes);
  const builder = systemBuilder();
  const [ofWhole, ofPart] = [whole, part].map((slot) => {
    const { persons } = addSlot(builder, { ...frame, layers: new Map() }, slot);
    const bounds = boundsOf(slot, frame, context.bounds);
    if (bounds)
      persons.forEach((v, i) =>
        builder.sum([v], { low: bounds.low[i] ?? 0, high: bounds.high[i] ?? Infinity }),
      );
    return persons;
  });
  const left = (ofWhole ?? []).map((total, i) => {
    const rest = builder.add();
    builder.equal(total, [ofPart?.[i] ?? 0, rest]);
    return rest;
  });
  const targets = [
    ...classTargets(builder, frame, left),
    ...remainderTargets(builder, frame, { left, ofPart: ofPart ?? [] }),
  ];
  return { targets, system: builder.built() };
}

/** Bounds of the persons of a slot, class by class, from all its figures; `undefined` where bands and homes say nothing. */
function boundsOf(slot: Slot, frame: Frame, known: SlotBounds): Ranges | undefined {
  if (![...slot.rows.keys()].some((side) => layerOf(side) !== undefined)) return undefined;
  const ofSlot = known.get(slot) ?? new Map<string, Ranges | undefined>();
  known.set(slot, ofSlot);
  const key = [frame.ages, frame.genders, ...frame.layers.values()]
    .map(({ pieces }) => pieces.map(stretchKey).join())
    .join(' ');
  if (!ofSlot.has(key)) {
    const builder = systemBuilder();
    addSlot(builder, frame, slot);
    ofSlot.set(key, propagate(builder.built()));
  }
  return ofSlot.get(key);
}

function layerOf({ grid: { table } }: Side): Layer | undefined {
  if (table.product === 'dwell' || table.product === 'frequency') return table.product;
  return table.product === 'catchment' ? 'home' : undefined;
}

function layerAxis(layer: Layer): number {
  return layer === 'home' ? axisNames.indexOf('other') : bandAxis;
}

function frameOf(slots: readonly Slot[], hasHomes: (side: Side) => boolean): Frame {
  const sides = [...new Set(slots.flatMap(({ rows }) => [...rows.keys()]))];
  const layers = new Map<Layer, Refinement>();
  for (const layer of ['dwell', 'frequency', 'home'] as const) {
    const having = sides.filter((side) => layerOf(side) === layer && (layer !== 'home' || hasHomes(side)));
    if (having.length > 0) layers.set(layer, refine(everything, along(layerAxis(layer), having)));
  }
  return {
    ages: refine({ from: 0, to: 121 }, along(ageAxis, sides)),
    genders: refine({ from: 0, to: allGenders.length }, along(genderAxis, sides)),
    layers,
  };
}

function along(axis: number, sides: readonly Side[]): readonly Stretch[] {
  return sides.flatMap(({ grid }) => grid.axes[axis]?.places ?? []);
}

interface SlotVariables {
  /** Persons by age piece and gender piece. */
  readonly persons: readonly number[];
  /** The same by piece of a layer. */
  readonly layers: ReadonlyMap<Layer, readonly (readonly number[])[]>;
}

function addSlot(builder: SystemBuilder, frame: Frame, { rows }: Slot): SlotVariables {
  const classes = frame.ages.pieces.length * frame.genders.pieces.length;
  const add = (): readonly number[] => Array.from({ length: classes }, () => builder.add());
  const persons = add();
  const layers = new Map<Layer, readonly (readonly number[])[]>();
  for (const side of rows.keys()) {
    const layer = layerOf(side);
    const refinement = layer && frame.layers.get(layer);
    if (!layer || !refinement || layers.has(layer)) continue;
    const pieces = refinement.pieces.map(add);
    layers.set(layer, pieces);
    persons.forEach((total, i) =>
      builder.equal(
        total,
        pieces.map((piece) => piece[i] ?? 0),
      ),
    );
  }
  const variables = { persons, layers };
  for (const [side, list] of rows) for (const row of list) addFigure(builder, frame, variables, [side, row]);
  return variables;
}

function addFigure(
  builder: SystemBuilder,
  frame: Frame,
  variables: SlotVariables,
  [side, row]: readonly [Side, number],
): void {
  const { axes, table, released } = side.grid;
  const placeOn = (axis: number): Stretch => axes[axis]?.places[axes[axis].column[row] ?? 0] ?? everything;
  const ages = frame.ages.spanOf(placeOn(ageAxis));
  const genders = frame.genders.spanOf(placeOn(genderAxis));
  const stacks = stacksOf(frame, variables, side, placeOn);
  if (!ages || !genders || !stacks) return;
  const sum = stacks.flatMap((stack) => classesIn(frame, stack, ages, genders));
  builder.sum(sum, rangeOfFigure(table.persons[row] ?? 0, released.recipe));
}

/** The stacks of classes that a figure adds up: the persons of the slot, or those of the pieces of its band or home. */
function stacksOf(
  frame: Frame,
  { persons, layers }: SlotVariables,
  side: Side,
  placeOn: (axis: number) => Stretch,
): readonly (readonly number[])[] | undefined {
  const layer = layerOf(side);
  const place = layer === undefined ? everything : placeOn(layerAxis(layer));
  if (layer === undefined || (place.from === 0 && place.to === Infinity)) return [persons];
  const span = frame.layers.get(layer)?.spanOf(place);
  return span && layers.get(layer)?.slice(...span);
}

type Span = readonly [from: number, to: number];

function classesIn(
  { genders }: Frame,
  stack: readonly number[],
  ages: Span,
  inGenders: Span,
): readonly number[] {
  const width = genders.pieces.length;
  const list: number[] = [];
  for (let age = ages[0]; age < ages[1]; age++)
    for (let gender = inGenders[0]; gender < inGenders[1]; gender++)
      list.push(stack[age * width + gender] ?? 0);
  return list;
}

/** Longest run of neighbouring pieces that is tried, besides all of them. */
const longestRun = 3;

/** Runs of up to three pieces, of all but one and of all together, short ones first. */
function runs(count: number): readonly Span[] {
  const lengths = [...new Set([1, 2, longestRun, count])]
    .filter((length) => length <= count)
    .toSorted((a, b) => a - b);
  return lengths.flatMap((length) =>
    Array.from({ length: count - length + 1 }, (_, from) => [from, from + length] as const),
  );
}

function classTargets(builder: SystemBuilder, frame: Frame, stack: readonly number[]): readonly Target[] {
  const { ages, genders } = frame;
  return runs(ages.pieces.length).flatMap((inAges) =>
    runs(genders.pieces.length).map((inGenders) => ({
      variable: builder.sumOf(classesIn(frame, stack, inAges, inGenders)),
      age: covered(ages, inAges),
      gender: covered(genders, inGenders),
    })),
  );
}

/** Everybody of the whole but some ages or genders of the part. */
function remainderTargets(
  builder: SystemBuilder,
  frame: Frame,
  { left, ofPart }: { readonly left: readonly number[]; readonly ofPart: readonly number[] },
): readonly Target[] {
  const { ages, genders } = frame;
  const [allOfAges, allOfGenders]: readonly [Span, Span] = [
    [0, ages.pieces.length],
    [0, genders.pieces.length],
  ];
  const taken = [
    ...runs(ages.pieces.length).map((span) => [span, allOfGenders] as const),
    ...runs(genders.pieces.length).map((span) => [allOfAges, span] as const),
  ];
  return taken.flatMap(([inAges, inGenders]) => {
    const gone = new Set(classesIn(frame, ofPart, inAges, inGenders));
    const rest = ofPart.filter((variable) => !gone.has(variable));
    if (rest.length === 0) return [];
    return [
      {
        variable: builder.sumOf([...left, ...rest]),
        age: covered(ages, allOfAges),
        gender: covered(genders, allOfGenders),
        without: { age: covered(ages, inAges), gender: covered(genders, inGenders) },
      },
    ];
  });
}

function layerTargets(builder: SystemBuilder, frame: Frame, { layers }: SlotVariables): readonly Target[] {
  const { ages, genders } = frame;
  return [...layers].flatMap(([layer, stacks]) => {
    const refinement = frame.layers.get(layer);
    if (!refinement) return [];
    const spans = layer === 'home' ? stacks.map((_, i): Span => [i, i + 1]) : runs(stacks.length);
    const classes = classSpans(frame);
    return spans.flatMap((span) =>
      classes.map(([inAges, inGenders]) => ({
        variable: builder.sumOf(
          stacks.slice(...span).flatMap((stack) => classesIn(frame, stack, inAges, inGenders)),
        ),
        age: covered(ages, inAges),
        gender: covered(genders, inGenders),
        layer,
        among: covered(refinement, span),
      })),
    );
  });
}

/** Each class of its own, and all together. */
function classSpans({ ages, genders }: Frame): readonly (readonly [Span, Span])[] {
  const [rows, columns] = [ages.pieces.length, genders.pieces.length];
  const single = Array.from({ length: rows * columns }, (_, i): readonly [Span, Span] => {
    const [age, gender] = [Math.floor(i / columns), i % columns];
    return [
      [age, age + 1],
      [gender, gender + 1],
    ];
  });
  return rows * columns === 1
    ? single
    : [
        ...single,
        [
          [0, rows],
          [0, columns],
        ],
      ];
}

function covered({ pieces }: Refinement, [from, to]: Span): Stretch {
  return { from: pieces[from]?.from ?? 0, to: pieces[to - 1]?.to ?? 0 };
}
