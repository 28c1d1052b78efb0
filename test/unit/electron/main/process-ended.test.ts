import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { processEnded } from '../../../../electron/main/process-ended.ts';

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

it('ends a process that lingers, and only then says it is gone', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
  const pid = child.pid ?? 0;
  expect(isRunning(pid)).toBe(true);
  await processEnded(pid);
  expect(isRunning(pid)).toBe(false);
});

it('is content with a process that is gone already', async () => {
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' });
  await once(child, 'exit');
  await expect(processEnded(child.pid ?? 0)).resolves.toBeUndefined();
});
