import type { FileHandle } from 'node:fs/promises';
import { openOrdinaryFile } from '../../node/ordinary-file.ts';
import type { ByteRange } from './byte-range.ts';

/** An opened file whose bytes are read only as fast as they are taken. */
export interface OpenedFile {
  /** Bytes, when it was opened. */
  readonly size: number;
  /** The bytes of `range`; errors if the file was cut or changed meanwhile. Closes the file at its end. */
  readonly stream: (range: ByteRange | 'whole') => ReadableStream<Uint8Array<ArrayBuffer>>;
  readonly close: () => Promise<void>;
}

const chunkBytes = 1024 * 1024;

/** Opens a regular file; undefined for anything else or when it cannot be opened. `note` is told of every piece that is handed out. */
export async function openFile(
  path: string,
  note: (piece: Uint8Array<ArrayBuffer>) => void = () => undefined,
): Promise<OpenedFile | undefined> {
  const handle = await openOrdinaryFile(path);
  if (handle === undefined) return undefined;
  const status = await handle.stat();
  const stamp: Stamp = { size: status.size, modified: status.mtimeMs };
  return {
    size: status.size,
    stream: (range) =>
      streamRange({ handle, note, stamp }, range === 'whole' ? { first: 0, last: stamp.size - 1 } : range),
    close: () => handle.close(),
  };
}

interface Stamp {
  readonly size: number;
  readonly modified: number;
}

interface Streamed {
  readonly handle: FileHandle;
  readonly stamp: Stamp;
  readonly note: (piece: Uint8Array<ArrayBuffer>) => void;
}

function streamRange(
  { handle, stamp, note }: Streamed,
  range: ByteRange,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let position = range.first;
  return new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull: async (controller) => {
        try {
          const bytes = await readChunk(handle, position, range.last);
          position += bytes.length;
          note(bytes);
          if (bytes.length > 0) controller.enqueue(bytes);
          if (position <= range.last) return;
          await mustBeUnchanged(handle, stamp);
          await handle.close();
          controller.close();
        } catch (error) {
          await handle.close();
          controller.error(error);
        }
      },
      cancel: () => handle.close(),
    },
    { highWaterMark: 1 },
  );
}

async function readChunk(
  handle: FileHandle,
  position: number,
  last: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const wanted = Math.min(chunkBytes, last + 1 - position);
  if (wanted <= 0) return new Uint8Array(0);
  const { buffer, bytesRead } = await handle.read(new Uint8Array(chunkBytes), 0, wanted, position);
  if (bytesRead === 0) throw new Error('The file became shorter while it was read.');
  return buffer.subarray(0, bytesRead);
}

async function mustBeUnchanged(handle: FileHandle, stamp: Stamp): Promise<void> {
  const now = await handle.stat();
  if (now.size !== stamp.size || now.mtimeMs !== stamp.modified)
    throw new Error('The file changed while it was read.');
}
