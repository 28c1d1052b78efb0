import type { Engine } from '../../../shared/ports/engine.ts';
import { startWasmEngine } from '../wasm-engine.ts';
import { nativeScan, type NativeFiles } from './native-scan.ts';

/**
 * The engine of a process with native DuckDB. Text that must be cut and mended first is read in chunks by the same DuckDB-WASM as in the
 * vault window, which is started for the first of it; whole files that are what they should be are read by native DuckDB, by path. Rejects where
 * the native library does not run on this machine.
 */
export async function startNativeEngine(files: NativeFiles): Promise<Engine> {
  const scan = await nativeScan(files);
  let started: Promise<Engine> | undefined;
  const wasm = async (): Promise<Engine> => (started ??= startWasmEngine());
  return {
    name: 'native',
    scan,
    put: async (...asked) => (await wasm()).put(...asked),
    drop: async (...asked) => (await wasm()).drop(...asked),
    rows: async (...asked) => (await wasm()).rows(...asked),
  };
}
