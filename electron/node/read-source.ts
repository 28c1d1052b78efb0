import type { FileHandle } from 'node:fs/promises';
import { Refusal } from '../../shared/base/failure.ts';
import type { SourceReader } from '../../shared/ports/source-reader.ts';
import { gunzipped } from '../../shared/workflow/gunzipped.ts';
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
      return gunzipped(piecesOf(file, source.name, source.sizeBytes), () => new DecompressionStream('gzip'));
    },
  };
}

async function* piecesOf(file: FileHandle, name: string, sizeBytes: number): AsyncGenerator<Uint8Array> {
  let read = 0;
  try {
    const before = await file.stat();
    for (;;) {
      const { bytesRead, buffer } = await file.read(new Uint8Array(1 << 20), 0, 1 << 20);
      if (bytesRead === 0) break;
      read += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
    const after = await file.stat();
    if (read !== sizeBytes || after.mtimeMs !== before.mtimeMs)
      throw new Refusal(
        'file-changed',
        `${name} was changed, cut short or removed while it was read: open it again.`,
        { file: name },
      );
  } finally {
    await file.close();
  }
}
