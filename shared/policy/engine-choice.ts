import { z } from 'zod';
import { Refusal } from '../base/failure.ts';
import { type FileKind, singleSources, sizeOf, type Source } from '../extract/source.ts';
import type { Policy } from './policy.ts';

/** What reads an extract: DuckDB-WASM in a sandboxed page, or DuckDB native in a process of its own. */
export const EngineName = z.enum(['wasm', 'native']);
export type EngineName = z.infer<typeof EngineName>;

/** What reads an extract, and why it does. */
export const EngineChoice = z.strictObject({
  engine: EngineName,
  /**
   * `demo`, `small`: the page does. `parquet`, `database`, `large`: what the native engine is there for. `forbidden`: the native engine would
   * be quicker, and the policy forbids it. `missing`: it would be, and it did not start on this machine. `asked`: by name.
   */
  why: z.enum(['demo', 'small', 'parquet', 'database', 'large', 'forbidden', 'missing', 'asked']),
});
export type EngineChoice = Readonly<z.infer<typeof EngineChoice>>;

/** Bytes of all files of an extract beyond which the native engine reads it. */
export const largeExtractBytes = 512 * 1024 * 1024;

/** What the choice is made from; sources as far as they are chosen, and the policy as far as there is one. */
export interface EngineQuestion {
  readonly sources: Readonly<Partial<Record<FileKind, Source | undefined>>>;
  readonly policy: Pick<Policy, 'nativeEngine'> | undefined;
}

/**
 * The engine for an extract: native for Parquet, DuckDB files and more than 512 MiB in all, WASM otherwise, and always for the demo. Where
 * the policy forbids the native engine WASM reads what it can. Refuses `native-forbidden` for a DuckDB file under such a policy.
 */
export function engineFor({ sources, policy }: EngineQuestion): EngineChoice {
  const given = Object.values(sources).filter((source) => source !== undefined);
  if (sources.events?.kind === 'demo') return { engine: 'wasm', why: 'demo' };
  const why = reasonOf(given);
  if (why === undefined) return { engine: 'wasm', why: 'small' };
  if (policy?.nativeEngine !== false) return { engine: 'native', why };
  if (why === 'database') throw forbidden(given);
  return { engine: 'wasm', why: 'forbidden' };
}

/** The choice when somebody names an engine. Refuses `native-forbidden` where the policy forbids it. */
export function engineAsked(asked: EngineName, policy: EngineQuestion['policy']): EngineChoice {
  if (asked === 'native' && policy?.nativeEngine === false)
    throw new Refusal(
      'native-forbidden',
      'The policy forbids the native engine: leave the choice open, or ask for WASM.',
    );
  return { engine: asked, why: 'asked' };
}

const parquetName = /\.(?:parquet|pq)$/i;
const databaseName = /\.(?:duckdb|ddb|db)$/i;

function reasonOf(given: readonly Source[]): 'database' | 'parquet' | 'large' | undefined {
  if (fileNamed(given, databaseName) !== undefined) return 'database';
  if (fileNamed(given, parquetName) !== undefined) return 'parquet';
  const bytes = given.reduce((sum, source) => sum + sizeOf(source), 0);
  return bytes > largeExtractBytes ? 'large' : undefined;
}

/** Name of the first file whose name fits. */
function fileNamed(given: readonly Source[], pattern: RegExp): string | undefined {
  const names = given.flatMap(singleSources).flatMap((one) => (one.kind === 'file' ? [one.name] : []));
  return names.find((each) => pattern.test(each));
}

function forbidden(given: readonly Source[]): Refusal {
  const file = fileNamed(given, databaseName) ?? '';
  return new Refusal(
    'native-forbidden',
    `${file} is a DuckDB file, which the native engine alone can read, and the policy forbids that engine. Export its table as Parquet or CSV.`,
    { file },
  );
}
