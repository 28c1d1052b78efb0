import type { LinearSolver } from '../ports/linear-solver.ts';
import type { AuditOptions } from './audit-options.ts';
import { isClosed } from './bracket.ts';
import { real, whole } from './entry-of.ts';
import type { LinearSystem, Ranges } from './linear-system.ts';
import { askForRange } from './question.ts';
import { settleAll, type Settled } from './settle-all.ts';

/**
 * Range of every target, in their order. Where `gaveUp[i]` is 1 the solver gave up on an end of target i: the range there is only
 * an outer bound, to be counted as not tested and never shown as a result.
 */
export interface AuditedRanges extends Ranges {
  readonly gaveUp: Uint8Array;
}

/**
 * The range of each target (an index of a variable) that follows from the system: what is left of the linear relaxation after
 * rounding its ends inwards, which is exact for tables of two dimensions and never narrower than the truth elsewhere.
 * @throws Error when nothing satisfies the system, or the point handed in does not; the signal's reason when it was raised.
 */
export async function rangesOf(
  system: LinearSystem,
  targets: Int32Array,
  solver: LinearSolver,
  options: AuditOptions,
): Promise<AuditedRanges> {
  const asked = Array.from(targets, (variable) => ({ variable, ask: askForRange }));
  const settled = await settleAll(system, asked, solver, options);
  const ranges = {
    low: new Float64Array(targets.length),
    high: new Float64Array(targets.length),
    gaveUp: new Uint8Array(targets.length),
  };
  targets.forEach((variable, i) => {
    const range = rangeOf(settled, variable);
    if (range.low > range.high) throw new Error('nothing satisfies the system of the audit in whole numbers');
    ranges.low[i] = range.low;
    ranges.high[i] = range.high;
    ranges.gaveUp[i] = range.gaveUp ? 1 : 0;
  });
  return ranges;
}

interface Range {
  readonly low: number;
  readonly high: number;
  readonly gaveUp: boolean;
}

function rangeOf({ bounds, components, knownOf }: Settled, variable: number): Range {
  const index = whole(components.componentOf, variable);
  const component = components.list[index];
  const known = knownOf.get(index);
  if (!component || !known)
    return { low: real(bounds.low, variable), high: real(bounds.high, variable), gaveUp: false };
  const place = whole(components.placeOf, variable);
  const origin = real(component.origin, place);
  return {
    low: real(known.bracket.provenLow, place) + origin,
    high: real(known.bracket.provenHigh, place) + origin,
    gaveUp: !isClosed(known.bracket, place, 'low') || !isClosed(known.bracket, place, 'high'),
  };
}
