import { differencing, differencingDefaults } from '../../attacks/differencing/differencing.ts';
import {
  findingKinds,
  type DifferencingFinding,
  type FindingKind,
} from '../../attacks/differencing/finding.ts';
import { epsilonTogether } from '../../ledger/budget-of-periods.ts';
import { findingCodes, type Finding, type FindingCode } from '../../ledger/finding.ts';
import { lookWithin } from '../../ledger/within-release.ts';
import { periodStretch } from '../../ledger/period-stretch.ts';
import type { Released } from '../../ledger/released.ts';
import { overlap } from '../../ledger/stretch.ts';
import type { LinearSolver } from '../../ports/linear-solver.ts';

/** Where something was found: inside the earlier release alone, or as differencing has it for the later one and across both. */
export type WhereFound = FindingKind | 'within-earlier';

/** Something found: the code of the ledger's rules, where, and the published figures it rests on. */
export type SubtractableFinding = Finding &
  Pick<DifferencingFinding, 'largerProduct' | 'smallerProduct'> & {
    readonly kind: WhereFound;
  };

/**
 * `nothing`: nothing can be subtracted, as far as was looked; `something`: a small group, or a figure that had to stay frozen, shows;
 * `open`: persons were counted by other rules, guarantees mix, or the solver gave up, so that nothing can be excluded.
 */
export type SubtractionVerdict = 'nothing' | 'something' | 'open';

/** What readers who have both releases can subtract. */
export interface Subtractable {
  readonly verdict: SubtractionVerdict;
  /** Whether the periods share a second; figures of others have no moment in common. */
  readonly periodsOverlap: boolean;
  /** All findings by where; by code those of at most 2,000 of each kind; `findings` are the first of them. */
  readonly byCode: Readonly<Partial<Record<FindingCode, number>>>;
  readonly byKind: Readonly<Partial<Record<WhereFound, number>>>;
  readonly findings: readonly SubtractableFinding[];
  /** Pairs held against each other, sums tried and not tried, and sums for which no proof was found, neither way. */
  readonly pairs: number;
  readonly sums: number;
  readonly sumsNotTried: number;
  readonly gaveUp: number;
  /** Epsilon of both together, where both promise one and their periods overlap; four decimals, rounded up. */
  readonly epsilonTogether?: string;
}

/** Most findings that are listed; all are counted. */
const mostListed = 50;
/** Most findings of a kind that are kept for their code. */
const mostFindings = 2000;
/** Most sums that are worked out, as in the attack on one bundle. */
const mostClusters = 1000;
/** Codes that say what could not be looked at, not what was found. */
const openCodes: ReadonlySet<FindingCode> = new Set(['zones-changed', 'rules-changed', 'guarantees-mixed']);

/** Two releases as readers have them. */
export interface ReleasePair {
  readonly earlier: { readonly id: string; readonly released: Released };
  readonly later: Released;
}

/** The rules of the ledger and the whole differencing attack on both releases; nothing in it needs raw data. */
export function* subtractable(
  { earlier, later }: ReleasePair,
  solver: LinearSolver,
): Generator<{ readonly done: number; readonly total: number }, Subtractable> {
  yield { done: 0, total: 0 };
  const periodsOverlap = sharePeriod(earlier.released, later);
  const others = periodsOverlap ? [earlier] : [];
  const result = yield* differencing({ candidate: later, earlier: others }, solver, {
    ...differencingDefaults,
    mostClusters,
    mostFindings,
  });
  let pairsWithin = 0;
  const within: readonly Finding[] = yield* steps(
    lookWithin(earlier.released, () => void (pairsWithin += 1)),
  );
  const mixed = periodsOverlap && isNoisy(earlier.released) !== isNoisy(later);
  const findings: readonly SubtractableFinding[] = [
    ...(mixed ? [{ code: 'guarantees-mixed', kind: 'earlier', earlier: earlier.id } as const] : []),
    ...result.findings.map(listed),
    ...within.map((finding) => ({ ...finding, kind: 'within-earlier' as const })),
  ];
  const byKind = countsOf([
    ...findingKinds.map(
      (kind) => [kind, result.count[kind] + (mixed && kind === 'earlier' ? 1 : 0)] as const,
    ),
    ['within-earlier', within.length],
  ]);
  const { gaveUp, components, notTried } = result.sums;
  return {
    verdict: verdictOf(findings, gaveUp),
    periodsOverlap,
    byCode: countsOf(
      findingCodes.map((code) => [code, findings.filter((finding) => finding.code === code).length] as const),
    ),
    byKind,
    findings: findings.slice(0, mostListed),
    pairs: result.pairs + pairsWithin,
    sums: components,
    sumsNotTried: notTried,
    gaveUp,
    ...(periodsOverlap && together(earlier.released, later)),
  };
}

function* steps<T>(
  work: Generator<undefined, T>,
): Generator<{ readonly done: number; readonly total: number }, T> {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield { done: 0, total: 0 };
  }
}

function verdictOf(findings: readonly SubtractableFinding[], gaveUp: number): SubtractionVerdict {
  if (findings.some(({ code }) => !openCodes.has(code))) return 'something';
  return findings.length + gaveUp > 0 ? 'open' : 'nothing';
}

/** A finding without what was worked out: the published figures alone. */
function listed(finding: DifferencingFinding): SubtractableFinding {
  const { left: _left, sliver: _sliver, exposed: _exposed, figures: _figures, ...rest } = finding;
  return rest;
}

function isNoisy({ recipe }: Released): boolean {
  return recipe.guarantee.kind === 'differentialPrivacy';
}

function sharePeriod(first: Released, second: Released): boolean {
  const [a, b] = [first, second].map(({ recipe: { period, timeZone } }) =>
    period === null ? undefined : periodStretch(period, timeZone),
  );
  return a !== undefined && b !== undefined && overlap(a, b);
}

function together(first: Released, second: Released): Pick<Subtractable, 'epsilonTogether'> {
  const spent = [first, second].flatMap(({ recipe: { guarantee, products } }) =>
    guarantee.kind === 'differentialPrivacy'
      ? [{ products, rho: guarantee.rho, deltaExponent: guarantee.deltaExponent }]
      : [],
  );
  if (spent.length < 2) return {};
  return { epsilonTogether: (Math.ceil(epsilonTogether(spent) * 10_000) / 10_000).toFixed(4) };
}

function countsOf<Key extends string>(
  counts: readonly (readonly [Key, number])[],
): Readonly<Partial<Record<Key, number>>> {
  return Object.fromEntries(counts.filter(([, count]) => count > 0)) as Partial<Record<Key, number>>;
}
