import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { startNativeEngine } from '../../electron/node/native/start-native-engine.ts';
import { sourceReader } from '../../electron/node/read-source.ts';
import type { Source } from '../../shared/extract/source.ts';
import { presets } from '../../shared/recipe/presets.ts';
import { Counter } from '../../shared/workflow/counter.ts';
import type { StartedThread } from '../../shared/workflow/second-thread/thread-messages.ts';
import { poolOfThread } from '../../shared/workflow/second-thread/pool-of-thread.ts';
import { startThread as fromSources } from '../../electron/cli/vault/start-thread.ts';
import { loadExtract } from '../../shared/workflow/load-extract.ts';
import { profileFiles, suggestedMappings } from '../../shared/workflow/profile-files.ts';
import type { Engine } from '../../shared/ports/engine.ts';
import type { ExtractInMemory } from '../../shared/workflow/extract-in-memory.ts';
import type { BenchExtract } from './extract-files.ts';
import { forgetPeak, peakBytes } from './peak-memory.ts';

/** Milliseconds from a mapping to presence columns on the vault's code, and what that took and gave. */
export interface OurTimes {
  readonly load: number;
  /** Milliseconds of the first look before it, by which the mapping is found. */
  readonly firstLook: number;
  /** Processor time of all threads meanwhile, milliseconds. */
  readonly processor: number;
  readonly extract: ExtractInMemory;
  /** Highest memory of the process while loading, bytes. */
  readonly peakBytes: number;
}

/** Milliseconds for the second thread to be there; from its sources, as here, it takes far longer to start than in the application. */
const threadStarts = 3000;

/** Looks at an extract and loads it as the vault does, in the window or in the native host: from opening its files to presence columns. */
export async function ourTimes(
  extract: BenchExtract,
  host: Engine['name'] = 'wasm',
  startThread: () => StartedThread = fromSources,
): Promise<OurTimes> {
  forgetPeak();
  const paths = new Map<string, string>();
  const source = (path: string, digit: string): Source => {
    paths.set(digit.repeat(32), path);
    return { kind: 'file', token: digit.repeat(32), name: basename(path), sizeBytes: statSync(path).size };
  };
  const sources = {
    events: source(extract.events, '1'),
    cells: source(extract.cells, '2'),
    zones: source(extract.zones, '3'),
  };
  const engine = await (host === 'native' ? startNativeEngine({ paths, threads: 2 }) : startEngine());
  const reader = sourceReader(paths);
  const { signal } = new AbortController();
  const thread = poolOfThread(startThread);
  thread.start();
  await new Promise((resolve) => setTimeout(resolve, threadStarts));
  const opened = performance.now();
  const mappings = suggestedMappings(await profileFiles(reader, sources, signal, { scan: engine.scan }));
  const started = performance.now();
  const used = process.cpuUsage();
  const loaded = await loadExtract({
    engine,
    reader,
    sources,
    mappings,
    timeZone: 'Europe/Berlin',
    noRegisterReason: 'bench',
    key: 'f'.repeat(32),
    signal,
    onProgress: () => undefined,
    thread,
  });
  const random = { take: (count: number) => randomBytes(count) };
  new Counter(loaded, random).presences(presets.conservative);
  const load = performance.now() - started;
  const { user, system } = process.cpuUsage(used);
  return {
    load,
    firstLook: started - opened,
    processor: (user + system) / 1000,
    extract: loaded,
    peakBytes: peakBytes(),
  };
}
