import { evidenceIn } from './evidence-of-cells.ts';
import { jointWeights } from './joint-weights.ts';
import type { Learned } from './learn.ts';
import type { MembershipOptions } from './options.ts';
import type { Stage } from './stage.ts';

/**
 * How much the evidence of each known cell counts beside that of the target's other known cells; 1 where all are taken as
 * independent. People stay where they are for hours, so that neighbouring hours say nearly the same. Yields after each target.
 */
export function* weighJointly(
  stage: Stage,
  learned: Learned,
  known: Uint8Array,
  { statistic, referenceGroups }: Pick<MembershipOptions, 'statistic' | 'referenceGroups'>,
): Generator<void, Float64Array> {
  const weights = new Float64Array(known.length).fill(1);
  if (statistic === 'independent') return weights;
  for (let t = 0; t < stage.targets.length; t += 1) {
    const cells = knownOf(stage, t, known);
    const without = centred(evidenceRows(learned, cells, learned.figures[0], referenceGroups));
    const having = centred(evidenceRows(learned, cells, learned.figures[1], referenceGroups));
    const shift = having.mean.map((value, c) => value - (without.mean[c] ?? 0));
    for (const [c, weight] of jointWeights([...without.rows, ...having.rows], shift).entries())
      weights[cells[c] ?? 0] = weight;
    yield;
  }
  return weights;
}

function knownOf({ cellStarts }: Stage, target: number, known: Uint8Array): readonly number[] {
  const cells: number[] = [];
  for (let cell = cellStarts[target] ?? 0; cell < (cellStarts[target + 1] ?? 0); cell += 1)
    if (known[cell] === 1) cells.push(cell);
  return cells;
}

function evidenceRows(
  { evidence }: Learned,
  cells: readonly number[],
  figures: Float32Array,
  rounds: number,
): readonly Float64Array[] {
  return Array.from({ length: rounds }, (_, round) =>
    Float64Array.from(cells, (cell) =>
      evidenceIn(evidence, cell, figures[cell * rounds + round] ?? Number.NaN),
    ),
  );
}

function centred(rows: readonly Float64Array[]): {
  readonly rows: readonly Float64Array[];
  readonly mean: Float64Array;
} {
  const mean = new Float64Array(rows[0]?.length ?? 0);
  for (const row of rows)
    for (const [c, value] of row.entries()) mean[c] = (mean[c] ?? 0) + value / rows.length;
  return { rows: rows.map((row) => row.map((value, c) => value - (mean[c] ?? 0))), mean };
}
