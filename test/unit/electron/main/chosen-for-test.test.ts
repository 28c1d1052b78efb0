import { expect, it } from 'vitest';
import { chosenForTest } from '../../../../electron/main/chosen-for-test.ts';
import type { Source } from '../../../../shared/extract/source.ts';

const events: Source = { kind: 'file', token: 'a'.repeat(32), name: 'events.csv', sizeBytes: 9 };
const demo: Source = { kind: 'demo', preset: 'town', persons: 10, days: 1, seed: 1 };
const asked = { FREIGABE_TEST_ENGINE: 'native' };

it('lets a test name the engine, but for the demo and against no policy', () => {
  const choose = chosenForTest(false, asked);
  expect(choose({ sources: { events }, policy: {} })).toEqual({ engine: 'native', why: 'asked' });
  expect(choose({ sources: { events: demo }, policy: {} }).engine).toBe('wasm');
  expect(choose({ sources: { events }, policy: { nativeEngine: false } }).engine).toBe('wasm');
});

it('does not look when the application is packaged, and at nothing that is no engine', () => {
  for (const choose of [
    chosenForTest(true, asked),
    chosenForTest(false, { FREIGABE_TEST_ENGINE: 'x' }),
    chosenForTest(false, {}),
  ])
    expect(choose({ sources: { events }, policy: {} })).toEqual({ engine: 'wasm', why: 'small' });
});
