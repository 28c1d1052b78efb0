/**
 * A rule that finds a group whose magnitude (minutes, trips, events) is mostly one or two contributors'. Percentages. Only
 * for magnitudes: where every contributor counts 1 the threshold is the rule. Its parameters are kept from recipients.
 * - `dominance` (n,k): unsafe where the n largest are more than k % of the total.
 * - `percent` p %: unsafe where the second largest could estimate the largest to within p %.
 * - `priorPosterior` (p,q): the same for somebody who knew every contribution to within q % before.
 */
export type ConcentrationRule =
  | { readonly kind: 'dominance'; readonly n: number; readonly k: number }
  | { readonly kind: 'percent'; readonly p: number }
  | { readonly kind: 'priorPosterior'; readonly p: number; readonly q: number };

/** A group's magnitude by contributor. */
export interface Contributions {
  /** What each contributor (holder, not device) adds, 0 or more, in any order. */
  readonly values: readonly number[];
  /** How many each contributor stands for, 1 or more, in the order of `values`; absent where the total is not weighted. */
  readonly weights?: readonly number[];
  /** Whether recipients know the weights; the largest two then enter weighted, as in the total. */
  readonly weightsArePublic?: boolean;
}

/** What a rule says of one group; `upperProtection` is how far above the total a reader's best bound must lie, 0 if safe. */
export interface Concentration {
  readonly unsafe: boolean;
  readonly upperProtection: number;
}

/**
 * Judges one group by the rules of the Handbook on Statistical Disclosure Control, 2nd edition, chapter 4: with x1 >= x2 >= ...
 * and total X, (n,k): x1+...+xn > k/100 X, upper protection level 100/k (x1+...+xn) - X; p %: X - x1 - x2 < p/100 x1, level
 * p/100 x1 - (X - x1 - x2); (p,q): p/q in place of p/100. Compared without division, so whole numbers are exact.
 */
export function concentration(group: Contributions, rule: ConcentrationRule): Concentration {
  return concentrationOf(ranked(group), rule);
}

/** A group's magnitude: all of it, and its largest contributions, falling; as many as a rule looks at, or all there are. */
export interface RankedContributions {
  readonly largest: readonly number[];
  readonly total: number;
}

/** What `concentration` says of a group of which only the largest contributions and their sum with all others are known. */
export function concentrationOf(
  { largest, total }: RankedContributions,
  rule: ConcentrationRule,
): Concentration {
  checkRule(rule);
  if (rule.kind === 'dominance') {
    const top = largest.slice(0, rule.n).reduce((sum, x) => sum + x, 0);
    const excess = 100 * top - rule.k * total;
    return { unsafe: excess > 0, upperProtection: Math.max(excess, 0) / rule.k };
  }
  const [first = 0, second = 0] = largest;
  const base = rule.kind === 'percent' ? 100 : rule.q;
  const lack = rule.p * first - base * (total - first - second);
  return { unsafe: lack > 0, upperProtection: Math.max(lack, 0) / base };
}

function ranked({ values, weights, weightsArePublic }: Contributions): RankedContributions {
  const parts = values.map((value, i) => ({ value, weight: weights ? (weights[i] ?? Number.NaN) : 1 }));
  if (!parts.every(({ value, weight }) => value >= 0 && weight >= 1))
    throw new Error('contributions are 0 or more and weights 1 or more, one each');
  const falling = parts.toSorted((a, b) => b.value - a.value);
  return {
    largest: falling.map(({ value, weight }) => (weightsArePublic ? weight * value : value)),
    total: parts.reduce((sum, { value, weight }) => sum + weight * value, 0),
  };
}

function checkRule(rule: ConcentrationRule): void {
  const fine =
    rule.kind === 'dominance'
      ? Number.isInteger(rule.n) && rule.n >= 1 && rule.k > 0 && rule.k < 100
      : rule.p > 0 && (rule.kind === 'percent' ? rule.p <= 100 : rule.p < rule.q && rule.q <= 100);
  if (!fine) throw new Error(`not a concentration rule: ${JSON.stringify(rule)}`);
}
