import type { TaskPool } from '../../ports/task-pool.ts';
import type { Block } from './block.ts';
import type { BlockShape } from './block-shape.ts';
import type { BlockResult, BlockTask } from './block-task.ts';
import { frameOf, type Frame } from './frame.ts';

/** A task as a message: its block with the shape in place of the frame, and the limit of the solver. */
export interface SentTask extends Omit<BlockTask, 'block'> {
  readonly shape: BlockShape;
  readonly block: Omit<Block, 'frame'>;
  readonly iterationLimit: number;
}

/** What came of a task, with the states its block was left in. */
export interface FinishedBlock extends BlockResult {
  readonly state: Uint8Array;
}

/** A second thread for blocks. */
export type BlockPool = TaskPool<SentTask, FinishedBlock>;

/** A task as a message. */
export function sentTask({ block, ...task }: BlockTask, iterationLimit: number): SentTask {
  const { frame, ...numbers } = block;
  return { ...task, shape: frame.shape, block: numbers, iterationLimit };
}

/** Makes tasks of messages again, with one frame for all blocks of a shape. */
export function taskReader(): (sent: SentTask) => BlockTask {
  const frames = new Map<string, Frame>();
  return ({ shape, block, rule, isAudit }) => {
    const key = JSON.stringify(shape);
    const frame = frames.get(key) ?? frameOf(shape);
    frames.set(key, frame);
    return { block: { ...block, frame }, rule, isAudit };
  };
}
