import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileKind } from '../../../shared/extract/source.ts';
import type { OpenPurpose, SavePurpose } from '../../../electron/handlers/ports/dialogs.ts';

/** Paths to answer with; a purpose that is left out counts as a dialog that was closed. */
export interface DialogAnswers {
  readonly open?: Partial<Record<OpenPurpose, string>>;
  readonly folder?: Partial<Record<FileKind, string>>;
  readonly save?: Partial<Record<SavePurpose, string>>;
}

/** Answers for the file dialogs of an application that is not packaged. */
export interface PreparedDialogs {
  /** For the environment the application is started in. */
  readonly env: Readonly<Record<string, string>>;
  /** Replaces all answers; counts from the next dialog on. */
  readonly answer: (answers: DialogAnswers) => void;
}

export function prepareDialogs(): PreparedDialogs {
  const file = join(mkdtempSync(join(tmpdir(), 'freigabe-dialogs-')), 'answers.json');
  const answer = (answers: DialogAnswers): void => writeFileSync(file, JSON.stringify(answers));
  answer({});
  return { env: { FREIGABE_TEST_DIALOGS: file }, answer };
}
