import type { FileSource } from '../../../shared/ipc/contract.ts';

/** Files of an extract that the vault may stream, by one-time token. */
export interface ExtractFiles {
  /** Refuses a directory, a missing file and an unreadable one. */
  readonly register: (path: string) => Promise<FileSource>;
}
