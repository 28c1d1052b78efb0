import { Refusal } from '../../shared/base/failure.ts';
import type { OpenedSource, SourceReader } from '../../shared/ports/source-reader.ts';
import { gunzipped } from '../../shared/workflow/gunzipped.ts';
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
    return gunzipped(
      piecesOf(response.body, source.name, source.sizeBytes),
      () => new DecompressionStream('gzip'),
    );
  },
};

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
