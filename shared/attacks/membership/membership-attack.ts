import { seededRandom } from '../random.ts';
import { playGames } from './games.ts';
import { knownCells } from './knowledge.ts';
import { learn, type Learned } from './learn.ts';
import { fewestTargets, type MembershipInput, type MembershipOptions } from './options.ts';
import type { MembershipResult } from './result.ts';
import { addFigure, emptyBoard, type ScoreBoard } from './score-board.ts';
import { stageOf, type Stage } from './stage.ts';
import { summaryOf } from './summary.ts';
import { weighJointly } from './weigh-jointly.ts';

/** Version of the method; the evidence names it. */
export const membershipVersion = 1;

/** Fewest groups of people to learn from, or to be asked about. */
const fewestGroups = 10;

/**
 * Asks of each target whether it was among the people of a release, from the figures alone ("Knock Knock, Who's There?", Pyrgelis et
 * al. 2018), with a likelihood ratio learned from reference groups that are protected exactly as the candidate is. Being hidden counts
 * as information; a shown 0 where the target was proves that it is not in. All targets are asked about in the same groups of people,
 * so the cost grows with the groups and hardly with the targets. `done` and `total` count groups of people.
 */
export function* membershipAttack(
  input: MembershipInput,
  options: MembershipOptions,
): Generator<{ readonly done: number; readonly total: number }, MembershipResult> {
  const { seed, referenceGroups, testGroups, knownShares } = options;
  if (Math.min(referenceGroups, testGroups) < fewestGroups || knownShares.length === 0)
    return { outcome: 'notTested', reason: 'too-few-trials' };
  const total = referenceGroups + testGroups;
  const setting = stageOf(input, options);
  let set = setting.next();
  for (; set.done !== true; set = setting.next()) yield { done: 0, total };
  const stage = set.value;
  const fewest = Math.min(stage.targets.length, stage.reference.pool.length, stage.test.pool.length);
  if (fewest < fewestTargets) return { outcome: 'notTested', reason: 'too-few-persons' };

  const learning = learn(input, options, stage);
  let step = learning.next();
  for (; step.done !== true; step = learning.next()) yield { done: step.value, total };
  const learned = step.value;
  const size = { targets: stage.targets.length, referenceGroups, testGroups };
  const boards: ScoreBoard[] = [];
  for (const share of knownShares) {
    const known = knownCells(stage.cellStarts, share, seed);
    const weighing = weighJointly(stage, learned, known, options);
    let weighed = weighing.next();
    for (; weighed.done !== true; weighed = weighing.next()) yield { done: referenceGroups, total };
    boards.push(
      emptyBoard(
        { zeroMeansNobody: input.zeroMeansNobody, known, evidence: learned.evidence, jointly: weighed.value },
        size,
      ),
    );
  }
  for (const _ of scoreReference(stage, learned, boards, referenceGroups))
    yield { done: referenceGroups, total };
  const asking = ask(input, options, stage, boards);
  let asked = asking.next();
  for (; asked.done !== true; asked = asking.next()) yield { done: referenceGroups + asked.value, total };
  return summaryOf(stage, options, boards, asked.value);
}

/** What the attacker's own groups score, so that a threshold can be learned. Yields after each target. */
function* scoreReference(
  { targets, cellStarts }: Stage,
  { figures }: Learned,
  boards: readonly ScoreBoard[],
  rounds: number,
): Generator<void, void> {
  for (let target = 0; target < targets.length; target += 1) {
    const first = (cellStarts[target] ?? 0) * rounds;
    const end = (cellStarts[target + 1] ?? 0) * rounds;
    for (const board of boards) {
      const scores = board.reference[target];
      for (let at = first; at < end; at += 1) {
        const cell = Math.floor(at / rounds);
        addFigure(board, { cell, figure: figures[0][at] ?? Number.NaN }, scores?.without, at % rounds);
        addFigure(board, { cell, figure: figures[1][at] ?? Number.NaN }, scores?.having, at % rounds);
      }
    }
    yield;
  }
}

/** Plays the games that count. Returns the share of the figures without the target that are hidden. */
function* ask(
  { rule }: MembershipInput,
  options: MembershipOptions,
  stage: Stage,
  boards: readonly ScoreBoard[],
): Generator<number, number> {
  const noise = seededRandom(options.seed, 'membership test noise');
  const random = seededRandom(options.seed, 'membership test groups');
  let [hidden, shown] = [0, 0];
  yield* playGames(
    stage,
    stage.test,
    { ...options, rounds: options.testGroups, random },
    ({ round, target, cells }) => {
      for (const { cell, ...persons } of cells) {
        const group = stage.groupOf[cell] ?? 0;
        const without = rule(group, persons.without, noise);
        const having = rule(group, persons.having, noise);
        const strange = rule(group, persons.strange, noise);
        if (Number.isNaN(without)) hidden += 1;
        else shown += 1;
        for (const board of boards) {
          addFigure(board, { cell, figure: without }, board.test[target]?.without, round);
          addFigure(board, { cell, figure: having }, board.test[target]?.having, round);
          addFigure(board, { cell, figure: strange }, board.strange[target], round);
        }
      }
    },
  );
  return hidden / (hidden + shown);
}
