import { recoverBlanks } from '../../attacks/blanks/recover-blanks.ts';
import { unitOfPrivacy } from '../../attacks/membership/unit-of-privacy.ts';
import type { Statement } from '../../attacks/whole-groups/statement.ts';
import { wholeGroups, wholeGroupsDefaults } from '../../attacks/whole-groups/whole-groups.ts';
import { daysFromIso } from '../../base/calendar.ts';
import { budgetKept } from '../../evidence/figure-gates.ts';
import type { AttackReport } from '../../evidence/attack-report.ts';
import { rangeOfFigure } from '../../ledger/figure-range.ts';
import type { AttackMark } from '../../ipc/attack-findings.ts';
import type { Released } from '../../ledger/released.ts';
import type { Policy } from '../../policy/policy.ts';
import type { LinearSolver } from '../../ports/linear-solver.ts';
import { presentKeyProducts } from '../../protect/differential-privacy/noise-plan.ts';
import type { Recipe } from '../../recipe/recipe.ts';

/** A release from outside, the policy it is held to, and a solver. */
export interface BundleMaterial {
  readonly released: Released;
  readonly policy: Policy;
  readonly solver: LinearSolver;
  /** Told of each place where something was found, and of the published figure that gives it away. */
  readonly mark?: (mark: AttackMark) => void;
}

/** Work step by step, which returns a report. */
export type BundleAttack = Generator<{ readonly done: number; readonly total: number }, AttackReport>;

/** Simplex iterations one question to the solver may take. */
const iterationLimit = 2000;
const drawsNothing = { version: 1, seed: '' } as const;

/**
 * Published figures that stand for fewer persons than recipe or policy demand whatever rounding and noise did; under differential privacy
 * those below the threshold.
 */
export function smallFigures({ released, policy, mark }: BundleMaterial): AttackReport {
  const { recipe, tables, zones } = released;
  const noisy = recipe.guarantee.kind === 'differentialPrivacy';
  const minimumPersons = noisy
    ? recipe.minimumPersons
    : Math.max(recipe.minimumPersons, policy.minimumPersons);
  const figures = publishedIn(tables);
  const isBelow = (figure: number) => (noisy ? figure : mostBehind(figure, recipe)) < minimumPersons;
  const below = figures.filter(({ persons }) => isBelow(persons));
  for (const { zone, persons } of below) {
    const zoneId = zones[zone]?.zoneId;
    if (zoneId !== undefined && persons > 0) mark?.({ attack: 'small-groups', zoneId, persons });
  }
  return {
    ...drawsNothing,
    attack: 'small-groups',
    outcome: below.length === 0 ? 'pass' : 'fail',
    measured: below.length,
    limit: 0,
    parameters: { minimumPersons },
    figures: { below: below.length, published: figures.length },
  };
}

/** What a reader works out about blanks from the tables alone. */
export function* blanksFromOutside({ released, policy, solver }: BundleMaterial): BundleAttack {
  const { narrowestRange } = policy;
  const found = yield* recoverBlanks(released, { solver, iterationLimit, narrowest: narrowestRange });
  const { exact, narrow, safe, gaveUp, contradicted } = found;
  const notTested = gaveUp + contradicted;
  const reason = contradicted > 0 ? 'figures-contradict' : 'solver-gave-up';
  return {
    ...drawsNothing,
    attack: 'recoverable-blanks',
    outcome: exact + narrow > 0 ? 'fail' : notTested > 0 ? 'notTested' : 'pass',
    ...(notTested > 0 && { reason }),
    measured: exact + narrow,
    limit: 0,
    parameters: { narrowestRange },
    figures: { exact, narrow, notTested, safe },
  };
}

/**
 * Facts about everybody of a group fail where the policy has a rule against them. Which zones hold sensitive places no bundle tells, so
 * the highest lift of any zone is shown and not judged.
 */
export function* wholeGroupsFromOutside({ released, policy, mark }: BundleMaterial): BundleAttack {
  const { wholeGroupSlack: slack, attacks } = policy;
  const told = yield* wholeGroups(released, {
    ...wholeGroupsDefaults,
    slack: slack ?? 0,
    mostLift: attacks.lift,
  });
  const found = told.count.everyone + told.count.allBut;
  const isNoisy = released.recipe.guarantee.kind === 'differentialPrivacy';
  const fails = slack !== null && found > 0;
  if (fails) markFacts(told.statements, mark);
  return {
    ...drawsNothing,
    attack: 'whole-groups',
    outcome: fails ? 'fail' : isNoisy ? 'pass' : 'notTested',
    ...(!fails && !isNoisy && { reason: 'places-not-told' }),
    parameters: { lift: attacks.lift, places: 'any', slack: slack ?? 'none' },
    figures: {
      found,
      everyone: told.count.everyone,
      allBut: told.count.allBut,
      looked: told.pairs,
      lifts: told.lifts,
      highestLift: told.largestLift,
    },
  };
}

function markFacts(statements: readonly Statement[], mark: BundleMaterial['mark']): void {
  for (const { kind, category, persons } of statements)
    if (kind !== 'lift') mark?.({ attack: 'whole-groups', zoneId: category.zone, persons });
}

/** The promise of the recipe for a person and the whole release, beside what one event or trip would be promised. */
export function promiseFromOutside({ released: { recipe }, policy }: BundleMaterial): AttackReport {
  const { guarantee } = recipe;
  const { outcome, detail } = budgetKept(recipe, policy);
  const common = { ...drawsNothing, attack: 'promise', outcome } as const;
  if (guarantee.kind === 'classical')
    return { ...common, parameters: { guarantee: 'classical' }, figures: {} };
  const epsilon = Number(detail['epsilon']);
  return {
    ...common,
    measured: epsilon,
    limit: policy.maximumEpsilonHundredths / 100,
    parameters: {
      guarantee: guarantee.kind,
      rho: guarantee.rho,
      deltaExponent: guarantee.deltaExponent,
    },
    figures: { epsilon, ...perEvent(recipe, guarantee) },
  };
}

/** What the tables still tell: how much is published, and how far a figure may be off by rounding and bounded noise. */
export function usefulnessFromOutside({ released: { recipe, tables } }: BundleMaterial): AttackReport {
  const figures = publishedIn(tables);
  const rows = tables.reduce((sum, { status }) => sum + status.length, 0);
  const errors = figures
    .map(({ persons: figure }) => {
      const { low, high } = rangeOfFigure(figure, recipe);
      return figure > 0 ? Math.max(figure - low, high - figure) / figure : 0;
    })
    .toSorted((a, b) => a - b);
  const largestTypical = errors[Math.floor(errors.length / 2)];
  return {
    ...drawsNothing,
    attack: 'usefulness',
    outcome: 'pass',
    parameters: { tables: tables.length },
    figures: {
      published: figures.length,
      ...(recipe.suppressedGroups === 'list' && { groups: rows }),
      ...(recipe.guarantee.kind === 'classical' &&
        largestTypical !== undefined && { largestTypicalError: largestTypical }),
    },
  };
}

type Noisy = Extract<Recipe['guarantee'], { kind: 'differentialPrivacy' }>;

function perEvent(
  { products, period, maximumGroupsPerPersonDay }: Recipe,
  { rho, deltaExponent }: Noisy,
): AttackReport['figures'] {
  if (period === null || maximumGroupsPerPersonDay === null) return {};
  const days = (daysFromIso(period.to) ?? 0) - (daysFromIso(period.from) ?? 0) + 1;
  const table = { rho: Number(rho) / products.length, groupsPerPerson: maximumGroupsPerPersonDay * days };
  const keysAppear = products.some((product) => presentKeyProducts.has(product));
  const promised = unitOfPrivacy(
    products.map(() => table),
    10 ** -deltaExponent / (keysAppear ? 2 : 1),
  );
  return {
    perGroupEpsilon: promised.perEvent.epsilon,
    certaintyPerGroup: promised.perEvent.accuracy,
    certaintyPerPerson: promised.perPerson.accuracy,
  };
}

function mostBehind(figure: number, recipe: Recipe): number {
  return rangeOfFigure(figure, recipe).high;
}

interface PublishedFigure {
  /** Index of its zone. */
  readonly zone: number;
  readonly persons: number;
}

function publishedIn(tables: Released['tables']): readonly PublishedFigure[] {
  return tables.flatMap(({ zone, status, persons }) =>
    Array.from(status.keys())
      .filter((row) => status[row] === 0)
      .map((row) => ({ zone: zone[row] ?? -1, persons: persons[row] ?? 0 })),
  );
}
