import { isoUtc } from '../base/calendar.ts';
import { gateResult, type GateResult } from '../evidence/gate.ts';
import type { Policy } from '../policy/policy.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { composedEpsilon, type Charge } from './budget-of-periods.ts';
import { type DatedSpent, yearlyBudget } from './budget-year.ts';
import { compareReleases } from './compare-releases.ts';
import type { Predecessor, ReleaseEntry } from './ledger-entry.ts';
import type { Finding, NamedFigure } from './finding.ts';
import { periodStretch } from './period-stretch.ts';
import type { Released } from './released.ts';
import { overlap } from './stretch.ts';
import { findingsWithin } from './within-release.ts';

/** A candidate before the ledger. */
export interface LedgerSubject {
  /** The releases that later ones must not contradict, withdrawn ones too, oldest first. */
  readonly entries: readonly ReleaseEntry[];
  /** Head of the ledger, for the evidence; empty where no earlier release counts. */
  readonly head: string;
  /** What the kept bundles of `entriesToCompare` hold, by the digest of the bundle. */
  readonly kept: ReadonlyMap<string, Released>;
  readonly candidate: Released;
  readonly policy: Pick<Policy, 'maximumEpsilonHundredths' | 'yearlyEpsilonHundredths'>;
}

/** What the ledger says: the gate for the evidence, all that was found, and the releases it was held against. */
export interface EarlierReleases {
  readonly gate: GateResult;
  /** The gate `yearly-budget`, where the policy sets one. */
  readonly yearlyBudget: readonly GateResult[];
  readonly findings: readonly Finding[];
  readonly predecessors: readonly Predecessor[];
}

/** The entries of periods that overlap the one of `recipe`. */
export function overlappingEntries(
  entries: readonly ReleaseEntry[],
  recipe: Recipe,
): readonly ReleaseEntry[] {
  if (recipe.period === null) return entries;
  const asked = periodStretch(recipe.period, recipe.timeZone);
  return entries.filter(({ period, timeZone }) => overlap(periodStretch(period, timeZone), asked));
}

/** The entries whose figures must be compared with those of `recipe`: classical, the same product, an overlapping period. */
export function entriesToCompare(entries: readonly ReleaseEntry[], recipe: Recipe): readonly ReleaseEntry[] {
  if (recipe.guarantee.kind !== 'classical') return [];
  return overlappingEntries(entries, recipe).filter(
    ({ charge, products }) => charge === null && products.some((one) => recipe.products.includes(one)),
  );
}

/**
 * Holds a candidate against itself and against earlier releases. A released period is frozen: classical figures may come out
 * again only where they are the same and nothing new can be subtracted; noisy ones are charged; the two never meet in one period.
 * Throws where a bundle that must be compared is missing.
 */
export function earlierReleases(subject: LedgerSubject): EarlierReleases {
  const { entries, candidate } = subject;
  const { recipe } = candidate;
  const overlapping = overlappingEntries(entries, recipe);
  const noisy = recipe.guarantee.kind === 'differentialPrivacy';
  const mixed = overlapping.filter(({ charge }) => (charge !== null) !== noisy);
  const findings: readonly Finding[] = [
    ...mixed.map(({ releaseId }): Finding => ({ code: 'guarantees-mixed', earlier: releaseId })),
    ...(noisy ? overspent(subject) : [...findingsWithin(candidate), ...differences(subject)]),
  ];
  const predecessors = overlapping.map(({ releaseDigest }): Predecessor => ({
    releaseDigest,
    rule: noisy ? 'charged' : 'compared',
  }));
  return {
    gate: gateOf(subject, findings, overlapping.length),
    yearlyBudget: yearlyBudget(recipe, subject.policy, datedCharges(entries)),
    findings,
    predecessors,
  };
}

/** What the releases among `entries` spent, by the days they are about. */
export function datedCharges(
  entries: readonly Pick<ReleaseEntry, 'charge' | 'period' | 'products'>[],
): readonly DatedSpent[] {
  return entries.flatMap(({ charge, period, products }) =>
    charge === null ? [] : [{ ...charge, products, period }],
  );
}

function differences({ entries, kept, candidate }: LedgerSubject): readonly Finding[] {
  return entriesToCompare(entries, candidate.recipe).flatMap(({ bundle, releaseId }) => {
    const released = kept.get(bundle);
    if (released === undefined) throw new Error('a kept release was not handed over');
    return compareReleases({ id: releaseId, released }, candidate);
  });
}

function overspent({ entries, candidate: { recipe }, policy }: LedgerSubject): readonly Finding[] {
  if (recipe.guarantee.kind !== 'differentialPrivacy' || recipe.period === null) return [];
  const charges = entries.flatMap(({ charge, period, timeZone, products }): readonly Charge[] =>
    charge === null ? [] : [{ ...charge, products, period: periodStretch(period, timeZone) }],
  );
  const { rho, deltaExponent } = recipe.guarantee;
  const period = periodStretch(recipe.period, recipe.timeZone);
  const epsilon = composedEpsilon(charges, { rho, deltaExponent, period, products: recipe.products });
  return epsilon <= policy.maximumEpsilonHundredths / 100 ? [] : [{ code: 'budget-exceeded' }];
}

function gateOf({ head }: LedgerSubject, findings: readonly Finding[], compared: number): GateResult {
  const [first] = findings;
  return gateResult('earlier-releases', 'attested', findings.length === 0, {
    compared,
    ...(head !== '' && { ledger: head }),
    ...(first && { findings: findings.length, code: first.code, ...inWords(first) }),
  });
}

function inWords({ product, earlier, larger, smaller, differsBy }: Finding): GateResult['detail'] {
  return {
    ...(product !== undefined && { product }),
    ...(earlier !== undefined && { earlier }),
    ...(larger && { larger: figureText(larger), largerPersons: larger.persons }),
    ...(smaller && { smaller: figureText(smaller), smallerPersons: smaller.persons }),
    ...(differsBy && differsBy.length > 0 && { differsBy: differsBy.join(', ') }),
  };
}

/** A group in the words of its table, which no language changes: `a / 2026-05-03T22:00:00Z / 18-29 / female`. */
function figureText({ release, group }: NamedFigure): string {
  const { zone, other, start, band, age, gender } = group;
  const time = start === undefined ? undefined : isoUtc(start);
  const words = [zone, other, time, band, age, gender].filter((word) => word !== undefined).join(' / ');
  return release === undefined ? words : `${release}: ${words}`;
}
