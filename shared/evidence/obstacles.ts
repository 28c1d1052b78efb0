import { presentKeyProducts } from '../protect/differential-privacy/noise-plan.ts';
import { epsilonOf } from '../protect/differential-privacy/zcdp.ts';
import type { Policy } from '../policy/policy.ts';

/** Why no recipe can meet a policy, or none for the open extract. */
export type ObstacleKind =
  'minimum-above-extract' | 'epsilon-out-of-reach' | 'everybody-objects' | 'nights-beyond-extract';

/** What a policy asks for, and what there is at most: persons, epsilon, shares of 100,000 or nights. */
export interface Obstacle {
  readonly kind: ObstacleKind;
  readonly asked: number;
  readonly has: number;
}

/** What is known of the open extract: people in it and local days it touches. */
export interface ExtractSize {
  readonly persons: number;
  readonly days: number;
}

/** The smallest budget above 0 a recipe can state. */
const smallestRho = 0.000_001;

/**
 * What makes a policy impossible to meet whatever the recipe says: as it stands, and, where `extract` is given, for that
 * extract. Empty where some recipe keeps every rule and could publish something.
 */
export function obstacles(policy: Policy, extract?: ExtractSize): readonly Obstacle[] {
  const found = [outOfReach(policy), everybodyObjects(policy)];
  if (extract) found.push(tooFewPersons(policy, extract), tooFewNights(policy, extract));
  return found.filter((one) => one !== undefined);
}

function outOfReach(policy: Policy): Obstacle | undefined {
  if (policy.guarantees.includes('classical')) return undefined;
  const keysAppear = policy.products.every((product) => presentKeyProducts.has(product));
  const has = epsilonOf(smallestRho, 10 ** -policy.minimumDeltaExponent / (keysAppear ? 2 : 1));
  const asked = policy.maximumEpsilonHundredths / 100;
  return has > asked ? { kind: 'epsilon-out-of-reach', asked, has } : undefined;
}

function everybodyObjects(policy: Policy): Obstacle | undefined {
  const needsRegister = !policy.allowNoObjectionRegister && policy.objectionsUpstream === null;
  const asked = policy.minimumObjectionsPer100000;
  return needsRegister && asked >= 100_000 ? { kind: 'everybody-objects', asked, has: 99_999 } : undefined;
}

function tooFewPersons({ minimumPersons, guarantees }: Policy, extract: ExtractSize): Obstacle | undefined {
  return guarantees.includes('classical') && minimumPersons > extract.persons
    ? { kind: 'minimum-above-extract', asked: minimumPersons, has: extract.persons }
    : undefined;
}

function tooFewNights({ products, minimumNights }: Policy, { days }: ExtractSize): Obstacle | undefined {
  return products.every((product) => product === 'catchment') && minimumNights > days + 1
    ? { kind: 'nights-beyond-extract', asked: minimumNights, has: days }
    : undefined;
}
