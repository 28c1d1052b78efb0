import { Refusal } from '../base/failure.ts';
import type { ProtectionReport } from '../ipc/protection.ts';
import { GroupFactors } from '../products/group-factors.ts';
import { everyone, populationOf } from '../products/population.ts';
import type { PopulationFile } from '../products/population-file.ts';
import { populationWeights, type Customers, type PopulationWeights } from '../products/population-weights.ts';
import { extrapolated } from '../protect/extrapolate.ts';
import type { Breakdown } from '../products/person-classes.ts';
import { ageBandLabels } from '../recipe/age-bands.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Placed } from './placed.ts';
import type { ProtectedTable } from './protected-table.ts';

/** A weight is at most this many times what one customer stands for on the whole. */
export const capTimes = 5;

/** What weights are made of: people who count, their homes in the finest zones, and public totals. */
export interface ExtrapolationSource {
  readonly placed: Placed;
  readonly people: { readonly breakdown: Breakdown; readonly classOfPerson: Int32Array };
  /** Finest home zone by person, -1 unknown. */
  readonly homeOfPerson: Int32Array;
  readonly population: PopulationFile | undefined;
}

/** Factors of groups, and how far they can be trusted, in figures that are rounded. */
export interface Extrapolation {
  readonly factors: GroupFactors;
  readonly report: NonNullable<ProtectionReport['extrapolation']>;
}

/**
 * Weights of customers by home zone, age band and gender, raked to public totals. People without a known home count in none
 * of the zones. Refuses differential privacy (`extrapolate-with-noise`: nobody would pay for weights from raw data), a
 * missing population file (`no-population`), and what the file lacks.
 */
export function extrapolationOf(recipe: Recipe, source: ExtrapolationSource): Extrapolation {
  const { population, placed } = source;
  refuseNoise(recipe);
  if (population === undefined)
    throw new Refusal(
      'no-population',
      'The recipe extrapolates to all inhabitants, but no open file says how many there are: add a population file or leave extrapolation out.',
    );
  const customers = customersOf(source);
  const inhabitants = populationOf(population.rows, {
    zoneIds: customers.zoneIds,
    ageBands: ageBandLabels(recipe.ageBreaks),
    byGender: recipe.byGender,
    fileName: population.name,
  });
  const cap = (capTimes * sum(inhabitants.persons)) / Math.max(1, sum(customers.persons));
  const weights = populationWeights(customers, inhabitants, cap > 0 ? cap : 1);
  const zones = placed.shapes.length;
  const levels = placed.levels.map(({ zoneOfFinest }) => zoneOfFinest);
  return {
    factors: new GroupFactors(customers, weights.weights, { zones, levels }),
    report: reportOf(customers, weights, recipe),
  };
}

/** Refuses to extrapolate under differential privacy (`extrapolate-with-noise`). */
export function refuseNoise({ extrapolate, guarantee }: Pick<Recipe, 'extrapolate' | 'guarantee'>): void {
  if (!extrapolate || guarantee.kind === 'classical') return;
  throw new Refusal(
    'extrapolate-with-noise',
    'Nothing is extrapolated under differential privacy: the weights would come from raw data that the budget does not pay for.',
  );
}

/**
 * The figures of a protected table for the population, -1 where none is published. Only catchment knows homes; in the other
 * tables a group has the factor of its age and gender, since visitors are never raked to the residents of a zone.
 */
export function estimatesOf(
  { counted, fates, figures }: ProtectedTable,
  { minimumPersons, roundingBase }: Recipe,
  factors: GroupFactors,
): Int32Array {
  const { part, contributors } = counted.table;
  return Int32Array.from(fates, (fate, i) => {
    if (fate !== 0) return -1;
    const place = { home: part.home?.[i], age: part.age?.[i] ?? 0, gender: part.gender?.[i] ?? 0 };
    const group = { contributors: contributors[i] ?? 0, figure: figures[i] ?? 0, factor: factors.at(place) };
    return extrapolated(group, minimumPersons, roundingBase) ?? -1;
  });
}

function customersOf({ placed, people, homeOfPerson }: ExtrapolationSource): Customers {
  const { breakdown, classOfPerson } = people;
  const zones = placed.levels[0]?.size ?? 0;
  const persons = new Float64Array(zones * breakdown.classes);
  homeOfPerson.forEach((home, person) => {
    const group = classOfPerson[person] ?? -1;
    if (home < 0 || group < 0) return;
    const at = home * breakdown.classes + group;
    persons[at] = (persons[at] ?? 0) + 1;
  });
  return {
    zoneIds: placed.shapes.slice(0, zones).map(({ zoneId }) => zoneId),
    ageBands: breakdown.ages.length > 0 ? breakdown.ages : [everyone],
    genders: breakdown.genders.length > 0 ? breakdown.genders : [everyone],
    persons,
  };
}

/** Weights are told of homes and classes with enough customers alone, and everything to two or three digits. */
function reportOf(
  { persons }: Customers,
  { weights, effectiveSampleSize, shareTrimmed }: PopulationWeights,
  { minimumPersons }: Recipe,
): Extrapolation['report'] {
  const told = weights.filter((_, i) => (persons[i] ?? 0) >= minimumPersons);
  const range =
    told.length === 0
      ? {}
      : {
          lowestWeight: digits(
            told.reduce((low, weight) => Math.min(low, weight)),
            3,
          ),
          highestWeight: digits(
            told.reduce((high, weight) => Math.max(high, weight)),
            3,
          ),
        };
  return {
    effectiveSampleSize: Math.floor(digits(effectiveSampleSize, 2)),
    trimmedPercent: Math.round(100 * shareTrimmed),
    ...range,
  };
}

function digits(value: number, precision: number): number {
  return Number(value.toPrecision(precision));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
