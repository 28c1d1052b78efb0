import { classSizes } from './class-risk.ts';

/** Of each record: size of its class in the sample, estimated size in the population, and risk, 0 to 1. */
export interface IndividualRisk {
  readonly inSample: Float64Array;
  readonly inPopulation: Float64Array;
  readonly risk: Float64Array;
}

/**
 * Individual risk under sampling (Benedetti and Franconi 1998), as the R package sdcMicro computes it: the class in the population is as
 * large as the records' weights (how many people one stands for) together. It must not excuse small counts: whoever knows that
 * somebody is a customer faces the class in the sample, and risk 1 / its size.
 */
export function individualRisk(classOf: Int32Array, weight: ArrayLike<number>): IndividualRisk {
  const sizes = classSizes(classOf);
  const weights = new Float64Array(sizes.length);
  classOf.forEach((number, record) => {
    weights[number] = (weights[number] ?? 0) + (weight[record] ?? 0);
  });
  const inSample = Float64Array.from(classOf, (number) => sizes[number] ?? 0);
  const inPopulation = Float64Array.from(classOf, (number) => weights[number] ?? 0);
  const risk = inSample.map((size, record) => riskOfClass(size, inPopulation[record] ?? 0));
  return { inSample, inPopulation, risk };
}

/**
 * Expected 1 / size in the population of a class with `inSample` records (1 or more): in closed form for one and two, from three on the
 * usual approximation, a little higher. 1 / `inSample` where the sample is the population.
 */
export function riskOfClass(inSample: number, inPopulation: number): number {
  const share = inSample / inPopulation;
  if (share >= 1) return 1 / inSample;
  const odds = share / (1 - share);
  if (inSample === 1) return odds * Math.log(1 / share);
  if (inSample === 2) return odds - odds ** 2 * Math.log(1 / share);
  return share / (inSample - (1 - share));
}

/** The same for a class of three in closed form, which shows how close the approximation is. */
export function exactRiskOfThree(inPopulation: number): number {
  const share = 3 / inPopulation;
  if (share >= 1) return 1 / 3;
  const rest = 1 - share;
  return (share * (rest * (3 * rest - 2) - 2 * share ** 2 * Math.log(share))) / (2 * rest ** 3);
}
