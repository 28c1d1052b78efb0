import type { LinearModel, Solution } from '../ports/linear-solver.ts';
import { close, giveUp, reach, type End } from './bracket.ts';
import { real } from './entry-of.ts';
import type { Known } from './known.ts';
import type { LinearSystem } from './linear-system.ts';
import type { Question } from './question.ts';
import { satisfies } from './satisfies.ts';

/** How far a solver's point may break a limit, relative to its size: ten times the solvers' own tolerance. */
const tolerance = 1e-6;

/**
 * Answers questions by linear programming, one objective for an end. Every optimum is a witness for all other variables. A point
 * that breaks the system counts as given up.
 * @throws Error when the solver finds that nothing satisfies the system.
 */
export function settleBySolver(
  system: LinearSystem,
  model: LinearModel,
  questions: readonly Question[],
  known: Known,
): void {
  witnessMany(system, model, questions, known);
  for (const { variable, nextEnd } of questions)
    for (let end = nextEnd(known.bracket); end !== undefined; end = nextEnd(known.bracket))
      settleEnd(system, model, { variable, end }, known);
}

/** A further objective over many variables must spare at least this many of one variable each. */
const worthwhile = 3;

/**
 * Looks for points that answer many questions at once: pushes all that are open towards the ends they want, as long as that pays.
 * Proves nothing beyond the points; weights differ so that variables that share a sum do not hold each other.
 */
function witnessMany(
  system: LinearSystem,
  model: LinearModel,
  questions: readonly Question[],
  known: Known,
): void {
  let open = stillOpen(questions, known);
  for (let before = Infinity; open.length > worthwhile && before - open.length >= worthwhile;) {
    before = open.length;
    const solution = model.solve({
      variable: Int32Array.from(open, ({ variable }) => variable),
      weight: Float64Array.from(
        open,
        ({ nextEnd }, i) => (nextEnd(known.bracket) === 'high' ? 1 : -1) * weightOf(i),
      ),
      sense: 'maximise',
    });
    if (solution.kind !== 'optimal' || !satisfies(system, solution.point, tolerance)) return;
    reach(known.bracket, solution.point);
    keepWholePoint(system, known, solution.point);
    open = stillOpen(questions, known);
  }
}

function stillOpen(questions: readonly Question[], { bracket }: Known): readonly Question[] {
  return questions.filter(({ nextEnd }) => nextEnd(bracket) !== undefined);
}

/** Between 1 and 2, spread evenly. */
function weightOf(index: number): number {
  return 1 + ((index * 7) % 16) / 16;
}

interface Wanted {
  readonly variable: number;
  readonly end: End;
}

function settleEnd(system: LinearSystem, model: LinearModel, { variable, end }: Wanted, known: Known): void {
  const solution = optimum(system, model, variable, end);
  const { bracket } = known;
  if (solution.kind === 'gaveUp') giveUp(bracket, variable, end);
  else if (solution.kind === 'unbounded')
    close(bracket, variable, end, end === 'high' ? Infinity : -Infinity);
  else if (solution.kind === 'optimal') {
    reach(bracket, solution.point);
    close(bracket, variable, end, real(solution.point, variable));
    keepWholePoint(system, known, solution.point);
  } else throw new Error('nothing satisfies the system of the audit');
}

/** Solves for one end; an optimum whose point does not bear it out, or an end beyond the bounds, is given up. */
function optimum(system: LinearSystem, model: LinearModel, variable: number, end: End): Solution {
  const solution = model.solve({
    variable: Int32Array.of(variable),
    weight: Float64Array.of(1),
    sense: end === 'low' ? 'minimise' : 'maximise',
  });
  if (solution.kind === 'unbounded') {
    const bound = real(end === 'low' ? system.low : system.high, variable);
    return Number.isFinite(bound) ? { kind: 'gaveUp' } : solution;
  }
  if (solution.kind !== 'optimal') return solution;
  const value = real(solution.point, variable);
  const isBorneOut = Math.abs(solution.value - value) <= tolerance * Math.max(1, Math.abs(value));
  return isBorneOut && satisfies(system, solution.point, tolerance) ? solution : { kind: 'gaveUp' };
}

/** Keeps a point in whole numbers that satisfies the system exactly, if this is one and there is none yet. */
function keepWholePoint(system: LinearSystem, known: Known, point: Float64Array): void {
  if (known.point) return;
  const rounded = point.map((value) => Math.round(value) + 0);
  if (satisfies(system, rounded, 0)) known.point = rounded;
}
