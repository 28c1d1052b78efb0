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

/** What a recipe asks for and what is allowed, where it breaks a rule; undefined where it keeps it. */
type Breach = Omit<Violation, 'rule'> | undefined;
type Rule = (recipe: Recipe, policy: Policy) => Breach;

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
  'sensitive-places': ({ sensitivePlaces }, policy) => {
    const left = policy.sensitiveCategories.filter((one) => !sensitivePlaces.categories.includes(one));
    return left.length === 0
      ? undefined
      : { asked: sensitivePlaces.categories.join(', ') || '-', allowed: `+ ${left.join(', ')}` };
  },
  'sensitive-radius': ({ sensitivePlaces }, policy) =>
    sensitivePlaces.categories.length > 0
      ? atLeast(sensitivePlaces.radiusMetres, policy.sensitiveRadiusMetres)
      : undefined,
  guarantee: ({ guarantee }, policy) => oneOf([guarantee.kind], policy.guarantees),
  'cell-key-noise': ({ guarantee }, { allowCellKeyNoise }) =>
    guarantee.kind === 'classical' && guarantee.cellKeyNoise !== null && !allowCellKeyNoise
      ? { asked: `${guarantee.cellKeyNoise.maximumNoise}`, allowed: '0' }
      : undefined,
  'zero-groups': ({ zeroGroups, guarantee }, { allowZeroGroups }) =>
    allowZeroGroups && guarantee.kind === 'classical' ? undefined : oneOf([zeroGroups], ['hidden']),
  delta: ({ guarantee }, policy) =>
    guarantee.kind === 'differentialPrivacy'
      ? atLeast(guarantee.deltaExponent, policy.minimumDeltaExponent)
      : undefined,
  'person-bound': ({ guarantee, maximumGroupsPerPersonDay }) =>
    guarantee.kind === 'differentialPrivacy' && maximumGroupsPerPersonDay === null
      ? { asked: '-', allowed: '>= 1' }
      : undefined,
  'fixed-period': ({ guarantee, period }) =>
    guarantee.kind === 'differentialPrivacy' && period === null ? { asked: '-', allowed: '!' } : undefined,
  'levels-with-noise': ({ guarantee, levels }) =>
    guarantee.kind === 'differentialPrivacy' && levels.length > 0
      ? { asked: levels.join(', '), allowed: '0' }
      : undefined,
  'extrapolate-with-noise': ({ guarantee, extrapolate }) =>
    guarantee.kind === 'differentialPrivacy' && extrapolate ? { asked: '+', allowed: '-' } : undefined,
  'trips-with-noise': ({ guarantee, trips }) =>
    trips && addsNoise(guarantee) ? { asked: '+', allowed: '-' } : undefined,
};

/** Every rule of `policy` that `recipe` breaks, by how much; empty when it keeps them all. */
export function violations(recipe: Recipe, policy: Policy): readonly Violation[] {
  return ruleNames.flatMap((rule) => {
    const breach = rules[rule](recipe, policy);
    return breach ? [{ rule, ...breach }] : [];
  });
}

function atLeast(asked: number | undefined, floor: number): Breach {
  return asked === undefined || asked >= floor ? undefined : { asked: `${asked}`, allowed: `>= ${floor}` };
}

function atMost(asked: number, ceiling: number): Breach {
  return asked <= ceiling ? undefined : { asked: `${asked}`, allowed: `<= ${ceiling}` };
}

function oneOf(asked: readonly string[], allowed: readonly string[]): Breach {
  const beyond = asked.filter((one) => !allowed.includes(one));
  return beyond.length === 0 ? undefined : { asked: beyond.join(', '), allowed: allowed.join(', ') };
}
