import { readFile, rm, writeFile } from 'node:fs/promises';
import { Refusal } from '../../shared/base/failure.ts';

const pauseMilliseconds = 100;

/**
 * Runs `work` while this process holds the lock file, which names the process. A lock whose process is gone is taken over.
 * Refuses `ledger-busy` when another process keeps it for `patience` milliseconds.
 */
export async function withLock<T>(file: string, patience: number, work: () => Promise<T>): Promise<T> {
  await take(file, patience);
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string, patience: number): Promise<void> {
  try {
    await writeFile(file, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  if (await isAbandoned(file)) await rm(file, { force: true });
  else if (patience <= 0)
    throw new Refusal(
      'ledger-busy',
      `Another Freigabe is writing to the ledger. Wait until it has ended; if there is none, delete ${file}.`,
      { file },
    );
  else await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  await take(file, patience - pauseMilliseconds);
}

async function isAbandoned(file: string): Promise<boolean> {
  const holder = Number(await readFile(file, 'utf8').catch(() => ''));
  if (!Number.isInteger(holder) || holder <= 0) return false;
  try {
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
