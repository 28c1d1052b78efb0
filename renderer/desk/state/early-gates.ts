import { attackGates, demandedAttacks } from '../../../shared/evidence/attack-gates.ts';
import { blanksHold, budgetKept } from '../../../shared/evidence/figure-gates.ts';
import { placesKnown } from '../../../shared/evidence/places-gate.ts';
import { registerGate } from '../../../shared/evidence/register-gate.ts';
import { wholeGroupsHidden } from '../../../shared/evidence/whole-group-gate.ts';
import { signingGates } from '../../../shared/evidence/signing-gates.ts';
import { type DatedSpent, yearlyBudget } from '../../../shared/ledger/budget-year.ts';
import { violations } from '../../../shared/policy/violations.ts';
import { attacksOf } from './attack-reports.ts';
import { chargesOf } from './charges-of.ts';
import { reportOf } from './protection-key.ts';
import type { AttackReport } from '../../../shared/evidence/attack-report.ts';
import type { GateResult } from '../../../shared/evidence/gate.ts';
import type { Understanding } from '../../../shared/extract/understanding.ts';
import type { ProtectionReport } from '../../../shared/ipc/protection.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { DeskState } from './desk-state.ts';

export interface EarlyInput {
  readonly recipe: Recipe;
  readonly policy: Policy;
  /** What the officer writes. */
  readonly comment: string;
  readonly understanding: Understanding | undefined;
  /** What protection made of exactly this recipe; absent while it is worked out. */
  readonly report: ProtectionReport | undefined;
  /** What attacks on exactly this recipe came to; those that were not tried are absent. */
  readonly attacks: readonly AttackReport[];
  /** What earlier releases spent; absent until the ledger was read. */
  readonly charges?: readonly DatedSpent[] | undefined;
  /** Seconds since 1970 UTC. */
  readonly now: number;
}

const outcome = (holds: boolean) => (holds ? 'pass' : 'fail');
const common = { kind: 'recomputable', detail: {} } as const;

function earlyRegister({ policy, understanding, now }: EarlyInput): GateResult {
  if (understanding === undefined)
    return { id: 'objection-register', kind: 'attested', detail: {}, outcome: 'notTested' };
  return registerGate({ objections: understanding.objections, policy, signedAt: now });
}

function earlyBlanks({ recipe, report }: EarlyInput): GateResult {
  if (report === undefined)
    return { id: 'recoverable-blanks', kind: 'attested', detail: {}, outcome: 'notTested' };
  return blanksHold(recipe, report.audit);
}

function earlyWholeGroups({ recipe, policy, report }: EarlyInput): readonly GateResult[] {
  const unlooked = recipe.products.map((product) => ({ product }));
  return wholeGroupsHidden(recipe, policy, report?.tables ?? unlooked);
}

function earlyYear({ recipe, policy, charges }: EarlyInput): readonly GateResult[] {
  const gates = yearlyBudget(recipe, policy, charges ?? []);
  return charges === undefined ? gates.map((gate) => ({ ...gate, outcome: 'notTested' })) : gates;
}

function earlyPublished({ report }: EarlyInput): GateResult['outcome'] {
  return report === undefined ? 'notTested' : outcome(report.tables.some(({ published }) => published > 0));
}

/**
 * What can be said of the gates before anything is sealed. Main evaluates every one again on the bytes it signs. What
 * rests on the figures themselves is judged there alone: here it fails with the recipe or stays `notTested`.
 */
export function earlyGates(input: EarlyInput): readonly GateResult[] {
  const { recipe, policy } = input;
  const { purpose, legalBasis, recipient } = recipe.terms;
  const complete = [purpose, legalBasis, recipient, recipe.releaseDate].every((text) => text.trim() !== '');
  const broken = violations(recipe, policy);
  const asked = (rule: string) =>
    broken.some((violation) => violation.rule === rule) ? 'fail' : 'notTested';
  return [
    { ...common, id: 'terms-complete', outcome: outcome(complete) },
    ...signingGates(input),
    { ...common, id: 'policy-kept', outcome: outcome(broken.length === 0) },
    { ...common, id: 'minimum-persons', kind: 'attested', outcome: asked('minimum-persons') },
    { ...common, id: 'rounding', outcome: asked('rounding-base') },
    earlyBlanks(input),
    ...earlyWholeGroups(input),
    ...attackGates(policy, input.attacks),
    budgetKept(recipe, policy),
    { ...common, id: 'table-schema', outcome: 'notTested' },
    earlyRegister(input),
    ...placesKnown({ policy, places: input.understanding?.places ?? {} }),
    { ...common, id: 'earlier-releases', kind: 'attested', outcome: 'notTested' },
    ...earlyYear(input),
    { ...common, id: 'something-published', outcome: earlyPublished(input) },
  ];
}

/** The gates of the recipe that is shown. */
export function earlyGatesOf(state: DeskState): readonly GateResult[] {
  const { recipe, policy } = state.draft.present;
  const { understanding, comment } = state;
  const [report, attacks] = [reportOf(state), attacksOf(state)];
  const charges = state.ledger && chargesOf(state.ledger, policy);
  const now = state.now();
  return earlyGates({ recipe, policy, comment, understanding, report, attacks, charges, now });
}

/** Why the figures cannot be signed yet. */
function figuresNeed(state: DeskState): readonly string[] {
  const needs: string[] = [];
  if (state.stale || state.view === undefined) needs.push('approve.needs.figures');
  if (state.protecting.kind !== 'done') needs.push('approve.needs.protection');
  return needs;
}

/** Attacks the policy demands that were not tried on this recipe, or could not be. One that does not hold is a gate that fails. */
function attackNeeds(state: DeskState): readonly string[] {
  const reports = attacksOf(state);
  const demanded = demandedAttacks(state.draft.present.policy, reports);
  const outcomes = new Set(demanded.map((name) => reports.find(({ attack }) => attack === name)?.outcome));
  return [
    ...(outcomes.has(undefined) ? ['approve.needs.attacks'] : []),
    ...(outcomes.has('notTested') ? ['approve.needs.attackUntested'] : []),
  ];
}

function keyNeeds(state: DeskState): readonly string[] {
  if (state.draft.present.policy.demo) return [];
  if (state.preparerPlace === 'elsewhere')
    return state.preparerKey === '' ? ['approve.needs.keyElsewhere'] : [];
  return state.key === undefined ? ['approve.needs.key'] : [];
}

/** What keeps the officer from signing, as keys of sentences; empty when nothing does. */
export function signingNeeds(state: DeskState): readonly string[] {
  const { recipe } = state.draft.present;
  const needs: string[] = [];
  if (state.organisation.trim() === '') needs.push('approve.needs.organisation');
  if (recipe.title.trim() === '') needs.push('approve.needs.title');
  needs.push(...keyNeeds(state));
  needs.push(...figuresNeed(state), ...attackNeeds(state));
  for (const { id, outcome: went } of earlyGatesOf(state)) {
    if (went === 'fail') needs.push(`gates.${id}.fail`);
    if (id === 'recoverable-blanks' && went === 'notTested' && reportOf(state) !== undefined)
      needs.push('approve.needs.untested');
  }
  return needs;
}
