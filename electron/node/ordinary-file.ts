import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/** A named pipe would otherwise hold the opening up until somebody writes to it. */
const readWithoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

/** An ordinary file, opened for reading; undefined for what is none, such as a device, which may never end. */
export async function openOrdinaryFile(path: string): Promise<FileHandle | undefined> {
  const file = await open(path, readWithoutWaiting).catch(() => undefined);
  if (!file || (await file.stat()).isFile()) return file;
  await file.close();
  return undefined;
}
