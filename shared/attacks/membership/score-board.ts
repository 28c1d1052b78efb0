import { evidenceIn, type CellEvidence } from './evidence-of-cells.ts';
import type { Scores } from './separation.ts';

/** Scores of all targets with one share of knowledge. */
export interface ScoreBoard {
  /** Cells that the attacker knows: 1, others 0. */
  readonly known: Uint8Array;
  readonly evidence: CellEvidence;
  /** How much the evidence of each cell counts beside that of the others. */
  readonly jointly: Float64Array;
  readonly zeroMeansNobody: boolean;
  /** Target by target. */
  readonly reference: readonly Scores[];
  readonly test: readonly Scores[];
  /** Target by target, with a stranger in its place. */
  readonly strange: readonly Float64Array[];
}

/** A board on which nothing is written yet. */
export function emptyBoard(
  attacker: Pick<ScoreBoard, 'known' | 'evidence' | 'jointly' | 'zeroMeansNobody'>,
  {
    targets,
    referenceGroups,
    testGroups,
  }: Readonly<Record<'targets' | 'referenceGroups' | 'testGroups', number>>,
): ScoreBoard {
  const each = <T>(make: () => T): readonly T[] => Array.from({ length: targets }, make);
  return {
    ...attacker,
    reference: each(() => noScores(referenceGroups)),
    test: each(() => noScores(testGroups)),
    strange: each(() => new Float64Array(testGroups)),
  };
}

function noScores(games: number): Scores {
  return { without: new Float64Array(games), having: new Float64Array(games) };
}

/** Adds the evidence of one figure to a score. A shown 0 proves that the target is not in, if the rule says so. */
export function addFigure(
  { known, evidence, jointly, zeroMeansNobody }: ScoreBoard,
  seen: { readonly cell: number; readonly figure: number },
  scores: Float64Array | undefined,
  game: number,
): void {
  if (known[seen.cell] !== 1 || scores === undefined) return;
  const proves = zeroMeansNobody && seen.figure === 0;
  const weighed = (jointly[seen.cell] ?? 0) * evidenceIn(evidence, seen.cell, seen.figure);
  scores[game] = (scores[game] ?? 0) + (proves ? -Infinity : weighed);
}
