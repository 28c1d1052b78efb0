import type { BrowserWindow } from 'electron';
import { expect, test } from 'vitest';
import { windowAhead } from '../../../../electron/main/window-ahead.ts';

function windows(crashed: readonly boolean[]): {
  readonly make: () => Promise<BrowserWindow>;
  readonly made: () => number;
  readonly destroyed: number[];
} {
  let made = 0;
  const destroyed: number[] = [];
  const make = async (): Promise<BrowserWindow> => {
    const number = made++;
    return {
      number,
      webContents: { isCrashed: () => crashed[number] ?? false },
      destroy: () => void destroyed.push(number),
    } as unknown as BrowserWindow;
  };
  return { make, made: () => made, destroyed };
}

test('the prepared window is taken, once, and the next is made when it is asked for', async () => {
  const { make, made, destroyed } = windows([]);
  const ahead = windowAhead(make);
  ahead.prepare();
  ahead.prepare();
  expect(made()).toBe(1);
  expect(await ahead.take()).toMatchObject({ number: 0 });
  ahead.prepare();
  expect(made()).toBe(1);
  expect(await ahead.take()).toMatchObject({ number: 1 });
  expect(destroyed).toEqual([]);
});

test('nothing is prepared beside a window that was asked for first', async () => {
  const { make, made } = windows([]);
  const ahead = windowAhead(make);
  const taken = ahead.take();
  ahead.prepare();
  await taken;
  expect(made()).toBe(1);
});

test('a prepared window whose process has gone is replaced', async () => {
  const { make, destroyed } = windows([true, false]);
  const ahead = windowAhead(make);
  ahead.prepare();
  expect(await ahead.take()).toMatchObject({ number: 1 });
  expect(destroyed).toEqual([0]);
});

test('a prepared window that could not be made is no obstacle', async () => {
  const { make } = windows([]);
  let first = true;
  const ahead = windowAhead(async () => {
    if (!first) return make();
    first = false;
    throw new Error('no process');
  });
  ahead.prepare();
  expect(await ahead.take()).toMatchObject({ number: 0 });
});

test('discarding destroys what was prepared and not taken', async () => {
  const { make, destroyed } = windows([]);
  const ahead = windowAhead(make);
  ahead.prepare();
  await ahead.discard();
  await ahead.discard();
  expect(destroyed).toEqual([0]);
});
