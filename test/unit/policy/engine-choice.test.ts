import { describe, expect, it } from 'vitest';
import type { Source } from '../../../shared/extract/source.ts';
import {
  engineAsked,
  engineFor,
  largeExtractBytes,
  type EngineName,
  type EngineQuestion,
} from '../../../shared/policy/engine-choice.ts';
import { builtInPolicies, Policy } from '../../../shared/policy/policy.ts';

const token = 'a'.repeat(32);
const file = (name: string, sizeBytes = 1000): Source => ({ kind: 'file', token, name, sizeBytes });
const demo: Source = { kind: 'demo', preset: 'town', persons: 10, days: 1, seed: 1 };
const policy = builtInPolicies.default;
const forbidding = { nativeEngine: false };

describe('which engine reads an extract', () => {
  it.each<[string, EngineQuestion['sources'], EngineName, string]>([
    ['nothing chosen yet', {}, 'wasm', 'small'],
    ['the demo', { events: demo }, 'wasm', 'demo'],
    ['a small text', { events: file('a.csv') }, 'wasm', 'small'],
    ['exactly the limit', { events: file('a.csv', largeExtractBytes) }, 'wasm', 'small'],
    ['a byte more', { events: file('a.csv', largeExtractBytes + 1) }, 'native', 'large'],
    [
      'more in all, over several files',
      { events: file('a.csv', largeExtractBytes), cells: file('c.csv', 1) },
      'native',
      'large',
    ],
    ['Parquet, however small', { events: file('a.PARQUET') }, 'native', 'parquet'],
    ['Parquet beside text', { events: file('a.csv'), persons: file('p.parquet') }, 'native', 'parquet'],
    ['a DuckDB file', { events: file('a.duckdb') }, 'native', 'database'],
    ['a name that only holds the word', { events: file('parquet.csv') }, 'wasm', 'small'],
    [
      'a folder of Parquet files',
      {
        events: {
          kind: 'parts',
          name: 'days',
          parts: [
            { token, name: '1.parquet', sizeBytes: 1 },
            { token, name: '2.parquet', sizeBytes: 1 },
          ],
        },
      },
      'native',
      'parquet',
    ],
    [
      'parts that are large together',
      {
        events: {
          kind: 'parts',
          name: 'days',
          parts: [
            { token, name: '1.csv', sizeBytes: largeExtractBytes },
            { token, name: '2.csv', sizeBytes: 1 },
          ],
        },
      },
      'native',
      'large',
    ],
  ])('%s', (_what, sources, engine, why) => {
    expect(engineFor({ sources, policy })).toEqual({ engine, why });
    expect(engineFor({ sources, policy: undefined }), 'without a policy').toEqual({ engine, why });
  });

  it('lets the page read what a policy keeps from the native engine', () => {
    for (const events of [file('a.parquet'), file('a.csv', largeExtractBytes + 1)])
      expect(engineFor({ sources: { events }, policy: forbidding })).toEqual({
        engine: 'wasm',
        why: 'forbidden',
      });
    expect(engineFor({ sources: { events: file('a.csv') }, policy: forbidding }).why).toBe('small');
  });

  it('refuses a DuckDB file where the policy forbids what reads it, by the name of the file', () => {
    const sources = { events: file('a.csv'), persons: file('people.duckdb') };
    expect(() => engineFor({ sources, policy: forbidding })).toThrow(/^people\.duckdb is a DuckDB file/);
  });

  it('does as it is told, but not against the policy', () => {
    expect(engineAsked('native', policy)).toEqual({ engine: 'native', why: 'asked' });
    expect(engineAsked('wasm', forbidding)).toEqual({ engine: 'wasm', why: 'asked' });
    expect(() => engineAsked('native', forbidding)).toThrow(/policy forbids/);
  });
});

it('a policy that says nothing of engines stays the text it was', () => {
  expect(Object.keys(Policy.parse(policy))).not.toContain('nativeEngine');
  expect(Object.keys(Policy.parse(policy))).not.toContain('spill');
  expect(Policy.safeParse({ ...policy, nativeEngine: false, spill: true }).success).toBe(true);
});
