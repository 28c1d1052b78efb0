import { Refusal } from '../../shared/base/failure.ts';
import { engineAsked, type EngineChoice, engineFor, EngineName } from '../../shared/policy/engine-choice.ts';
import type { EngineQuestion } from '../../shared/policy/engine-choice.ts';

/** The option of the commands that read an extract. */
export const engineOptions = { engine: { type: 'string', default: 'auto' } } as const;

export const engineHelp = `  --engine E      auto, wasm or native (default: auto: native DuckDB for Parquet, DuckDB files and more than
                  512 MiB in all, DuckDB-WASM otherwise; never native where the policy forbids it)`;

/** What reads an extract, from `--engine`. Refuses what is no engine, and as `engineFor` and `engineAsked` refuse. */
export function engineArgument(given: string, question: EngineQuestion): EngineChoice {
  if (given === 'auto') return engineFor(question);
  const named = EngineName.safeParse(given);
  if (named.success) return engineAsked(named.data, question.policy);
  throw new Refusal('bad-option', `--engine ${given}: choose auto, wasm or native.`, { option: 'engine' });
}

const because: Readonly<Record<EngineChoice['why'], string>> = {
  demo: 'the demo is always read so',
  small: 'text files of up to 512 MiB in all are read so',
  parquet: 'there is a Parquet file',
  database: 'there is a DuckDB file',
  large: 'the files are larger than 512 MiB in all',
  forbidden: 'the policy forbids native DuckDB; this takes longer',
  missing: 'native DuckDB does not start on this machine; this takes longer',
  asked: 'as asked',
};

/** What reads the extract and why, as one line. `started` is what runs, which may not be what was chosen. */
export function engineLine({ engine, why }: EngineChoice, started: EngineName): string {
  const reason = because[started === engine ? why : 'missing'];
  return `engine: ${started === 'native' ? 'DuckDB native' : 'DuckDB-WASM'} (${reason})`;
}
