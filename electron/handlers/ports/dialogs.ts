import type { FileKind } from '../../../shared/extract/source.ts';

/** What a file is chosen for; decides title and filter of the dialog. */
export type OpenPurpose =
  | FileKind
  | 'policy'
  | 'recipe'
  | 'basemap'
  | 'key'
  | 'bundle'
  | 'signature'
  | 'trust'
  | 'checkpoint'
  | 'leaves'
  | 'mapping';
export type SavePurpose =
  'report' | 'recipe' | 'key' | 'bundle' | 'statement' | 'notice' | 'mapping' | 'rejects';

/** Whether lists of rejected lines are kept or deleted when the window is closed, or the window stays. */
export type LeaveAnswer = 'keep' | 'delete' | 'stay';

/** Asks before the window is closed. */
export interface LeaveDialog {
  readonly leave: (names: readonly string[]) => Promise<LeaveAnswer>;
}

/** The system's dialogs for files of an extract. No path when the officer closed the dialog. */
export interface ExtractDialogs {
  readonly openFiles: (kind: FileKind) => Promise<readonly string[]>;
  readonly openFolder: (kind: FileKind) => Promise<readonly string[]>;
}

/** The system's file dialogs. A path, or nothing when the officer closed the dialog. */
export interface Dialogs {
  readonly openFile: (purpose: OpenPurpose) => Promise<string | undefined>;
  readonly saveFile: (purpose: SavePurpose, suggestedName: string) => Promise<string | undefined>;
}
