import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { bundledLoader } from './bundled.ts';
import type { BenchExtract } from '../extract-files.ts';

/** Who reads: native DuckDB into a table, the native host, or the vault window's engine. */
export type Reader = 'table' | 'native' | 'wasm';

/** What a process of its own is told to read. */
export interface LoadJob {
  readonly reader: Reader;
  readonly extract: BenchExtract;
  readonly format: 'csv' | 'parquet';
}

/** What it took, from a mapping to presence columns, or from columns named by hand to the table. */
export interface MeasuredLoad {
  readonly milliseconds: number;
  /** Milliseconds of the first look before it, 0 for the table. */
  readonly firstLook: number;
  /** Processor time, milliseconds. */
  readonly processor: number;
  /** Highest resident memory of the process, bytes. */
  readonly peakBytes: number;
  /** Presences, or rows of the table. */
  readonly rows: number;
}

let loader: Promise<string> | undefined;

/** Reads an extract in a process of its own, so that memory is of this reading alone. */
export async function measuredLoad(job: LoadJob): Promise<MeasuredLoad> {
  loader ??= bundledLoader(join('out', 'bench', 'code'));
  const child = fork(await loader, [JSON.stringify(job)], { execArgv: [] });
  const [measured] = (await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(([code]) => {
      throw new Error(`reading ${job.format} by ${job.reader} ended with ${code}`);
    }),
  ])) as [MeasuredLoad];
  child.disconnect();
  return measured;
}
