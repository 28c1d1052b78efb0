import type { Bracket, End } from '../../audit/bracket.ts';
import { isOpen } from '../../audit/bracket.ts';
import { componentsOf, type Component, type Components } from '../../audit/components.ts';
import { real, whole } from '../../audit/entry-of.ts';
import type { LinearSystem, Ranges } from '../../audit/linear-system.ts';
import { propagate } from '../../audit/propagate.ts';
import type { Question } from '../../audit/question.ts';
import { firstKnown, settleComponent } from '../../audit/settle-component.ts';
import type { LinearSolver } from '../../ports/linear-solver.ts';

/** What is known of a sum of persons: `few`: certainly at least one and fewer than the minimum. */
export interface Settlement {
  readonly few: readonly { readonly target: number; readonly low: number; readonly high: number }[];
  /** Targets on which the solver gave up. */
  readonly gaveUp: number;
  /** Connected components that were settled. */
  readonly components: number;
  /** Nothing satisfies the system: the figures contradict each other. */
  readonly contradicted: boolean;
}

/** What a question needs besides its system. */
export interface FewOptions {
  readonly minimumPersons: number;
  readonly solver: LinearSolver;
  /** Simplex iterations for one objective. */
  readonly iterationLimit: number;
}

const nothing: Settlement = { few: [], gaveUp: 0, components: 0, contradicted: true };

/**
 * Which of the targets (indices of variables) stand for few persons whatever numbers satisfy the system. A target is given up as
 * soon as numbers are found that make it none or enough. By propagation, flow or linear programming, as the range audit does.
 */
export function settleFew(system: LinearSystem, targets: readonly number[], options: FewOptions): Settlement {
  const bounds = propagate(system);
  if (!bounds) return nothing;
  const components = componentsOf(system, bounds);
  const brackets = new Map<number, Bracket>();
  for (const [index, variables] of grouped(components, targets)) {
    const component = components.list[index];
    if (!component) continue;
    const bracket = bracketOf(component, variables, options, { components, isPropagated: bounds.settled });
    if (!bracket) return { ...nothing, components: brackets.size };
    brackets.set(index, bracket);
  }
  return read(targets, { bounds, components, brackets }, options.minimumPersons);
}

interface Split {
  readonly components: Components;
  readonly isPropagated: boolean;
}

function bracketOf(
  component: Component,
  variables: readonly number[],
  { minimumPersons, solver, iterationLimit }: FewOptions,
  { components, isPropagated }: Split,
): Bracket | undefined {
  const questions = variables.map((v): Question => {
    const place = whole(components.placeOf, v);
    const origin = real(component.origin, place);
    return {
      variable: place,
      nextEnd: (bracket) => nextEndOf(bracket, place, [1 - origin, minimumPersons - origin]),
    };
  });
  const known = firstKnown(component, undefined);
  try {
    settleComponent(component, questions, known, { solver, iterationLimit, isPropagated });
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('nothing satisfies')) return undefined;
    throw error;
  }
  return known.bracket;
}

/** `few` is counted from the origin of the variable: from its first number of persons up to, not including, the second. */
function nextEndOf(bracket: Bracket, v: number, [one, enough]: readonly [number, number]): End | undefined {
  const isRefuted = real(bracket.reachedLow, v) < one || real(bracket.reachedHigh, v) >= enough;
  const isProven = real(bracket.provenLow, v) >= one && real(bracket.provenHigh, v) < enough;
  if (isRefuted || isProven) return undefined;
  if (real(bracket.provenHigh, v) >= enough && isOpen(bracket, v, 'high')) return 'high';
  return real(bracket.provenLow, v) < one && isOpen(bracket, v, 'low') ? 'low' : undefined;
}

function grouped(components: Components, targets: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const target of targets) {
    const index = whole(components.componentOf, target);
    if (index < 0) continue;
    const others = groups.get(index);
    if (others) others.push(target);
    else groups.set(index, [target]);
  }
  return groups;
}

interface Known {
  readonly bounds: Ranges;
  readonly components: Components;
  readonly brackets: ReadonlyMap<number, Bracket>;
}

function read(targets: readonly number[], known: Known, minimumPersons: number): Settlement {
  const few: Settlement['few'][number][] = [];
  let gaveUp = 0;
  for (const target of targets) {
    const range = rangeOf(target, known, minimumPersons);
    if (range.low >= 1 && range.high < minimumPersons) few.push({ target, low: range.low, high: range.high });
    else if (range.gaveUp) gaveUp += 1;
  }
  return { few, gaveUp, components: known.brackets.size, contradicted: false };
}

function rangeOf(
  v: number,
  { bounds, components, brackets }: Known,
  minimumPersons: number,
): { readonly low: number; readonly high: number; readonly gaveUp: boolean } {
  const index = whole(components.componentOf, v);
  const [bracket, component] = [brackets.get(index), components.list[index]];
  if (!bracket || !component) return { low: real(bounds.low, v), high: real(bounds.high, v), gaveUp: false };
  const place = whole(components.placeOf, v);
  const origin = real(component.origin, place);
  const isRefuted =
    real(bracket.reachedLow, place) + origin < 1 ||
    real(bracket.reachedHigh, place) + origin >= minimumPersons;
  const gaveUp = bracket.gaveUpLow[place] === 1 || bracket.gaveUpHigh[place] === 1;
  return {
    low: real(bracket.provenLow, place) + origin,
    high: real(bracket.provenHigh, place) + origin,
    gaveUp: gaveUp && !isRefuted,
  };
}
