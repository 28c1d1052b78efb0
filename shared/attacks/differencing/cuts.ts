import type { Stretch } from '../../ledger/stretch.ts';

/** The pieces of a line between the cuts of several lists of stretches: the common refinement along one dimension. */
export interface Refinement {
  readonly pieces: readonly Stretch[];
  /** First piece of a stretch and the one behind its last; `undefined` where the stretch ends between cuts. */
  readonly spanOf: (stretch: Stretch) => readonly [from: number, to: number] | undefined;
}

/** Refines a line that reaches from `from` to `to` by the ends of all stretches that lie on it. */
export function refine(line: Stretch, stretches: readonly Stretch[]): Refinement {
  const ends = stretches.flatMap(({ from, to }) => [Math.max(from, line.from), Math.min(to, line.to)]);
  const cuts = [...new Set([line.from, ...ends, line.to])].toSorted((a, b) => a - b);
  const at = new Map(cuts.map((cut, i) => [cut, i]));
  return {
    pieces: cuts.slice(1).map((to, i) => ({ from: cuts[i] ?? 0, to })),
    spanOf: (stretch) => {
      const from = at.get(Math.max(stretch.from, line.from));
      const to = at.get(Math.min(stretch.to, line.to));
      return from === undefined || to === undefined || from >= to ? undefined : [from, to];
    },
  };
}
