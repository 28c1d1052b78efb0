import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { makeSpillFolder, removeAbandonedSpills } from '../../../../electron/node/spill-folder.ts';

let parent: string;
beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'freigabe-spills-'));
});
afterEach(() => rmSync(parent, { recursive: true, force: true }));

it('makes a folder for its owner alone, and removes it with what is in it', async () => {
  const folder = await makeSpillFolder(join(parent, 'below'));
  expect(statSync(folder.path).mode & 0o777).toBe(0o700);
  writeFileSync(join(folder.path, 'block'), 'x');
  await folder.remove();
  expect(existsSync(folder.path)).toBe(false);
  await folder.remove();
});

it('removes what a process left that ended, and nothing else', async () => {
  const gone = spawnSync(process.execPath, ['-e', '']).pid;
  const [left, living, other] = [`spill-${gone}-aaaaaa`, `spill-${process.pid}-bbbbbb`, 'drafts'];
  for (const name of [left, living, other]) mkdirSync(join(parent, name));
  await removeAbandonedSpills(parent);
  expect([left, living, other].map((name) => existsSync(join(parent, name)))).toEqual([false, true, true]);
  await removeAbandonedSpills(join(parent, 'nowhere'));
});
