import type { LinearSolver } from '../ports/linear-solver.ts';
import type { AuditOptions } from './audit-options.ts';
import { componentsOf, type Component, type Components } from './components.ts';
import { real, whole } from './entry-of.ts';
import type { Known } from './known.ts';
import type { LinearSystem } from './linear-system.ts';
import { propagate, type Propagated } from './propagate.ts';
import type { Question } from './question.ts';
import { satisfies } from './satisfies.ts';
import { firstKnown, settleComponent, type Settling } from './settle-component.ts';

/** What is asked about variable `variable` of the whole, once its place in its component and that place's origin are known. */
export interface Asked {
  readonly variable: number;
  readonly ask: (place: number, origin: number) => Question;
}

/** What an audit found out: bounds by propagation, and what is known of each component that was asked about. */
export interface Settled {
  readonly bounds: Propagated;
  readonly components: Components;
  readonly knownOf: ReadonlyMap<number, Known>;
}

/** Variables settled between two reports of progress. */
const reportEvery = 2000;

/**
 * Answers all that is asked, component by component.
 * @throws Error when nothing satisfies the system, or the point handed in does not; the signal's reason when it was raised.
 */
export async function settleAll(
  system: LinearSystem,
  asked: readonly Asked[],
  solver: LinearSolver,
  options: AuditOptions,
): Promise<Settled> {
  const bounds = propagate(system);
  if (!bounds) throw new Error('nothing satisfies the system of the audit');
  if (options.point && !isWitness(system, options.point))
    throw new Error('the numbers handed to the audit do not satisfy its system');
  const components = componentsOf(system, bounds);
  const questions = byComponent(components, asked);
  const settling = { solver, iterationLimit: options.iterationLimit, isPropagated: bounds.settled };
  const knownOf = new Map<number, Known>();
  let unreported = 0;
  for (const [index, ofComponent] of questions) {
    const component = components.list[index];
    if (!component) continue;
    options.signal?.throwIfAborted();
    knownOf.set(index, settleOne(component, ofComponent, options, settling));
    unreported += component.variables.length;
    if (unreported < reportEvery) continue;
    unreported = 0;
    await options.onProgress?.(knownOf.size, questions.size);
  }
  options.signal?.throwIfAborted();
  return { bounds, components, knownOf };
}

function isWitness(system: LinearSystem, point: Float64Array): boolean {
  return point.every((value) => Number.isInteger(value)) && satisfies(system, point, 0);
}

function byComponent(components: Components, asked: readonly Asked[]): Map<number, Question[]> {
  const questions = new Map<number, Question[]>();
  for (const { variable, ask } of asked) {
    const index = whole(components.componentOf, variable);
    const component = components.list[index];
    if (!component) continue;
    const place = whole(components.placeOf, variable);
    const question = ask(place, real(component.origin, place));
    const others = questions.get(index);
    if (others) others.push(question);
    else questions.set(index, [question]);
  }
  return questions;
}

function settleOne(
  component: Component,
  questions: readonly Question[],
  { cache, point, iterationLimit }: AuditOptions,
  settling: Settling,
): Known {
  const key = `${iterationLimit} ${component.key}`;
  const met = cache?.known.get(key);
  const known = met && (met.point || !point) ? met : firstKnown(component, cutPoint(component, point));
  settleComponent(component, questions, known, settling);
  cache?.known.set(key, known);
  return known;
}

function cutPoint(
  { variables, origin }: Component,
  point: Float64Array | undefined,
): Float64Array | undefined {
  return point && Float64Array.from(variables, (v, place) => real(point, v) - real(origin, place));
}
