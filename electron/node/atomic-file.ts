import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../shared/base/failure.ts';
import { removeAbandoned, temporaryFor } from './abandoned-files.ts';

/**
 * Writes `bytes` to `path` so that there is either the old file or the whole new one: a temporary file beside it, flushed,
 * read back and compared, renamed, and the folder flushed. Throws `Refusal` `disk-full`, `not-writable`, `write-failed` or
 * `write-unknown` (the new file is there, but whether it survives a power cut is not known); nothing else is left behind. What a writer
 * that was killed left of this file goes with the next writing.
 */
export async function writeAtomic(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, temporaryFor(basename(path), randomBytes(6).toString('hex')));
  try {
    await removeAbandoned(folder, basename(path));
    await writeAndCompare(temporary, bytes);
    await renamePatiently(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw refusalFor(error, path);
  }
  await flushFolder(folder, path);
}

async function writeAndCompare(temporary: string, bytes: Uint8Array): Promise<void> {
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  const written = await readFile(temporary);
  if (!written.equals(bytes)) throw new Error('what was read back differs from what was written');
}

/** Windows refuses to rename while a virus scanner holds the file; three more tries, then give up. */
async function renamePatiently(from: string, to: string, triesLeft = 3): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    const held = process.platform === 'win32' && ['EPERM', 'EBUSY'].includes(codeOf(error));
    if (!held || triesLeft === 0) throw error;
    await new Promise((resolve) => setTimeout(resolve, 200));
    await renamePatiently(from, to, triesLeft - 1);
  }
}

async function flushFolder(folder: string, path: string): Promise<void> {
  if (process.platform === 'win32') return;
  try {
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw new Refusal(
      'write-unknown',
      `${path} was written, but the folder could not be flushed (${codeOf(error)}). Open the file again and verify it.`,
      { path, reason: codeOf(error) },
    );
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function refusalFor(error: unknown, path: string): Refusal {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Refusal(
      'disk-full',
      `There is no room for ${path}. Free some space or choose another disk; nothing was changed.`,
      {
        path,
      },
    );
  if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR', 'EISDIR'].includes(code))
    return new Refusal(
      'not-writable',
      `${path} cannot be written here (${code}). Choose another folder; nothing was changed.`,
      {
        path,
        reason: code,
      },
    );
  const reason = code === '' && error instanceof Error ? error.message : code;
  return new Refusal(
    'write-failed',
    `${path} could not be written (${reason}). Choose another disk; nothing was changed.`,
    {
      path,
      reason,
    },
  );
}
