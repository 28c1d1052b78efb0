import { expect, it } from 'vitest';
import { createLeaving } from '../../../../electron/main/leaving.ts';
import type { LeaveAnswer } from '../../../../electron/handlers/ports/dialogs.ts';

function leaving(names: readonly string[], answers: LeaveAnswer[]) {
  const done: string[] = [];
  const leave = createLeaving({
    written: async () => names,
    ask: async (asked) => {
      done.push(`ask ${asked.join(', ')}`);
      const answer = answers.shift();
      if (answer === undefined) throw new Error('asked too often');
      return answer;
    },
    hide: () => void done.push('hide'),
    close: async (deletes) => {
      done.push(deletes ? 'close and delete' : 'close');
      throw new Error('the vault is gone already');
    },
    settled: async () => void done.push('settled'),
    end: () => void done.push('end'),
  });
  return { leave, done };
}

it('asks nothing where no list was written', async () => {
  const { leave, done } = leaving([], []);
  await Promise.all([leave(), leave()]);
  expect(done).toEqual(['hide', 'close', 'settled', 'end']);
});

it('deletes lists of rejected lines only when told to', async () => {
  const kept = leaving(['rejects.csv'], ['keep']);
  await kept.leave();
  expect(kept.done).toEqual(['ask rejects.csv', 'hide', 'close', 'settled', 'end']);
  const deleted = leaving(['rejects.csv'], ['delete']);
  await deleted.leave();
  expect(deleted.done).toEqual(['ask rejects.csv', 'hide', 'close and delete', 'settled', 'end']);
});

it('stays when told to, and asks again the next time', async () => {
  const { leave, done } = leaving(['a.csv', 'b.csv'], ['stay', 'keep']);
  await leave();
  expect(done).toEqual(['ask a.csv, b.csv']);
  await leave();
  expect(done.slice(1)).toEqual(['ask a.csv, b.csv', 'hide', 'close', 'settled', 'end']);
});
