import { Refusal } from '../../../shared/base/failure.ts';
import type { EngineChoice } from '../../../shared/policy/engine-choice.ts';
import type { Engine } from '../../../shared/ports/engine.ts';
import { startNativeEngine } from '../../node/native/start-native-engine.ts';
import { startWasmEngine } from '../../node/wasm-engine.ts';

/** What the chosen engine may use of this machine. */
export interface EngineGround {
  readonly paths: ReadonlyMap<string, string>;
  readonly spill?: string | undefined;
}

/**
 * The chosen engine, in this process. Where native DuckDB does not run, WASM takes its place, unless somebody asked for it by name or a file is
 * read by nothing else: then refuses `native-missing`.
 */
export async function startEngine({ engine, why }: EngineChoice, ground: EngineGround): Promise<Engine> {
  if (engine === 'wasm') return startWasmEngine();
  const native = await startNativeEngine(ground).catch(() => undefined);
  if (native !== undefined) return native;
  if (why !== 'asked' && why !== 'database') return startWasmEngine();
  throw new Refusal(
    'native-missing',
    'The native engine does not start on this machine: ask for --engine wasm, and export DuckDB files as Parquet or CSV.',
  );
}
