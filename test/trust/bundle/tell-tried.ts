import { expect } from 'vitest';
import { tellTrial } from '../trial.ts';
import type { Tried } from './changes.ts';

/** Runs `attempt`, tells how it went, and fails with the first that were missed. */
export async function tellTried(
  id: string,
  what: string,
  attempt: () => Promise<Tried> | Tried,
): Promise<void> {
  const started = performance.now();
  const { trials, missed } = await attempt();
  tellTrial({ id, what, trials, failed: missed.length, seconds: (performance.now() - started) / 1000 });
  expect(missed.slice(0, 5)).toEqual([]);
  expect(trials).toBeGreaterThan(0);
}
