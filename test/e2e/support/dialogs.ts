import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What file dialogs answer, by purpose; one without an answer counts as closed. */
export interface DialogAnswers {
  readonly open?: Readonly<Partial<Record<string, string>>>;
  readonly save?: Readonly<Partial<Record<string, string>>>;
}

/** Writes the answers into a folder and returns the environment that makes the application use them. */
export function answerDialogs(folder: string, answers: DialogAnswers): Readonly<Record<string, string>> {
  const file = join(folder, 'dialogs.json');
  writeFileSync(file, JSON.stringify({ open: {}, save: {}, ...answers }));
  return { FREIGABE_TEST_DIALOGS: file };
}
