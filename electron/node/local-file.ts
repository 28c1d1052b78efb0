import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { Refusal } from '../../shared/base/failure.ts';

/** A regular file that could be opened for reading a moment ago. */
export interface LocalFile {
  readonly name: string;
  readonly sizeBytes: number;
}

/** Refuses with `file-missing`, `file-is-directory` or `file-unreadable`. */
export function describeLocalFile(path: string): Promise<LocalFile> {
  return withFile(path, (_handle, file) => Promise.resolve(file));
}

/**
 * Whole contents of a file. Refuses as `describeLocalFile`, with `file-too-large` above `limit` bytes, and with
 * `file-changed` when its size or its time of change is another after reading.
 */
export function readLocalFile(path: string, limit: number): Promise<Uint8Array> {
  return withFile(path, async (handle, { name, sizeBytes }) => {
    if (sizeBytes > limit)
      throw new Refusal('file-too-large', `${name} has ${sizeBytes} bytes; at most ${limit} can be read.`, {
        name,
        sizeBytes,
        limit,
      });
    const before = await handle.stat();
    const bytes = new Uint8Array(await handle.readFile());
    const after = await handle.stat();
    if (bytes.length !== sizeBytes || after.size !== sizeBytes || after.mtimeMs !== before.mtimeMs)
      throw new Refusal('file-changed', `${name} changed while it was read. Wait until it is whole.`, {
        name,
      });
    return bytes;
  });
}

/** A named pipe would otherwise hold the opening up until somebody writes to it. */
const readWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function withFile<T>(
  path: string,
  work: (handle: FileHandle, file: LocalFile) => Promise<T>,
): Promise<T> {
  const name = basename(path);
  const handle = await open(path, readWithoutWaiting).catch((error: unknown) => {
    throw openingRefusal(name, error);
  });
  try {
    const status = await handle.stat();
    if (status.isDirectory()) throw isDirectory(name);
    if (!status.isFile())
      throw new Refusal('file-unreadable', `${name} is no ordinary file. Choose another.`, { name });
    return await work(handle, { name, sizeBytes: status.size });
  } catch (error) {
    throw error instanceof Refusal || !isSystemError(error) ? error : openingRefusal(name, error);
  } finally {
    await handle.close();
  }
}

function openingRefusal(name: string, error: unknown): Refusal {
  const code = isSystemError(error) ? error.code : '';
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new Refusal('file-missing', `${name} is not there (any more). Choose the file again.`, { name });
  if (code === 'EISDIR') return isDirectory(name);
  return new Refusal('file-unreadable', `${name} cannot be read${code === '' ? '' : ` (${code})`}.`, {
    name,
  });
}

function isDirectory(name: string): Refusal {
  return new Refusal('file-is-directory', `${name} is a folder. Choose a file in it.`, { name });
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}
