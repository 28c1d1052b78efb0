import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeAtomic } from '../../../electron/node/atomic-file.ts';
import { Refusal } from '../../../shared/base/failure.ts';
import { tellTrial } from '../trial.ts';

const page = 4096;
/** 420 KiB, as few levels more than the new file has pages. */
const [diskPages, oldPages, newPages, levels] = [105, 10, 39, 42];
const root = mkdtempSync(join(tmpdir(), 'freigabe-full-'));
const disk = join(root, 'disk');

const run = (command: string, ...args: readonly string[]): boolean => spawnSync(command, args).status === 0;

function diskObstacle(): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root on Linux can make a small disk';
  mkdirSync(disk);
  return run('mount', '-t', 'tmpfs', '-o', `size=${diskPages * page},mode=0700`, 'tmpfs', disk)
    ? undefined
    : 'no small disk can be mounted here';
}

const obstacle = diskObstacle();

afterAll(() => {
  if (obstacle === undefined) run('umount', disk);
  rmSync(root, { recursive: true, force: true });
});

it.runIf(obstacle !== undefined)(`no disk is filled: ${obstacle ?? ''}`, () => {
  expect(process.env['CI'], obstacle).toBeUndefined();
});

describe.skipIf(obstacle !== undefined)('a disk that fills up', () => {
  const [target, filler] = [join(disk, 'a.freigabe.zip'), join(disk, 'filler')];
  const [before, after] = [new Uint8Array(oldPages * page).fill(1), new Uint8Array(newPages * page).fill(2)];

  /** Leaves so many pages free beside the old file. */
  async function fill(free: number): Promise<void> {
    for (const file of [target, filler]) rmSync(file, { force: true });
    writeFileSync(target, before);
    writeFileSync(filler, new Uint8Array((diskPages - oldPages - free) * page));
  }

  async function level(free: number): Promise<{ readonly wrong: boolean; readonly isNew: boolean }> {
    await fill(free);
    const code = await writeAtomic(target, after).then(
      () => 'done',
      (error: unknown) => (error instanceof Refusal ? error.failure.code : 'defect'),
    );
    const left = existsSync(target) ? readFileSync(target) : Buffer.alloc(0);
    const isNew = left.equals(after);
    const isTold = isNew ? code === 'done' : left.equals(before) && code === 'disk-full';
    return { wrong: !isTold || readdirSync(disk).length !== 2, isNew };
  }

  it('R2: has the old file or the new one, and no third', async () => {
    const started = performance.now();
    const found = [];
    // oxlint-disable-next-line no-await-in-loop -- one disk
    for (let free = 0; free < levels; free++) found.push(await level(free));
    tellTrial({
      id: 'R2',
      what: 'a file is replaced on a disk with 0 to 41 pages free: the old or the new one is there, nothing beside it',
      trials: levels,
      failed: found.filter(({ wrong }) => wrong).length,
      seconds: (performance.now() - started) / 1000,
    });
    expect(found.flatMap(({ wrong }, free) => (wrong ? [free] : []))).toEqual([]);
    const successes = found.filter(({ isNew }) => isNew).length;
    expect(successes, 'both ends must have been seen').toBeGreaterThan(0);
    expect(successes).toBeLessThan(levels / 2);
  });
});
