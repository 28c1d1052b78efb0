import { evidenceIn, type CellEvidence } from './evidence-of-cells.ts';
import type { Scores } from './separation.ts';

/** Scores of all targets with one share of knowledge. */
export interface ScoreBoard {
  /** Cells that the attacker knows: 1, others 0. */
  readonly known: Uint8Array;
  readonly evidence: CellEvidence;
  readonly zeroMeansNobody: boolean;
  /** Target by target. */
  readonly reference: readonly Scores[];
  readonly test: readonly Scores[];
  /** Target by target, with a stranger in its place. */
  readonly strange: readonly Float64Array[];
}

/** A board on which nothing is written yet. */
export function emptyBoard(
  attacker: Pick<ScoreBoard, 'known' | 'evidence' | 'zeroMeansNobody'>,
  {
    targets,
    referenceGroups,
    testGroups,
  }: Readonly<Record<'targets' | 'referenceGroups' | 'testGroups', number>>,
): ScoreBoard {
  const each = <T>(make: () => T): readonly T[] => Array.from({ length: targets }, make);
  const scores = (games: number): Scores => ({
    without: new Float64Array(games),
    having: new Float64Array(games),
  });
  return {
    ...attacker,
    reference: each(() => scores(referenceGroups)),
    test: each(() => scores(testGroups)),
    strange: each(() => new Float64Array(testGroups)),
  };
}

/** Adds the evidence of one figure to a score. A shown 0 proves that the target is not in, if the rule says so. */
export function addFigure(
  { known, evidence, zeroMeansNobody }: ScoreBoard,
  seen: { readonly cell: number; readonly figure: number },
  scores: Float64Array | undefined,
  game: number,
): void {
  if (known[seen.cell] !== 1 || scores === undefined) return;
  const proves = zeroMeansNobody && seen.figure === 0;
  scores[game] = (scores[game] ?? 0) + (proves ? -Infinity : evidenceIn(evidence, seen.cell, seen.figure));
}
