import type { LinearSolver } from '../ports/linear-solver.ts';
import { close, createBracket, reach } from './bracket.ts';
import type { Component } from './components.ts';
import { real } from './entry-of.ts';
import type { Known } from './known.ts';
import type { LinearSystem } from './linear-system.ts';
import { networkOf } from './network.ts';
import type { Question } from './question.ts';
import { settleByFlow } from './settle-by-flow.ts';
import { settleBySolver } from './settle-by-solver.ts';

/** What settling a component takes besides the questions. */
export interface Settling {
  readonly solver: LinearSolver;
  readonly iterationLimit: number;
  /** Whether propagation had come to an end, so that the bounds of a component without a loop are its ranges. */
  readonly isPropagated: boolean;
}

/** Nothing known yet but the bounds, and a first witness where there is one. */
export function firstKnown(component: Component, point: Float64Array | undefined): Known {
  const bracket = createBracket(component.system);
  if (point) reach(bracket, point);
  return { bracket, point };
}

/**
 * Answers the questions about a component by the cheapest exact way there is: from its bounds where it has no loop, by flow
 * where it is a network, by the solver otherwise.
 */
export function settleComponent(
  { system }: Component,
  questions: readonly Question[],
  known: Known,
  settling: Settling,
): void {
  const open = questions.filter(({ nextEnd }) => nextEnd(known.bracket) !== undefined);
  if (open.length === 0) return;
  if (settling.isPropagated && isTree(system)) {
    closeAll(known, system);
    return;
  }
  const network = networkOf(system);
  if (network && !known.point) bySolver(system, open.slice(0, 1), known, settling);
  const { bracket, point } = known;
  if (network && point) settleByFlow(system, network, open, { bracket, point });
  else bySolver(system, open, known, settling);
}

function bySolver(
  system: LinearSystem,
  questions: readonly Question[],
  known: Known,
  { solver, iterationLimit }: Settling,
): void {
  const model = solver.open(system, iterationLimit);
  try {
    settleBySolver(system, model, questions, known);
  } finally {
    model.close();
  }
}

/** Whether rows and variables form a tree: then bounds that agree with each row on its own are reached, all in whole numbers. */
function isTree({ low, rowLow, variable, coefficient }: LinearSystem): boolean {
  if (variable.length !== low.length + rowLow.length - 1) return false;
  return coefficient.every((c) => c === 1 || c === -1);
}

function closeAll({ bracket }: Known, { low, high }: LinearSystem): void {
  for (let v = 0; v < low.length; v++) {
    close(bracket, v, 'low', real(low, v));
    close(bracket, v, 'high', real(high, v));
  }
}
