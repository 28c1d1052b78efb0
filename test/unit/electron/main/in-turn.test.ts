import { expect, it } from 'vitest';
import { inTurn } from '../../../../electron/main/in-turn.ts';

it('starts the next only when the one before has ended, also when that failed', async () => {
  const turn = inTurn();
  const seen: string[] = [];
  const step = (name: string, fails = false) =>
    turn(async () => {
      seen.push(`${name} starts`);
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    });
  const results = await Promise.allSettled([step('a'), step('b', true), step('c')]);
  expect(seen).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
