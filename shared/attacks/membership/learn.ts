import { seededRandom } from '../random.ts';
import { emptyTallies, evidenceOf, learnCell, type CellEvidence } from './evidence-of-cells.ts';
import { playGames } from './games.ts';
import type { MembershipInput, MembershipOptions } from './options.ts';
import { replayedRandom } from './replayed-random.ts';
import type { Stage } from './stage.ts';

/** What the attacker knows after the reference groups. */
export interface Learned {
  readonly evidence: CellEvidence;
  /** Figures without and with the target: cell * referenceGroups + group, `NaN` where hidden. */
  readonly figures: readonly [Float32Array, Float32Array];
}

/** Plays the game with people of the attacker's own, knowing the answers. Yields the number of groups done. */
export function* learn(
  { rule }: MembershipInput,
  options: MembershipOptions,
  stage: Stage,
): Generator<number, Learned> {
  const { seed, referenceGroups } = options;
  const cells = stage.slotOf.length;
  const tallies = emptyTallies(cells);
  const figures = [
    new Float32Array(cells * referenceGroups),
    new Float32Array(cells * referenceGroups),
  ] as const;
  const noise = replayedRandom(seededRandom(seed, 'membership reference noise'));
  const random = seededRandom(seed, 'membership reference groups');
  yield* playGames(stage, stage.reference, { ...options, rounds: referenceGroups, random }, (game) => {
    for (const seen of game.cells) {
      const [without, having] = learnCell(
        tallies,
        { ...seen, group: stage.groupOf[seen.cell] ?? 0 },
        rule,
        noise,
      );
      figures[0][seen.cell * referenceGroups + game.round] = without;
      figures[1][seen.cell * referenceGroups + game.round] = having;
    }
  });
  return { evidence: evidenceOf(tallies), figures };
}
