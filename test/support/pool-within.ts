import type { LinearSolver } from '../../shared/ports/linear-solver.ts';
import type { Numbered, PoolListener } from '../../shared/ports/task-pool.ts';
import { carryOut } from '../../shared/protect/secondary/block-task.ts';
import {
  taskReader,
  type BlockPool,
  type FinishedBlock,
  type SentTask,
} from '../../shared/protect/secondary/sent-block.ts';
import { ended } from '../../shared/protect/secondary/steps.ts';

/** A pool in the caller's thread, whose results come when they are asked for, as messages would. */
export interface PoolWithin {
  readonly pool: BlockPool;
  /** Carries out one waiting task, chosen by a number, and hands its result over; nothing where none waits. */
  readonly finish: (choice: number) => void;
  /** Ends the pool: whoever gave tasks is told, and no task is finished any more. */
  readonly fail: () => void;
  readonly counts: { given: number; finished: number; opened: number; closed: number };
}

interface Waiting {
  readonly listener: PoolListener<FinishedBlock>;
  readonly task: Numbered<SentTask>;
}

/** A pool with a solver of its own, to which tasks are given after so many steps. */
export function poolWithin(solver: LinearSolver, after = 0): PoolWithin {
  const counts = { given: 0, finished: 0, opened: 0, closed: 0 };
  const read = taskReader();
  const listeners = new Set<PoolListener<FinishedBlock>>();
  let waiting: Waiting[] = [];
  return {
    counts,
    pool: {
      after,
      open: (listener) => {
        counts.opened += 1;
        listeners.add(listener);
        return {
          give: (tasks) => {
            counts.given += tasks.length;
            for (const task of structuredClone(tasks)) waiting.push({ listener, task });
          },
          close: () => {
            counts.closed += 1;
            listeners.delete(listener);
            waiting = waiting.filter((one) => one.listener !== listener);
          },
        };
      },
    },
    finish: (choice) => {
      const [chosen] = waiting.splice(choice % Math.max(1, waiting.length), 1);
      if (chosen === undefined) return;
      counts.finished += 1;
      const { number, of } = chosen.task;
      const task = read(of);
      const result = ended(carryOut(task, { solver, iterationLimit: of.iterationLimit }));
      chosen.listener.done(structuredClone({ number, of: { ...result, state: task.block.state } }));
    },
    fail: () => {
      waiting = [];
      for (const listener of listeners) listener.failed();
      listeners.clear();
    },
  };
}
