import { expect, it } from 'vitest';
import { engineArgument, engineLine } from '../../../../electron/cli/engine-argument.ts';
import type { Source } from '../../../../shared/extract/source.ts';

const events: Source = { kind: 'file', token: 'a'.repeat(32), name: 'events.parquet', sizeBytes: 9 };
const sources = { events };

it('leaves the choice to the rule, or does as it is asked', () => {
  expect(engineArgument('auto', { sources, policy: undefined })).toEqual({
    engine: 'native',
    why: 'parquet',
  });
  expect(engineArgument('wasm', { sources, policy: undefined })).toEqual({ engine: 'wasm', why: 'asked' });
});

it('refuses what is no engine, and what the policy forbids', () => {
  expect(() => engineArgument('fast', { sources, policy: undefined })).toThrow(/choose auto, wasm or native/);
  expect(() => engineArgument('native', { sources, policy: { nativeEngine: false } })).toThrow(
    /policy forbids/,
  );
});

it('says what runs and why, also where it is not what was chosen', () => {
  const chosen = { engine: 'native', why: 'large' } as const;
  expect(engineLine(chosen, 'native')).toBe(
    'engine: DuckDB native (the files are larger than 512 MiB in all)',
  );
  expect(engineLine(chosen, 'wasm')).toBe(
    'engine: DuckDB-WASM (native DuckDB does not start on this machine; this takes longer)',
  );
});
