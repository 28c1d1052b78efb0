import { close, type Bracket } from './bracket.ts';
import { real, whole } from './entry-of.ts';
import type { Known } from './known.ts';
import type { LinearSystem } from './linear-system.ts';
import type { Network } from './network.ts';
import { createSearch, pushFlow } from './push-flow.ts';
import type { Question } from './question.ts';
import { sumOfRow } from './satisfies.ts';

/** Answers questions about a network exactly and in whole numbers: an end is known when no way back has room any more. */
export function settleByFlow(
  system: LinearSystem,
  network: Network,
  questions: readonly Question[],
  known: Known & { readonly point: Float64Array },
): void {
  const flow = flowOf(system, network, known.point);
  const search = createSearch(network);
  const count = system.low.length;
  for (const { variable, nextEnd } of questions) {
    for (let end = nextEnd(known.bracket); end !== undefined; end = nextEnd(known.bracket)) {
      const amount = pushFlow(network, flow, { arc: variable, way: end === 'high' ? 1 : -1 }, search);
      if (amount === 0) close(known.bracket, variable, end, real(flow, variable));
      else if (amount === Infinity)
        close(known.bracket, variable, end, end === 'high' ? Infinity : -Infinity);
      else for (const arc of search.path) if (arc < count) reachAlong(known.bracket, arc, real(flow, arc));
    }
  }
  known.point.set(flow.subarray(0, count));
}

function flowOf(system: LinearSystem, network: Network, point: Float64Array): Float64Array {
  const flow = new Float64Array(network.tail.length);
  flow.set(point);
  network.slackRows.forEach((row, i) => {
    flow[point.length + i] = sumOfRow(system, point, row) * whole(network.sign, row);
  });
  return flow;
}

function reachAlong(bracket: Bracket, v: number, value: number): void {
  if (value < real(bracket.reachedLow, v)) bracket.reachedLow[v] = value;
  if (value > real(bracket.reachedHigh, v)) bracket.reachedHigh[v] = value;
}
