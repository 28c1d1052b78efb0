import type { FileHandle } from 'node:fs/promises';
import { Refusal } from '../../shared/base/failure.ts';
import type { SourceReader } from '../../shared/ports/source-reader.ts';
import { openContent } from '../../shared/workflow/open-content.ts';
import { openDemo } from '../../shared/workflow/open-demo.ts';
import { openOrdinaryFile } from './ordinary-file.ts';

/** Reads the files whose tokens were handed over with their paths, and the demo's files. */
export function sourceReader(paths: ReadonlyMap<string, string>): SourceReader {
  return {
    open: async (source, part) => {
      if (source.kind === 'demo') return openDemo(source, part);
      const path = paths.get(source.token);
      const file = path === undefined ? undefined : await openOrdinaryFile(path);
      if (!file)
        throw new Refusal('file-gone', `${source.name} can no longer be read: open it again.`, {
          file: source.name,
        });
      const { name, sizeBytes } = source;
      const { mtimeMs } = await file.stat();
      return openContent({
        name,
        sizeBytes,
        kind: part,
        pieces: piecesOf(file, name, sizeBytes),
        slice: (from, to) => sliceOf(path ?? '', { name, sizeBytes, mtimeMs }, from, to),
        newGunzip: () => new DecompressionStream('gzip'),
      });
    },
  };
}

const pieceBytes = 1 << 20;

/** What a file was when it was opened. */
interface Stamp {
  readonly name: string;
  readonly sizeBytes: number;
  readonly mtimeMs: number;
}

async function sliceOf(path: string, stamp: Stamp, from: number, to: number): Promise<ArrayBuffer> {
  const file = await openOrdinaryFile(path);
  if (!file) throw changed(stamp.name);
  try {
    const bytes = new Uint8Array(to - from);
    let filled = 0;
    while (filled < bytes.length) {
      // oxlint-disable-next-line no-await-in-loop -- each reading goes on where the last one ended
      const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled);
      if (bytesRead === 0) throw changed(stamp.name);
      filled += bytesRead;
    }
    const { size, mtimeMs } = await file.stat();
    if (size !== stamp.sizeBytes || mtimeMs !== stamp.mtimeMs) throw changed(stamp.name);
    return bytes.buffer;
  } finally {
    await file.close();
  }
}

/** While a piece is worked on the next is read; a piece is good until the next is asked for. */
async function* piecesOf(file: FileHandle, name: string, sizeBytes: number): AsyncGenerator<Uint8Array> {
  let read = 0;
  const filled = async (into: Uint8Array): Promise<Uint8Array> =>
    into.subarray(0, (await file.read(into, 0, into.length)).bytesRead);
  const buffers = [new Uint8Array(pieceBytes), new Uint8Array(pieceBytes)] as const;
  let ahead: Promise<Uint8Array> | undefined;
  try {
    const before = await file.stat();
    ahead = filled(buffers[0]);
    for (let turn: 0 | 1 = 1; ; turn = turn === 1 ? 0 : 1) {
      const piece = await ahead;
      if (piece.length === 0) break;
      read += piece.length;
      ahead = filled(buffers[turn]);
      yield piece;
    }
    const after = await file.stat();
    if (read !== sizeBytes || after.mtimeMs !== before.mtimeMs) throw changed(name);
  } finally {
    await ahead?.catch(() => undefined);
    await file.close();
  }
}

function changed(name: string): Refusal {
  return new Refusal(
    'file-changed',
    `${name} was changed, cut short or removed while it was read: open it again.`,
    { file: name },
  );
}
