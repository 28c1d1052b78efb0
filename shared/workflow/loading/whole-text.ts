import { Refusal } from '../../base/failure.ts';
import type { OpenedSource } from '../../ports/source-reader.ts';

/** Longest text that is held whole, in bytes: 128 MiB, several times the communes of a country in full detail. */
const mostBytes = 128 * 1024 * 1024;

/**
 * A file of zones, places or inhabitants as text in UTF-8. Refuses one that is larger than 128 MiB,
 * unpacked (`file-too-large`), and stops when the signal is aborted.
 */
export async function wholeText(
  { chunks }: OpenedSource,
  file: string,
  signal: AbortSignal,
): Promise<string> {
  const decoder = new TextDecoder('utf-8');
  const parts: string[] = [];
  let bytes = 0;
  for await (const piece of chunks) {
    signal.throwIfAborted();
    bytes += piece.length;
    if (bytes > mostBytes) throw tooLarge(file, bytes);
    parts.push(decoder.decode(piece, { stream: true }));
  }
  signal.throwIfAborted();
  return parts.join('') + decoder.decode();
}

function tooLarge(file: string, sizeBytes: number): Refusal {
  return new Refusal(
    'file-too-large',
    `${file} is larger than ${mostBytes / 1024 / 1024} MiB: leave out what is not needed, or simplify its borders.`,
    { name: file, file, sizeBytes, limit: mostBytes },
  );
}
