import type { LinearSolver } from '../ports/linear-solver.ts';
import type { AuditOptions } from './audit-options.ts';
import { real, whole } from './entry-of.ts';
import type { LinearSystem } from './linear-system.ts';
import { askForNeed, isMet, isRefuted, type Need } from './question.ts';
import { settleAll, type Settled } from './settle-all.ts';

/** Asks that the range of `variable` begins at or below `lowAtMost`, ends at or above `highAtLeast` and is `widthAtLeast` wide. */
export interface Requirement {
  readonly variable: number;
  readonly lowAtMost: number;
  readonly highAtLeast: number;
  /** high - low at least this; 0 where absent. */
  readonly widthAtLeast?: number | undefined;
}

/** `notTested`: the solver gave up before it could tell; counts as failed. */
export type Verdict = 'met' | 'failed' | 'notTested';

/**
 * Proves or refutes each requirement, in their order. Stops at the first proof, so it is far cheaper than the ranges.
 * @throws Error when nothing satisfies the system, or the point handed in does not; the signal's reason when it was raised.
 */
export async function meets(
  system: LinearSystem,
  requirements: readonly Requirement[],
  solver: LinearSolver,
  options: AuditOptions,
): Promise<readonly Verdict[]> {
  const asked = requirements.map((requirement) => ({
    variable: requirement.variable,
    ask: (place: number, origin: number) => askForNeed(place, needOf(requirement, origin)),
  }));
  const settled = await settleAll(system, asked, solver, options);
  return requirements.map((requirement) => verdictOn(settled, requirement));
}

function needOf({ lowAtMost, highAtLeast, widthAtLeast }: Requirement, origin: number): Need {
  return { low: lowAtMost - origin, high: highAtLeast - origin, width: widthAtLeast ?? 0 };
}

function verdictOn({ bounds, components, knownOf }: Settled, requirement: Requirement): Verdict {
  const { variable } = requirement;
  const index = whole(components.componentOf, variable);
  const component = components.list[index];
  const known = knownOf.get(index);
  if (!component || !known) {
    const { low, high, width } = needOf(requirement, 0);
    const [least, most] = [real(bounds.low, variable), real(bounds.high, variable)];
    return least <= low && most >= high && most - least >= width ? 'met' : 'failed';
  }
  const place = whole(components.placeOf, variable);
  const need = needOf(requirement, real(component.origin, place));
  if (isMet(known.bracket, place, need)) return 'met';
  return isRefuted(known.bracket, place, need) ? 'failed' : 'notTested';
}
