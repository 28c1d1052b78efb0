import type { Dialect } from '../extract/profile.ts';
import type { FileKind, SingleSource } from '../extract/source.ts';

/** A file being read: its bytes, unpacked when it was gzip, and how many bytes of the file itself were read so far. */
export interface OpenedSource {
  readonly gzip: boolean;
  /** The text of the file, from its beginning; to be read once. A piece is good until the next is asked for. */
  readonly chunks: AsyncIterable<Uint8Array>;
  /** How the text is written, where the file is a container of which `chunks` are written by this application. */
  readonly dialect?: Dialect;
  /**
   * Where the file knows its columns: as `chunks`, with the values of these columns only, all others empty. To be used in place of
   * `chunks`.
   */
  readonly columns?: (used: readonly number[]) => AsyncIterable<Uint8Array>;
  readonly bytesRead: () => number;
}

/** Opens the files of an extract. Rejects with a `Refusal` when a file is gone, cut short or changed while it is read. */
export interface SourceReader {
  readonly open: (source: SingleSource, part: FileKind, signal: AbortSignal) => Promise<OpenedSource>;
}
