import type { Numbered, PoolRun } from '../../ports/task-pool.ts';
import { carryOut, type BlockTask } from './block-task.ts';
import { sentTask, type BlockPool, type FinishedBlock, type SentTask } from './sent-block.ts';
import type { Solving } from './solving.ts';
import { stop, type Steps } from './steps.ts';

/** Blocks to be worked on, by their cards. What is done to one must not change what another one is loaded as. */
export interface Deck<Card> {
  readonly cards: readonly Card[];
  /** The task of a block, or how it ends where nothing is to be done. */
  readonly load: (card: Card) => BlockTask | FinishedBlock;
  /** Takes in how a block ended, in the order of the cards. */
  readonly take: (card: Card, finished: FinishedBlock) => void;
  /** Is told how many blocks are done. */
  readonly told: (done: number) => void;
}

/** Groups of the tasks that are given away at a time, unless the first alone has more: some 50 ms of work. */
const groupsAtATime = 2_000;
/** Blocks that are looked at for that. */
const mostAtATime = 200;
/** So much is given away before it is done, so that the other thread does not wait for the next pause of this one. */
const groupsAhead = 4_000;

/**
 * Carries out the tasks of a deck from its front, while a pool, where there is one, is given tasks from the back. This thread goes on to
 * tasks that were given away and did not come back yet, and whoever is done first has done them: a pool that is slow, dies or never
 * answers changes nothing but the time. The result of a task depends on the task alone and results are taken in one order, so the end is
 * the same however the deck was dealt.
 */
export function* dealtBlocks<Card>(
  deck: Deck<Card>,
  solving: Solving,
  pool: BlockPool | undefined,
): Steps<void> {
  const hand = new Hand(deck, solving, pool);
  try {
    for (const [number, card] of deck.cards.entries()) {
      const finished = hand.resultOf(number) ?? (yield* ownOrTheirs(deck.load(card), hand, number));
      deck.take(card, finished);
      hand.goOn(number + 1, number + 1);
      yield;
    }
  } finally {
    hand.close();
  }
}

/** Works on a block until it is done here or there. */
function* ownOrTheirs<Card>(
  task: BlockTask | FinishedBlock,
  hand: Hand<Card>,
  number: number,
): Steps<FinishedBlock> {
  if ('settled' in task) return task;
  const steps = carryOut(task, hand.solving);
  try {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return { ...step.value, state: task.block.state };
      hand.goOn(number, number + 1);
      yield;
      const theirs = hand.resultOf(number);
      if (theirs !== undefined) return theirs;
    }
  } finally {
    stop(steps);
  }
}

/** What of a deck is given away, and what came back. */
class Hand<Card> {
  readonly solving: Solving;
  private readonly deck: Deck<Card>;
  private readonly pool: BlockPool | undefined;
  private run: PoolRun<SentTask> | undefined;
  private readonly results = new Map<number, FinishedBlock>();
  /** Groups of the tasks that are out, by number. */
  private readonly out = new Map<number, number>();
  private groupsOut = 0;
  /** Number of the first task that was given away. */
  private back: number;
  private done = 0;
  private steps = 0;
  private isOver = false;

  constructor(deck: Deck<Card>, solving: Solving, pool: BlockPool | undefined) {
    this.deck = deck;
    this.solving = solving;
    this.pool = pool;
    this.back = deck.cards.length;
  }

  resultOf(number: number): FinishedBlock | undefined {
    const finished = this.results.get(number);
    this.results.delete(number);
    return finished;
  }

  /** Notes that the first `done` tasks are done, and gives away what there is room for of those from `front` on. */
  goOn(done: number, front: number): void {
    this.done = done;
    this.deck.told(done + this.results.size);
    this.steps += 1;
    if (this.pool === undefined || this.isOver || this.steps <= this.pool.after) return;
    if (this.groupsOut < groupsAhead && this.back > front) this.giveAway(front, this.pool);
  }

  close(): void {
    this.isOver = true;
    this.run?.close();
  }

  private giveAway(front: number, pool: BlockPool): void {
    const tasks: Numbered<SentTask>[] = [];
    let groups = 0;
    for (const card of this.deck.cards
      .slice(Math.max(front, this.back - mostAtATime), this.back)
      .toReversed()) {
      if (groups >= groupsAtATime) break;
      this.back -= 1;
      const task = this.deck.load(card);
      if ('settled' in task) {
        this.results.set(this.back, task);
        continue;
      }
      tasks.push({ number: this.back, of: sentTask(task, this.solving.iterationLimit) });
      this.out.set(this.back, task.block.frame.groups);
      groups += task.block.frame.groups;
    }
    if (tasks.length === 0) return;
    this.groupsOut += groups;
    this.run ??= this.opened(pool);
    this.run.give(tasks);
  }

  private opened(pool: BlockPool): PoolRun<SentTask> {
    return pool.open({
      done: ({ number, of }) => this.takeBack(number, of),
      failed: () => {
        this.isOver = true;
      },
    });
  }

  private takeBack(number: number, finished: FinishedBlock): void {
    this.groupsOut -= this.out.get(number) ?? 0;
    this.out.delete(number);
    if (number >= this.done) this.results.set(number, finished);
  }
}
