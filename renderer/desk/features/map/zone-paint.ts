import { zoneStates, type ZoneValues } from '../../../../shared/ipc/view.ts';
import { classOf } from './class-breaks.ts';
import { rampStep } from './ramp-step.ts';

/** What a zone is painted with, beside steps of the ramp, which are 0 and up. */
export const hiddenPaint = -1;
export const zeroPaint = -2;
export const outsidePaint = -3;
/** Nothing is known yet. */
export const noPaint = -4;
/** No figure of its own: what is told lies between the zones. */
export const plainPaint = -5;

const hiddenState = zoneStates.indexOf('suppressed');
const publishedState = zoneStates.indexOf('published');
const emptyState = zoneStates.indexOf('empty');

/** Paint code per zone. Without `zeroShown` an empty zone looks like a hidden one. */
export function zonePaints(
  count: number,
  values: ZoneValues | undefined,
  breaks: readonly number[],
  zeroShown: boolean,
): Int8Array {
  const paints = new Int8Array(count).fill(noPaint);
  if (values === undefined) return paints;
  for (let zone = 0; zone < Math.min(count, values.states.length); zone += 1) {
    const state = values.states[zone];
    if (state === publishedState)
      paints[zone] = rampStep(classOf(breaks, values.values[zone] ?? 0), breaks.length);
    else if (state === hiddenState || (state === emptyState && !zeroShown)) paints[zone] = hiddenPaint;
    else paints[zone] = state === emptyState ? zeroPaint : outsidePaint;
  }
  return paints;
}

/** Indices at which two runs of paint codes differ; every index when the lengths do. */
export function changedPaints(before: Int8Array, after: Int8Array): readonly number[] {
  const changed: number[] = [];
  const whole = before.length !== after.length;
  for (let i = 0; i < after.length; i += 1) if (whole || before[i] !== after[i]) changed.push(i);
  return changed;
}

/** Figures of the published zones, in zone order. */
export function publishedValues(values: ZoneValues | undefined): Int32Array {
  if (values === undefined) return new Int32Array(0);
  return values.values.filter((_, zone) => values.states[zone] === publishedState);
}
