import { Refusal } from '../base/failure.ts';
import type { OpenedSource } from '../ports/source-reader.ts';

/** The platform's `DecompressionStream`, as far as it is used. */
export interface Decompression {
  readonly readable: { readonly getReader: () => Reader };
  readonly writable: { readonly getWriter: () => Writer };
}
interface Reader {
  readonly read: () => Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  readonly cancel: () => Promise<unknown>;
}
interface Writer {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<unknown>;
  readonly close: () => Promise<unknown>;
  readonly abort: () => Promise<unknown>;
}

/**
 * Unpacks a file that begins as gzip does and leaves any other as it is; counts the bytes of the file itself. Unpacking takes
 * copies, because a piece may still wait when the next is asked for.
 */
export async function gunzipped(
  pieces: AsyncGenerator<Uint8Array>,
  newGunzip: () => Decompression,
): Promise<OpenedSource> {
  let read = 0;
  const first = await pieces.next();
  const head = first.done ? new Uint8Array(0) : first.value;
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  const all = async function* (): AsyncGenerator<Uint8Array> {
    try {
      read += head.length;
      if (head.length > 0) yield head;
      for await (const piece of pieces) {
        read += piece.length;
        yield piece;
      }
    } finally {
      await pieces.return(undefined);
    }
  };
  return { gzip, chunks: gzip ? unpack(all(), newGunzip()) : all(), bytesRead: () => read };
}

async function* unpack(
  packed: AsyncGenerator<Uint8Array>,
  gunzip: Decompression,
): AsyncGenerator<Uint8Array> {
  const writer = gunzip.writable.getWriter();
  const reader = gunzip.readable.getReader();
  let failure: unknown;
  const feeding = (async () => {
    for await (const piece of packed) await writer.write(piece.slice());
    await writer.close();
  })().catch(async (error: unknown) => {
    failure = error;
    await writer.abort().catch(() => undefined);
  });
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(async () => {
        await packed.return(undefined).catch(() => undefined);
        throw failure instanceof Refusal ? failure : damaged();
      });
      if (done) break;
      if (value) yield value;
    }
    await feeding;
    if (failure !== undefined) throw failure instanceof Refusal ? failure : damaged();
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function damaged(): Refusal {
  return new Refusal('gzip-damaged', 'The gzip file is damaged or cut short: copy it again.');
}
