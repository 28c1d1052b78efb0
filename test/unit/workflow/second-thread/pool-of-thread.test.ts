import { beforeAll, describe, expect, it } from 'vitest';
import type { LinearSolver } from '../../../../shared/ports/linear-solver.ts';
import type { BlockPool } from '../../../../shared/protect/secondary/sent-block.ts';
import { heapsOf } from '../../../../shared/kernel/person-heaps.ts';
import { suppress, type Suppressed } from '../../../../shared/protect/secondary/suppress.ts';
import type { Progress } from '../../../../shared/protect/secondary/suppression-run.ts';
import { driven } from '../../../../shared/workflow/driven.ts';
import { poolOfThread } from '../../../../shared/workflow/second-thread/pool-of-thread.ts';
import { serveBlocks } from '../../../../shared/workflow/second-thread/serve-blocks.ts';
import type {
  FromThread,
  StartedThread,
  ToThread,
} from '../../../../shared/workflow/second-thread/thread-messages.ts';
import { highsSolver } from '../../../support/highs.ts';
import { manyBlocks } from '../../../support/many-blocks.ts';
import { suppressed } from '../../../support/suppressed.ts';

const iterationLimit = 10_000;
const blocks = 60;
const { release, rule } = manyBlocks(blocks);
let solver: LinearSolver;
let second: LinearSolver;
let expected: Suppressed;

beforeAll(async () => {
  [solver, second] = await Promise.all([highsSolver(), highsSolver()]);
  expected = suppressed(release, rule, { solver, iterationLimit });
});

const breathe = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Every look at the clock is past the stretch, so that each step pauses. */
function hastyClock(): () => number {
  let time = 0;
  return () => (time += 30);
}

interface Line {
  readonly start: () => StartedThread;
  readonly counts: { started: number; ended: number; tasks: number; results: number; drops: number };
  /** Ends the thread as a crash would. */
  crash: () => void;
}

/** A thread in this one: messages are cloned and come later, as between threads. */
function line(startSolver: () => Promise<LinearSolver>, isMute = false): Line {
  const counts = { started: 0, ended: 0, tasks: 0, results: 0, drops: 0 };
  const made: Line = { counts, crash: () => undefined, start };
  function start(): StartedThread {
    counts.started += 1;
    let isGone = false;
    const toThread: ((message: ToThread) => void)[] = [];
    const fromThread: ((message: FromThread) => void)[] = [];
    const ends: (() => void)[] = [];
    const later = <M>(listeners: ((message: M) => void)[], message: M): void => {
      const copy = structuredClone(message);
      setImmediate(() => isGone || listeners.forEach((listener) => listener(copy)));
    };
    if (!isMute)
      serveBlocks(
        {
          post: (message) => later(fromThread, message),
          onMessage: (listener) => void toThread.push(listener),
        },
        startSolver,
        { breathe, now: hastyClock() },
      );
    made.crash = () => {
      isGone = true;
      ends.forEach((end) => end());
    };
    return {
      post: (message) => {
        if (message.kind === 'tasks') counts.tasks += message.tasks.length;
        else if (message.kind === 'drop') counts.drops += 1;
        later(toThread, message);
      },
      onMessage: (listener) =>
        void fromThread.push((message) => {
          if (message.kind === 'results') counts.results += message.results.length;
          listener(message);
        }),
      onEnd: (listener) => void ends.push(listener),
      end: () => {
        isGone = true;
        counts.ended += 1;
      },
    };
  }
  return made;
}

async function withPool(
  pool: BlockPool,
  onProgress: (progress: Progress) => void = () => undefined,
  signal = new AbortController().signal,
): Promise<Suppressed> {
  const told = { signal, onProgress: (progress: unknown) => onProgress(progress as Progress) };
  return driven(suppress(release, rule, { solver, iterationLimit, pool }), told, {
    breathe,
    now: hastyClock(),
  });
}

describe('a second thread', () => {
  it('does part of the work and changes nothing of what comes out', async () => {
    const { start, counts } = line(async () => second);
    const pool = poolOfThread(start, 0);
    expect(expected.audit.secondary).toBeGreaterThan(50);
    expect(await withPool(pool)).toEqual(expected);
    expect(await withPool(pool)).toEqual(expected);
    expect(counts.results).toBeGreaterThan(blocks / 3);
    expect(counts.started).toBe(1);
  });

  it('is put in the place of one that has sorted, and of no other, nor of one at work', () => {
    const { start, counts } = line(async () => second, true);
    const pool = poolOfThread(start, 0);
    pool.start();
    pool.renew();
    expect([counts.started, counts.ended]).toEqual([1, 0]);
    const heaps = heapsOf({ person: new Int32Array(1), second: new Int32Array(1), cell: new Int32Array(1) });
    const columns = { person: new Int32Array(1), second: new Int32Array(1), cell: new Int32Array(1) };
    const sorted = { table: columns, kept: new Int32Array(1), earliest: new Int32Array(1) };
    pool.askToSort({ heaps, sorted, taken: new Int32Array(1) });
    const run = pool.open({ done: () => undefined, failed: () => undefined });
    pool.renew();
    expect([counts.started, counts.ended]).toEqual([1, 0]);
    run.close();
    pool.renew();
    pool.renew();
    expect([counts.started, counts.ended]).toEqual([2, 1]);
  });

  it('is not started for what is quickly done', async () => {
    const { start, counts } = line(async () => second);
    expect(await withPool(poolOfThread(start, 1_000_000))).toEqual(expected);
    expect(counts.started).toBe(0);
  });

  it.each([
    ['cannot be started', () => line(async () => second), true],
    ['has no solver', () => line(async () => Promise.reject(new Error('no solver'))), false],
    ['never answers', () => line(async () => second, true), false],
  ])('that %s leaves the work to the first', async (_, lineOf, isRefused) => {
    const { start, counts } = lineOf();
    const refuse = (): never => {
      counts.started += 1;
      throw new Error('no thread');
    };
    expect(await withPool(poolOfThread(isRefused ? refuse : start, 0))).toEqual(expected);
    expect(counts.started).toBe(1);
    expect(counts.results).toBe(0);
  });

  it('that dies on the way leaves the rest to the first, and the next work gets a new one', async () => {
    const made = line(async () => second);
    const pool = poolOfThread(made.start, 0);
    let steps = 0;
    const dying = await withPool(pool, () => {
      steps += 1;
      if (steps === 12) made.crash();
    });
    expect(dying).toEqual(expected);
    expect(made.counts).toMatchObject({ started: 1, ended: 1 });
    const before = made.counts.results;
    expect(before).toBeLessThan(blocks / 2);
    expect(await withPool(pool)).toEqual(expected);
    expect(made.counts.started).toBe(2);
    expect(made.counts.results).toBeGreaterThan(before);
  });

  it('leaves at once what was called off, and goes on with other work', async () => {
    const { start, counts } = line(async () => second);
    const pool = poolOfThread(start, 0);
    const other = withPool(pool);
    const cancellation = new AbortController();
    const calledOff = withPool(
      pool,
      ({ done }) => done >= 5 && cancellation.abort(new Error('called off')),
      cancellation.signal,
    );
    await expect(calledOff).rejects.toThrow('called off');
    expect(counts.drops).toBe(1);
    expect(await other).toEqual(expected);
    expect(counts.ended).toBe(0);
  });

  it('stops within a block when its work is dropped', async () => {
    const posted: FromThread[] = [];
    const ears: ((message: ToThread) => void)[] = [];
    const say = (message: ToThread): void => ears.forEach((hear) => hear(message));
    let pauses = 0;
    const { start } = line(async () => second);
    const given: ToThread[] = [];
    await withPool(
      poolOfThread(() => {
        const thread = start();
        return {
          ...thread,
          post: (message) => {
            given.push(message);
            thread.post(message);
          },
        };
      }, 0),
    );
    const tasks = given.find((message) => message.kind === 'tasks');
    if (tasks === undefined) throw new Error('no tasks were given');
    serveBlocks(
      { post: (message) => posted.push(message), onMessage: (listener) => void ears.push(listener) },
      async () => second,
      {
        breathe: async () => {
          pauses += 1;
          if (pauses === 2) say({ kind: 'drop', run: tasks.run });
          await breathe();
        },
        now: hastyClock(),
      },
    );
    say(tasks);
    for (let i = 0; i < 50; i++) await breathe();
    expect(pauses).toBeLessThanOrEqual(3);
    expect(posted).toEqual([]);
  });
});
