import { readFile, rm, writeFile } from 'node:fs/promises';
import { Refusal } from '../../shared/base/failure.ts';
import { codeOf } from './error-code.ts';
import { isGone } from './process-gone.ts';

const pauseMilliseconds = 100;
/** Looks, a pause apart, after which a lock that names nobody belongs to nobody: its process ended between making and writing it. */
const looksAtNobody = 10;

/**
 * Runs `work` while this process holds the lock file, which names the process. A lock whose process is gone is taken over.
 * Refuses `ledger-busy` when another process keeps it for `patience` milliseconds, and `lock-unwritable`.
 */
export async function withLock<T>(file: string, patience: number, work: () => Promise<T>): Promise<T> {
  await take(file, patience, 0);
  try {
    return await work();
  } finally {
    await release(file);
  }
}

async function take(file: string, patience: number, empty: number): Promise<void> {
  if (await made(file)) return;
  const holder = Number(await readFile(file, 'utf8').catch(() => 'unread'));
  const unnamed = holder === 0 ? empty + 1 : 0;
  if (unnamed > looksAtNobody || (Number.isInteger(holder) && holder > 0 && isGone(holder)))
    await rm(file, { force: true });
  else if (patience <= 0 && unnamed === 0)
    throw new Refusal(
      'ledger-busy',
      `Another Freigabe is writing to the ledger. Wait until it has ended; if there is none, delete ${file}.`,
      { file },
    );
  else await new Promise((resolve) => setTimeout(resolve, pauseMilliseconds));
  await take(file, patience - pauseMilliseconds, unnamed);
}

/** Makes the lock; says whether it was free. */
async function made(file: string): Promise<boolean> {
  try {
    await writeFile(file, `${process.pid}\n`, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return false;
    const holder = await readFile(file, 'utf8').catch(() => 'unread');
    if (holder === '') await rm(file, { force: true }).catch(() => undefined);
    throw new Refusal(
      'lock-unwritable',
      `${file} cannot be written (${code}). Free some space, or make the folder writable; nothing was changed.`,
      { file, reason: code },
    );
  }
}

/** What was done under the lock stays done, so a lock that cannot be removed is no failure; it is tried once more. */
async function release(file: string): Promise<void> {
  await rm(file, { force: true }).catch(() => rm(file, { force: true }).catch(() => undefined));
}
