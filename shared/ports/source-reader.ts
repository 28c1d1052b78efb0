import type { FileKind, Source } from '../extract/source.ts';

/** A file being read: its bytes, unpacked when it was gzip, and how many bytes of the file itself were read so far. */
export interface OpenedSource {
  readonly gzip: boolean;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly bytesRead: () => number;
}

/** Opens the files of an extract. Rejects with a `Refusal` when a file is gone, cut short or changed while it is read. */
export interface SourceReader {
  readonly open: (source: Source, part: FileKind, signal: AbortSignal) => Promise<OpenedSource>;
}
