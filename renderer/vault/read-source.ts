import { Refusal } from '../../shared/base/failure.ts';
import type { FilePart } from '../../shared/extract/source.ts';
import type { OpenedSource, SourceReader } from '../../shared/ports/source-reader.ts';
import { openContent } from '../../shared/workflow/open-content.ts';
import { openDemo } from '../../shared/workflow/open-demo.ts';

/** Reads files that main serves to this window alone, by their token, and the demo's files. */
export const sourceReader: SourceReader = {
  open: async (source, part, signal): Promise<OpenedSource> => {
    if (source.kind === 'demo') return openDemo(source, part);
    const response = await fetch(`/extract/${source.token}`, {
      signal,
    });
    if (!response.ok || !response.body)
      throw new Refusal('file-gone', `${source.name} can no longer be read: open it again.`, {
        file: source.name,
      });
    const { name, sizeBytes, token } = source;
    return openContent({
      name,
      sizeBytes,
      kind: part,
      pieces: piecesOf(response.body, name, sizeBytes),
      slice: (from, to) => sliceOf({ name, sizeBytes, token }, from, to, signal),
      newGunzip: () => new DecompressionStream('gzip'),
    });
  },
};

async function sliceOf(part: FilePart, from: number, to: number, signal: AbortSignal): Promise<ArrayBuffer> {
  const { name, sizeBytes, token } = part;
  if (from === to) return new ArrayBuffer(0);
  const headers = { Range: `bytes=${from}-${to - 1}` };
  const response = await fetch(`/extract/${token}`, { signal, headers });
  if (response.headers.get('Content-Range') !== `bytes ${from}-${to - 1}/${sizeBytes}`) throw changed(name);
  const bytes = await response.arrayBuffer().catch(() => {
    throw changed(name);
  });
  if (bytes.byteLength !== to - from) throw changed(name);
  return bytes;
}

async function* piecesOf(
  body: ReadableStream<Uint8Array>,
  name: string,
  sizeBytes: number,
): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let read = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw changed(name);
      });
      if (done) break;
      read += value.length;
      yield value;
    }
    if (read !== sizeBytes) throw changed(name);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function changed(name: string): Refusal {
  return new Refusal(
    'file-changed',
    `${name} was changed, cut short or removed while it was read: open it again.`,
    {
      file: name,
    },
  );
}
