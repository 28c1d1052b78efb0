import { expect, it } from 'vitest';
import { driven } from '../../../shared/workflow/driven.ts';

function* work(ends: string[]): Generator<{ done: number; total: number }, string> {
  try {
    for (let done = 0; done < 5; done++) yield { done, total: 5 };
    return 'whole';
  } finally {
    ends.push('closed');
  }
}

function ports(): { now: () => number; breathe: () => Promise<void> } {
  let time = 0;
  return { now: () => (time += 30), breathe: async () => Promise.resolve() };
}

it('tells progress, pauses, and gives what the work gives', async () => {
  const seen: number[] = [];
  const working = {
    signal: new AbortController().signal,
    onProgress: (progress: { stage: string; done?: number }) => seen.push(progress.done ?? -1),
  };
  await expect(driven(work([]), working, ports())).resolves.toBe('whole');
  expect(seen).toEqual([0, 1, 2, 3, 4]);
});

it('ends the work when it is called off, so that nothing stays open', async () => {
  const ends: string[] = [];
  const cancellation = new AbortController();
  const working = {
    signal: cancellation.signal,
    onProgress: () => cancellation.abort(new Error('called off')),
  };
  await expect(driven(work(ends), working, ports())).rejects.toThrow('called off');
  expect(ends).toEqual(['closed']);
});
