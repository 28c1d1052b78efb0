import type { Mappings } from '../../extract/profile.ts';
import type { Steps } from '../../base/steps.ts';
import type { FileKind, Sources } from '../../extract/source.ts';
import type { Engine } from '../../ports/engine.ts';
import type { SourceReader } from '../../ports/source-reader.ts';
import type { SecondThread } from '../second-thread/pool-of-thread.ts';

/** How far loading has come; `bytes` counts all files as they lie on disk. */
export interface LoadProgress {
  readonly stage: Exclude<FileKind, 'population'> | 'sorting';
  readonly bytes: number;
  readonly totalBytes: number;
  readonly rows: number;
}

/** What loading needs. `key` is the review's secret; it stays in this process and is gone with the extract. */
export interface LoadOrder {
  readonly engine: Engine;
  readonly reader: SourceReader;
  readonly sources: Sources;
  readonly mappings: Mappings;
  readonly timeZone: string;
  readonly noRegisterReason: string;
  readonly key: string;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: LoadProgress) => void;
  /** Drives long work, pausing so that a cancellation is heard, and stops it then; without it work is done in one go. */
  readonly inSteps?: <T>(work: Steps<T>) => Promise<T>;
  /** A second thread that can help; without it all is done on this one. */
  readonly thread?: Partial<Pick<SecondThread, 'start' | 'askToSort' | 'renew'>> | undefined;
}
