/**
 * What a block is made of, apart from its numbers. A block is a stack of layers (a band, a home, a day, a total over bands),
 * each with the same classes (age x gender, age first). Group number = layer * classes + class. Within a layer, ages and
 * genders add up to their last value where `ageTotal`, `genderTotal`. Each of `parts` is a set of layers that adds up to
 * layer `face`. Each of `weights` (one whole number a layer) says, for every class: sum of weight x number <= 0.
 */
export interface BlockShape {
  readonly layers: number;
  readonly ages: number;
  readonly genders: number;
  readonly ageTotal: boolean;
  readonly genderTotal: boolean;
  readonly face: number;
  readonly parts: readonly (readonly number[])[];
  readonly weights: readonly (readonly number[])[];
}
