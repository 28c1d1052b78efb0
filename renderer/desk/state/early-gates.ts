import { violations } from '../../../shared/policy/violations.ts';
import type { GateResult } from '../../../shared/evidence/gate.ts';
import type { Understanding } from '../../../shared/extract/understanding.ts';
import type { ViewSummary } from '../../../shared/ipc/view.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { DeskState } from './desk-state.ts';

export interface EarlyInput {
  readonly recipe: Recipe;
  readonly policy: Policy;
  readonly understanding: Understanding | undefined;
  /** Figures of exactly this recipe; absent while they are being computed. */
  readonly summary: ViewSummary | undefined;
}

const outcome = (holds: boolean) => (holds ? 'pass' : 'fail');

function registerGate(policy: Policy, objections: Understanding['objections'] | undefined): GateResult {
  const gate = { id: 'objection-register', kind: 'attested', detail: {} } as const;
  if (objections === undefined) return { ...gate, outcome: 'notTested' };
  if (objections.kind === 'register') return { ...gate, outcome: outcome(objections.matched > 0) };
  return { ...gate, outcome: outcome(policy.allowNoObjectionRegister && objections.reason !== '') };
}

/**
 * What can be said of the gates before anything is sealed. Main evaluates every one again on the bytes it signs. What
 * rests on the figures themselves is judged there alone: here it fails with the recipe or stays `notTested`.
 */
export function earlyGates({ recipe, policy, understanding, summary }: EarlyInput): readonly GateResult[] {
  const { purpose, legalBasis, recipient } = recipe.terms;
  const complete = [purpose, legalBasis, recipient, recipe.releaseDate].every((text) => text.trim() !== '');
  const broken = violations(recipe, policy);
  const asked = (rule: string) =>
    broken.some((violation) => violation.rule === rule) ? 'fail' : 'notTested';
  const publishes = summary === undefined ? 'notTested' : outcome(summary.published > 0);
  const common = { kind: 'recomputable', detail: {} } as const;
  return [
    { ...common, id: 'terms-complete', outcome: outcome(complete) },
    { ...common, id: 'policy-kept', outcome: outcome(broken.length === 0) },
    { ...common, id: 'minimum-persons', kind: 'attested', outcome: asked('minimum-persons') },
    { ...common, id: 'rounding', outcome: asked('rounding-base') },
    { ...common, id: 'table-schema', outcome: 'notTested' },
    registerGate(policy, understanding?.objections),
    { ...common, id: 'something-published', outcome: publishes },
  ];
}

/** What keeps the officer from signing, as keys of sentences; empty when nothing does. */
export function signingNeeds(state: DeskState): readonly string[] {
  const { recipe, policy } = state.draft.present;
  const needs: string[] = [];
  if (state.organisation.trim() === '') needs.push('approve.needs.organisation');
  if (recipe.title.trim() === '') needs.push('approve.needs.title');
  if (!policy.demo && state.key === undefined) needs.push('approve.needs.key');
  if (state.stale || state.view === undefined) needs.push('approve.needs.figures');
  const { understanding, view } = state;
  const gates = earlyGates({ recipe, policy, understanding, summary: view?.summary });
  for (const gate of gates) if (gate.outcome === 'fail') needs.push(`gates.${gate.id}.fail`);
  return needs;
}
