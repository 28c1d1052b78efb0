import { expect, it } from 'vitest';
import { oneDialog } from '../../../../electron/main/one-dialog.ts';

/** Dialogs that stay open until the test answers, and how many were shown. */
function waiting() {
  const open: ((path: string | undefined) => void)[] = [];
  const ask = (): Promise<string | undefined> => new Promise((answer) => open.push(answer));
  const several = async () => {
    const path = await ask();
    return path === undefined ? [] : [path];
  };
  return {
    open,
    dialogs: oneDialog({ openFile: ask, saveFile: ask, openFiles: several, openFolder: several }),
  };
}

it('shows one dialog where a button is pressed twice, and another once that was answered', async () => {
  const { open, dialogs } = waiting();
  const first = dialogs.openFile('policy');
  expect(await dialogs.openFile('policy')).toBeUndefined();
  expect(await dialogs.saveFile('recipe', 'own.json')).toBeUndefined();
  expect(await dialogs.openFiles('events')).toEqual([]);
  expect(await dialogs.openFolder('events')).toEqual([]);
  expect(open).toHaveLength(1);
  open[0]?.('/policy.json');
  expect(await first).toBe('/policy.json');
  const next = dialogs.openFiles('events');
  open[1]?.('/events.csv');
  expect(await next).toEqual(['/events.csv']);
});

it('shows another dialog after one that failed', async () => {
  const { open, dialogs } = waiting();
  const failing = oneDialog({ ...dialogs, openFile: () => Promise.reject(new Error('no window')) });
  await expect(failing.openFile('key')).rejects.toThrow('no window');
  const next = failing.saveFile('key', 'own.key.json');
  open[0]?.('/own.key.json');
  expect(await next).toBe('/own.key.json');
});
