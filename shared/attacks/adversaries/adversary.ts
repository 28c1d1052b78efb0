/**
 * The eight adversaries of scikit-mobility (Pellungrini et al. 2018, "A Data Mining Approach to Assess Privacy Risk in Human Mobility
 * Data"), who know some of what one person left in the extract: places in any order (a place twice counts twice), places in
 * order, places with the time, different places, places with how often, with the share of all visits, with how often relative to
 * the most visited one known, or the two most visited places.
 */
export const adversaryKinds = [
  'location',
  'sequence',
  'time',
  'uniqueLocation',
  'frequency',
  'probability',
  'proportion',
  'homeWork',
] as const;
export type AdversaryKind = (typeof adversaryKinds)[number];

/**
 * `known`: how many things the adversary knows, 1 or more; somebody who left fewer is known in full (`homeWork`: always two).
 * `tolerance`: by which share of another person's own figure, 0 to 1, what is known may differ from it; for `frequency`, `probability`
 * and `proportion`.
 */
export interface Adversary {
  readonly kind: AdversaryKind;
  readonly known: number;
  readonly tolerance: number;
}

/**
 * What may be known of one person, thing by thing. Persons match an instance (some of the things, ascending) if they are in the set of
 * each and, where `isMatch` is given, it says so. Further copies of a thing follow the first (`first[thing]` is its index) and are
 * matched by whoever has it that often. Things with the same `label` are the same to the adversary (unless given, none is).
 */
export interface Knowledge {
  readonly sets: readonly Uint32Array[];
  readonly first: Int32Array;
  readonly label?: Int32Array;
  readonly isMatch?: (person: number, instance: readonly number[]) => boolean;
}
