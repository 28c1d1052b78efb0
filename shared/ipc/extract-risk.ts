import { z } from 'zod';
import { Recipe } from '../recipe/recipe.ts';

const Count = z.int().nonnegative();
const Share = z.number().min(0).max(1);

/** A share of `of` persons, 0 to 1, with its Wilson 95 % interval. */
export const PersonShare = z.strictObject({
  cases: Count,
  of: Count,
  share: Share,
  low: Share,
  high: Share,
});
export type PersonShare = z.infer<typeof PersonShare>;

/**
 * How exactly places are seen: the cells of the extract (or the positions its events state), the zones of the recipe, zones so many steps coarser, or zones that lie
 * beside each other taken four at a time where there is no coarser kind. `places`: how many with events there are.
 */
export const PlaceSight = z.strictObject({
  kind: z.enum(['cell', 'position', 'zone', 'coarser', 'fours']),
  step: Count,
  places: Count,
});
export type PlaceSight = z.infer<typeof PlaceSight>;

/** Shares of persons whom 1, 2, ... known moments single out, where places and times (by their index) are seen so exactly. */
export const UnicityShares = z.strictObject({ place: Count, time: Count, shares: z.array(PersonShare) });
export type UnicityShares = z.infer<typeof UnicityShares>;

/** Who would be found by moments of theirs; `minutes` are the lengths of time seen. `slope` is measured, absent where it cannot be. */
export const MeasuredUnicity = z.strictObject({
  persons: Count,
  personsSampled: z.boolean(),
  places: z.array(PlaceSight).min(1),
  minutes: z.array(Count).min(1),
  surface: z.array(UnicityShares),
  slopes: z.array(z.strictObject({ known: Count, slope: z.number().optional() })),
});
export type MeasuredUnicity = z.infer<typeof MeasuredUnicity>;

/** How many persons match the worst moments found of somebody: the least, the 5 % and the middle value over persons. */
export const MeasuredAnonymity = z.strictObject({
  known: Count,
  persons: Count,
  least: Count,
  twentieth: Count,
  median: Count,
  /** Not all choices of moments were tried, so a worse one may exist. */
  subsetsSampled: z.boolean(),
});
export type MeasuredAnonymity = z.infer<typeof MeasuredAnonymity>;

/** What an adversary knows of somebody. */
export const AdversaryName = z.enum([
  'location',
  'sequence',
  'time',
  'uniqueLocation',
  'frequency',
  'probability',
  'proportion',
  'homeWork',
]);
export type AdversaryName = z.infer<typeof AdversaryName>;

/** Shares of persons for whom an adversary who knows so many things would be left with one, at most two, or fewer than five persons. */
export const MeasuredAdversary = z.strictObject({
  kind: AdversaryName,
  known: Count,
  persons: Count,
  atOne: Share,
  atLeastHalf: Share,
  aboveFifth: Share,
  personsSampled: z.boolean(),
  /** Not all that can be known was tried: the shares are "at least". */
  instancesSampled: z.boolean(),
});
export type MeasuredAdversary = z.infer<typeof MeasuredAdversary>;

/** What it would mean to lose the extract as it is. Rates only; says nothing about a release. */
export const ExtractRisk = z.strictObject({
  version: z.literal(1),
  seed: z.string(),
  /** Persons with events, and local days from the first event to the last. */
  persons: Count,
  days: Count,
  unicity: MeasuredUnicity,
  anonymity: z.array(MeasuredAnonymity),
  adversaries: z.array(MeasuredAdversary),
  /** How exactly anonymity and adversaries are told: at the cells of the extract, by this length of time. */
  minutes: Count,
  /** By which share what frequency, probability and proportion know may be off. */
  tolerance: Share,
  workMilliseconds: z.number().nonnegative(),
});
export type ExtractRisk = z.infer<typeof ExtractRisk>;

/** Of the recipe only zones, coarser levels and time zone matter. */
export const ExtractRiskRequest = z.strictObject({ recipe: Recipe });

/** The parts of the measurement in their order. */
export const RiskPart = z.enum(['unicity', 'anonymity', 'adversaries']);
export type RiskPart = z.infer<typeof RiskPart>;
