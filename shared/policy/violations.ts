import type { Recipe } from '../recipe/recipe.ts';
import { addsNoise } from '../recipe/guarantee.ts';
import type { Policy } from './policy.ts';

/** Rules a recipe can break, in the order in which they are told. */
export const ruleNames = [
  'minimum-persons',
  'rounding-base',
  'time-bin',
  'h3-resolution',
  'age-breaks',
  'products',
  'dwell-breaks',
  'minimum-nights',
  'machine-like',
  'sensitive-places',
  'sensitive-radius',
  'guarantee',
  'cell-key-noise',
  'zero-groups',
  'delta',
  'person-bound',
  'fixed-period',
  'levels-with-noise',
  'extrapolate-with-noise',
  'trips-with-noise',
] as const;
export type RuleName = (typeof ruleNames)[number];

/** One rule a recipe breaks: the parameter, what it asks for and what the policy allows, each ready to print. */
export interface Violation {
  readonly rule: RuleName;
  readonly asked: string;
  readonly allowed: string;
}

/** How a rule stands for a recipe it says something about. */
export interface RuleStand extends Violation {
  readonly kept: boolean;
}

/** Undefined where the rule says nothing about the recipe, or nothing worth telling while it is kept. */
type Stand = Omit<RuleStand, 'rule'> | undefined;
type Rule = (recipe: Recipe, policy: Policy) => Stand;

const rules: Readonly<Record<RuleName, Rule>> = {
  'minimum-persons': (recipe, policy) => atLeast(recipe.minimumPersons, policy.minimumPersons),
  'rounding-base': ({ roundingBase, minimumPersons }) => atMost(roundingBase, minimumPersons),
  'time-bin': (recipe, { timeBins }) => oneOf([recipe.timeBin], timeBins),
  'h3-resolution': ({ zones }, policy) =>
    zones.kind === 'h3' ? atMost(zones.resolution, policy.maximumH3Resolution) : undefined,
  'age-breaks': ({ ageBreaks }, policy) => atLeast(ageBreaks[0], policy.minimumAgeBreak),
  products: (recipe, policy) => oneOf(recipe.products, policy.products),
  'dwell-breaks': ({ products, dwellBreaks }, policy) =>
    products.includes('dwell') ? atLeast(dwellBreaks[0], policy.minimumDwellBreak) : undefined,
  'minimum-nights': ({ products, minimumNights }, policy) =>
    products.includes('catchment') ? atLeast(minimumNights, policy.minimumNights) : undefined,
  'machine-like': ({ machineLike }, { excludeMachineLike }) =>
    excludeMachineLike ? oneOf([machineLike], ['exclude']) : undefined,
  'sensitive-places': placesMasked,
  'sensitive-radius': ({ sensitivePlaces }, policy) =>
    sensitivePlaces.categories.length > 0
      ? atLeast(sensitivePlaces.radiusMetres, policy.sensitiveRadiusMetres)
      : undefined,
  guarantee: ({ guarantee }, policy) => oneOf([guarantee.kind], policy.guarantees),
  'cell-key-noise': ({ guarantee }, { allowCellKeyNoise }) =>
    guarantee.kind === 'classical' && guarantee.cellKeyNoise !== null && !allowCellKeyNoise
      ? broken(`${guarantee.cellKeyNoise.maximumNoise}`, '0')
      : undefined,
  'zero-groups': ({ zeroGroups, guarantee }, { allowZeroGroups }) =>
    allowZeroGroups && guarantee.kind === 'classical' ? undefined : oneOf([zeroGroups], ['hidden']),
  delta: ({ guarantee }, policy) =>
    guarantee.kind === 'differentialPrivacy'
      ? atLeast(guarantee.deltaExponent, policy.minimumDeltaExponent)
      : undefined,
  'person-bound': ({ guarantee, maximumGroupsPerPersonDay }) =>
    guarantee.kind === 'differentialPrivacy' && maximumGroupsPerPersonDay === null
      ? broken('-', '>= 1')
      : undefined,
  'fixed-period': ({ guarantee, period }) =>
    guarantee.kind === 'differentialPrivacy' && period === null ? broken('-', '!') : undefined,
  'levels-with-noise': ({ guarantee, levels }) =>
    guarantee.kind === 'differentialPrivacy' && levels.length > 0
      ? broken(levels.join(', '), '0')
      : undefined,
  'extrapolate-with-noise': ({ guarantee, extrapolate }) =>
    guarantee.kind === 'differentialPrivacy' && extrapolate ? broken('+', '-') : undefined,
  'trips-with-noise': ({ guarantee, trips }) =>
    trips && addsNoise(guarantee) ? broken('+', '-') : undefined,
};

/** How every rule of `policy` that says something about `recipe` stands, in the order in which they are told. */
export function ruleStands(recipe: Recipe, policy: Policy): readonly RuleStand[] {
  return ruleNames.flatMap((rule) => {
    const stand = rules[rule](recipe, policy);
    return stand ? [{ rule, ...stand }] : [];
  });
}

/** Every rule of `policy` that `recipe` breaks, by how much; empty when it keeps them all. */
export function violations(recipe: Recipe, policy: Policy): readonly Violation[] {
  return ruleStands(recipe, policy).flatMap(({ kept, ...violation }) => (kept ? [] : [violation]));
}

function broken(asked: string, allowed: string): Stand {
  return { asked, allowed, kept: false };
}

function placesMasked({ sensitivePlaces }: Recipe, { sensitiveCategories }: Policy): Stand {
  if (sensitiveCategories.length === 0) return undefined;
  const left = sensitiveCategories.filter((one) => !sensitivePlaces.categories.includes(one));
  const asked = sensitivePlaces.categories.join(', ') || '-';
  return left.length === 0
    ? { asked, allowed: sensitiveCategories.join(', '), kept: true }
    : broken(asked, `+ ${left.join(', ')}`);
}

function atLeast(asked: number | undefined, floor: number): Stand {
  if (asked === undefined) return undefined;
  return { asked: `${asked}`, allowed: `>= ${floor}`, kept: asked >= floor };
}

function atMost(asked: number, ceiling: number): Stand {
  return { asked: `${asked}`, allowed: `<= ${ceiling}`, kept: asked <= ceiling };
}

function oneOf(asked: readonly string[], allowed: readonly string[]): Stand {
  const beyond = asked.filter((one) => !allowed.includes(one));
  const kept = beyond.length === 0;
  return { asked: (kept ? asked : beyond).join(', '), allowed: allowed.join(', '), kept };
}
