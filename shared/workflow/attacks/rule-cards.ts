import { blanksHold, budgetKept } from '../../evidence/figure-gates.ts';
import type { AttackReport } from '../../evidence/attack-report.ts';
import { isPublished } from '../../protect/is-published.ts';
import type { AttackMaterial } from './attack-material.ts';

/** What the cards of rules have in common: nothing is drawn. */
const ruled = { version: 1, seed: '' } as const;

/** Figures that describe fewer persons than the recipe says; under differential privacy figures below the threshold. */
export function smallGroups({ recipe, protection }: AttackMaterial): AttackReport {
  const { minimumPersons, guarantee } = recipe;
  let below = 0;
  let published = 0;
  for (const { counted, fates, figures } of protection.tables)
    fates.forEach((fate, i) => {
      if (fate !== 0) return;
      published += 1;
      const count = guarantee.kind === 'classical' ? counted.table.contributors[i] : figures[i];
      if (!isPublished(count ?? 0, minimumPersons)) below += 1;
    });
  return {
    ...ruled,
    attack: 'small-groups',
    outcome: below === 0 ? 'pass' : 'fail',
    measured: below,
    limit: 0,
    parameters: { minimumPersons },
    figures: { below, published },
  };
}

/** Hidden figures that can be worked out exactly or too narrowly, as the range audit found them. */
export function recoverableBlanks({ recipe, policy, protection }: AttackMaterial): AttackReport {
  const { exact, narrow, notTested, safe } = protection.report.audit;
  return {
    ...ruled,
    attack: 'recoverable-blanks',
    outcome: blanksHold(recipe, protection.report.audit).outcome,
    ...(notTested > 0 && { reason: 'solver-gave-up' }),
    measured: exact + narrow,
    limit: 0,
    parameters: { narrowestRange: policy.narrowestRange },
    figures: { exact, narrow, notTested, safe },
  };
}

/** What is promised per person for the whole release, on paper: epsilon where noise protects, nothing on the classical path. */
export function promise({ recipe, policy }: AttackMaterial): AttackReport {
  const gate = budgetKept(recipe, policy);
  const { guarantee } = recipe;
  if (guarantee.kind === 'classical')
    return {
      ...ruled,
      attack: 'promise',
      outcome: gate.outcome,
      parameters: { guarantee: 'classical' },
      figures: {},
    };
  const epsilon = Number(gate.detail['epsilon']);
  const limit = policy.maximumEpsilonHundredths / 100;
  return {
    ...ruled,
    attack: 'promise',
    outcome: gate.outcome,
    measured: epsilon,
    limit,
    parameters: {
      guarantee: 'differentialPrivacy',
      rho: guarantee.rho,
      deltaExponent: guarantee.deltaExponent,
    },
    figures: { epsilon },
  };
}

/** What is left to use: typical errors and what is hidden where few and where many people are. No gate looks at it. */
export function usefulness({ protection }: AttackMaterial): AttackReport {
  const { tables } = protection.report;
  const sum = (of: (table: (typeof tables)[number]) => number): number =>
    tables.reduce((total, table) => total + of(table), 0);
  const published = sum((table) => table.published);
  const weighted = (of: (utility: (typeof tables)[number]['utility']) => number): number =>
    published === 0 ? 1 : sum((table) => table.published * of(table.utility)) / published;
  const shareOf = (quarter: number): number => {
    const known = tables.filter(({ utility }) => utility.hiddenByDensity.length > 0);
    const at = (hidden: readonly number[]): number => hidden.at(quarter) ?? 0;
    return (
      known.reduce((total, { utility }) => total + at(utility.hiddenByDensity), 0) / Math.max(1, known.length)
    );
  };
  const persons = sum(({ utility }) => utility.persons);
  return {
    ...ruled,
    attack: 'usefulness',
    outcome: 'pass',
    parameters: { tables: tables.length },
    figures: {
      published,
      groups: sum((table) => table.groups),
      personsKept: persons === 0 ? 0 : sum(({ utility }) => utility.personsKept) / persons,
      medianError: weighted(({ medianError }) => medianError),
      hiddenSparse: shareOf(0),
      hiddenDense: shareOf(-1),
    },
  };
}
