import { kill } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

const patienceMilliseconds = 2000;
const stepMilliseconds = 10;

/**
 * Resolves once the process is gone; its memory is then no longer this application's. A process that lingers is ended by
 * force. Rejects if even that does not end it.
 */
export async function processEnded(pid: number): Promise<void> {
  if (await goneWithin(pid, patienceMilliseconds)) return;
  kill(pid, 'SIGKILL');
  if (!(await goneWithin(pid, patienceMilliseconds)))
    throw new Error('The process that held the extract could not be ended.');
}

async function goneWithin(pid: number, milliseconds: number): Promise<boolean> {
  if (!isRunning(pid)) return true;
  if (milliseconds <= 0) return false;
  await wait(stepMilliseconds);
  return goneWithin(pid, milliseconds - stepMilliseconds);
}

function isRunning(pid: number): boolean {
  try {
    return pid > 0 && kill(pid, 0);
  } catch {
    return false;
  }
}
