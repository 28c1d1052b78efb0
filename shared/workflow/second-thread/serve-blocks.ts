import { helpCounting } from '../../kernel/count-with-help.ts';
import { helpSorting } from '../../kernel/sort-with-help.ts';
import type { LinearSolver } from '../../ports/linear-solver.ts';
import type { Numbered } from '../../ports/task-pool.ts';
import { carryOut } from '../../protect/secondary/block-task.ts';
import { taskReader, type FinishedBlock, type SentTask } from '../../protect/secondary/sent-block.ts';
import { stop } from '../../protect/secondary/steps.ts';
import type { ReviewPorts } from '../review-ports.ts';
import type { ThreadPort } from './thread-messages.ts';

/** Longest stretch of work before messages are looked at and results go back, milliseconds. */
const stretch = 24;

type Ports = Pick<ReviewPorts, 'breathe' | 'now'>;

interface Waiting {
  readonly run: number;
  readonly task: Numbered<SentTask>;
}

/**
 * Works on blocks as they come in, in their order; what is dropped is left at once. A count or a sort is helped with at once, between two
 * steps of a block. Nothing is kept after it was sent back. The solver is started for the first block.
 */
export function serveBlocks(port: ThreadPort, startSolver: () => Promise<LinearSolver>, ports: Ports): void {
  let queue: Waiting[] = [];
  let current: number | undefined;
  let isWorking = false;
  let solver: Promise<LinearSolver> | undefined;
  const work = async (): Promise<void> => {
    solver ??= startSolver();
    const desk = new Desk(port, await solver, ports);
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { run, task } = next;
      current = run;
      // oxlint-disable-next-line no-await-in-loop -- one thread, one block at a time
      await desk.workOn(run, task, () => current === run);
    }
    desk.send();
  };
  port.onMessage((message) => {
    if (message.kind === 'count') return helpCounting(message.count);
    if (message.kind === 'sort') return helpSorting(message.sort);
    if (message.kind === 'drop') {
      queue = queue.filter(({ run }) => run !== message.run);
      if (current === message.run) current = undefined;
      return;
    }
    for (const task of message.tasks) queue.push({ run: message.run, task });
    if (isWorking) return;
    isWorking = true;
    void work()
      .catch(() => port.post({ kind: 'failed' }))
      .finally(() => {
        isWorking = false;
      });
  });
}

/** Where one block after the other is worked on; its results are sent together, by piece of work. */
class Desk {
  private readonly port: ThreadPort;
  private readonly solver: LinearSolver;
  private readonly ports: Ports;
  private readonly read = taskReader();
  private results: Numbered<FinishedBlock>[] = [];
  private run = 0;
  private since: number;

  constructor(port: ThreadPort, solver: LinearSolver, ports: Ports) {
    this.port = port;
    this.solver = solver;
    this.ports = ports;
    this.since = ports.now();
  }

  async workOn(run: number, { number, of }: Numbered<SentTask>, isWanted: () => boolean): Promise<void> {
    if (run !== this.run) this.send();
    this.run = run;
    const task = this.read(of);
    const steps = carryOut(task, { solver: this.solver, iterationLimit: of.iterationLimit });
    try {
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          this.results.push({ number, of: { ...step.value, state: task.block.state } });
          break;
        }
        // oxlint-disable-next-line no-await-in-loop -- one pause after the other
        if (await this.isDropped(isWanted)) break;
      }
    } finally {
      stop(steps);
    }
    await this.isDropped(isWanted);
  }

  send(): void {
    if (this.results.length > 0) this.port.post({ kind: 'results', run: this.run, results: this.results });
    this.results = [];
  }

  /** Pauses when it is time for it, and looks whether the work is still wanted. */
  private async isDropped(isWanted: () => boolean): Promise<boolean> {
    const { breathe, now } = this.ports;
    if (now() - this.since < stretch) return false;
    this.send();
    await breathe();
    this.since = now();
    return !isWanted();
  }
}
