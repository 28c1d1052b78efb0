import type { SeededRandom } from '../random.ts';
import { drawCrowd, slotsOf } from './crowd.ts';
import type { MembershipOptions } from './options.ts';
import type { Side, Stage } from './stage.ts';

/** The persons of a cell in one game. */
export interface CellInGame {
  readonly cell: number;
  readonly without: number;
  readonly having: number;
  /** With a stranger instead of the person who would make room for the target. */
  readonly strange: number;
}

/** One target among one group of people; `cells` can be gone through once. */
export interface Game {
  /** Number of the group of people. */
  readonly round: number;
  /** Number of the target. */
  readonly target: number;
  readonly cells: Iterable<CellInGame>;
}

/** Draws one group of people after another and shows each target in it; yields about every millisecond. */
export function* playGames(
  stage: Stage,
  side: Side,
  options: Pick<MembershipOptions, 'game' | 'groupSize'> & {
    readonly rounds: number;
    readonly random: SeededRandom;
  },
  see: (game: Game) => void,
): Generator<number, void> {
  const { rounds, random, groupSize } = options;
  for (let round = 0; round < rounds; round += 1) {
    const steps = drawCrowd(side.traces, side.pool, groupSize, random);
    let step = steps.next();
    while (step.done !== true) {
      yield round;
      step = steps.next();
    }
    const { counts, leaver, stranger } = step.value;
    const gone = slotsOf(side.traces, leaver);
    const came = slotsOf(side.traces, stranger);
    const leaves = options.game === 'swap' ? 1 : 0;
    for (let target = 0; target < stage.targets.length; target += 1) {
      see({ round, target, cells: cellsOf(stage, target, { counts, gone, came, leaves }) });
      yield round;
    }
  }
}

function* cellsOf(
  { cellStarts, slotOf }: Stage,
  target: number,
  crowd: {
    readonly counts: Int32Array;
    readonly gone: Uint8Array;
    readonly came: Uint8Array;
    readonly leaves: number;
  },
): Generator<CellInGame> {
  const end = cellStarts[target + 1] ?? 0;
  for (let cell = cellStarts[target] ?? 0; cell < end; cell += 1) {
    const slot = slotOf[cell] ?? 0;
    const without = crowd.counts[slot] ?? 0;
    const gone = crowd.gone[slot] ?? 0;
    yield {
      cell,
      without,
      having: without + 1 - crowd.leaves * gone,
      strange: without - gone + (crowd.came[slot] ?? 0),
    };
  }
}
