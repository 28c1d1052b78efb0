import { Refusal } from '../base/failure.ts';
import type { Population } from './population.ts';
import { defaultRakingLimits, rake, type Margin, type RakingLimits } from './raking.ts';
import { effectiveSampleSize, trimWeights } from './weights.ts';

/**
 * The operator's customers by home zone, age band and gender, in the layout of `Population`: its zones in its order, and
 * all bands and genders of the release's breakdown, among them those a population file does not have (`unknown`).
 */
export type Customers = Population;

/** How many inhabitants each customer stands for, and how far that can be trusted. */
export interface PopulationWeights {
  /** By entry of the customers' table, 0 where nobody is. */
  readonly weights: Float64Array;
  /** Age band by gender, over all zones: for tables that are not by home zone. 0 where nobody is. */
  readonly classFactors: Float64Array;
  readonly lowest: number;
  readonly highest: number;
  readonly effectiveSampleSize: number;
  readonly shareTrimmed: number;
  readonly inhabitantsLost: number;
  readonly rounds: number;
}

/**
 * Rakes customers to the inhabitants by zone, by age and by gender, and caps the weights. Visitors are never raked to
 * residents: only homes are. Bands and genders that the population does not have (unknown, or diverse in a file without
 * it) keep their share among customers, and the stated ones share the rest; so every margin adds up to all inhabitants.
 * Refuses what `rake` refuses and margins that cannot all be met (`raking-no-fit`).
 */
export function populationWeights(
  customers: Customers,
  population: Population,
  cap: number,
  limits: RakingLimits = defaultRakingLimits,
): PopulationWeights {
  if (customers.zoneIds.join('\n') !== population.zoneIds.join('\n'))
    throw new Error('customers and population have different zones');
  const margins = [
    marginOf('zone', customers, population),
    marginOf('age', customers, population),
    marginOf('gender', customers, population),
  ];
  const { fitted, rounds, worstGap, converged } = rake(customers.persons, margins, limits);
  if (!converged)
    throw new Refusal(
      'raking-no-fit',
      `After ${rounds} rounds a total of the population is still missed by ${(100 * worstGap).toPrecision(2)} %: ` +
        'too many combinations have no customer; use coarser zones or bands.',
      { rounds, gap: worstGap },
    );
  const { persons } = customers;
  const raw = fitted.map((figure, i) => ((persons[i] ?? 0) > 0 ? figure / (persons[i] ?? 1) : 0));
  const { weights, shareTrimmed, inhabitantsLost } = trimWeights(raw, persons, cap);
  const held = weights.filter((_, i) => (persons[i] ?? 0) > 0);
  return {
    weights,
    classFactors: classFactorsOf(customers, weights),
    lowest: held.reduce((least, weight) => Math.min(least, weight), Number.POSITIVE_INFINITY),
    highest: held.reduce((most, weight) => Math.max(most, weight), 0),
    effectiveSampleSize: effectiveSampleSize(weights, persons),
    shareTrimmed,
    inhabitantsLost,
    rounds,
  };
}

const dimensions = { zone: 'zoneIds', age: 'ageBands', gender: 'genders' } as const;

function marginOf(name: keyof typeof dimensions, customers: Customers, population: Population): Margin {
  const labels = customers[dimensions[name]];
  const stated = population[dimensions[name]];
  const categoryOf = categories(name, customers);
  const sums = sumBy(categoryOf, customers.persons, labels.length);
  const inhabitants = sumBy(categories(name, population), population.persons, stated.length);
  const everybody = inhabitants.reduce((sum, n) => sum + n, 0);
  const all = sums.reduce((sum, n) => sum + n, 0);
  const own = sums.map((n, i) => (stated.includes(labels[i] ?? '') || all === 0 ? 0 : (n / all) * everybody));
  const rest = everybody > 0 ? 1 - own.reduce((sum, n) => sum + n, 0) / everybody : 1;
  const totals = own.map((n, i) => {
    const at = stated.indexOf(labels[i] ?? '');
    return at < 0 ? n : (inhabitants[at] ?? 0) * rest;
  });
  const lost = stated.find((label) => !labels.includes(label));
  if (lost !== undefined) throw new Error(`customers have no ${name} ${lost}`);
  return { name, labels, categoryOf, totals };
}

function categories(name: keyof typeof dimensions, table: Population): Int32Array {
  const ages = table.ageBands.length;
  const sexes = table.genders.length;
  return Int32Array.from(table.persons, (_, i) => {
    if (name === 'zone') return Math.floor(i / (ages * sexes));
    return name === 'age' ? Math.floor(i / sexes) % ages : i % sexes;
  });
}

function sumBy(categoryOf: Int32Array, values: Float64Array, size: number): Float64Array {
  const sums = new Float64Array(size);
  categoryOf.forEach((category, i) => {
    sums[category] = (sums[category] ?? 0) + (values[i] ?? 0);
  });
  return sums;
}

function classFactorsOf({ ageBands, genders, persons }: Customers, weights: Float64Array): Float64Array {
  const classes = ageBands.length * genders.length;
  const classOf = Int32Array.from(persons, (_, i) => i % classes);
  const people = sumBy(classOf, persons, classes);
  const inhabitants = sumBy(
    classOf,
    weights.map((weight, i) => weight * (persons[i] ?? 0)),
    classes,
  );
  return inhabitants.map((sum, i) => ((people[i] ?? 0) > 0 ? sum / (people[i] ?? 1) : 0));
}
