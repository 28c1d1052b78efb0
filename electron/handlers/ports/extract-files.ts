import type { FileKind } from '../../../shared/extract/source.ts';
import type { ChosenSource } from '../../../shared/ipc/contract.ts';

/** Files of an extract that the vault may stream, by one-time token. */
export interface ExtractFiles {
  /** One source of all files that paths of files and folders name. Refuses what is missing or cannot be read. */
  readonly register: (kind: FileKind, paths: readonly string[]) => Promise<ChosenSource>;
}
