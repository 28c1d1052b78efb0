import type { Progress } from '../ipc/vault-contract.ts';
import type { Engine } from '../ports/engine.ts';
import type { LinearSolver } from '../ports/linear-solver.ts';
import type { RandomBytes } from '../ports/random-bytes.ts';
import type { SourceReader } from '../ports/source-reader.ts';
import type { BlockPool } from '../protect/secondary/sent-block.ts';
import type { SecondThread } from './second-thread/pool-of-thread.ts';

/** What a review runs on: the same in the vault's window and in the command line's child process. */
export interface ReviewPorts {
  readonly engine: Engine;
  readonly reader: SourceReader;
  /** Loaded when a recipe is protected for the first time. */
  readonly solver: () => Promise<LinearSolver>;
  /** A second thread for protection, and for counting where it can; without one, this thread does it all. */
  readonly blockPool?: (BlockPool & Partial<SecondThread>) | undefined;
  readonly random: RandomBytes;
  /** Lets other calls be answered before long work goes on. */
  readonly breathe: () => Promise<void>;
  /** 32 random hexadecimal digits; the key of the keyed hash. */
  readonly newKey: () => string;
  /** Milliseconds of a steady clock. */
  readonly now: () => number;
}

/** What work on a call may be told and stopped by. */
export interface Working {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}
