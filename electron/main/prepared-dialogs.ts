import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Dialogs } from '../handlers/ports/dialogs.ts';

const Answers = z.strictObject({
  open: z.record(z.string(), z.string()).default({}),
  save: z.record(z.string(), z.string()).default({}),
});

/**
 * Answers dialogs from a JSON file, `{ "open": { purpose: path }, "save": { purpose: path } }`, which is read afresh each
 * time; a purpose without an answer counts as a closed dialog. For tests, never in a packaged application.
 */
export function createPreparedDialogs(file: string): Dialogs {
  const answers = async () => Answers.parse(JSON.parse(await readFile(file, 'utf8')));
  return {
    openFile: async (purpose) => (await answers()).open[purpose],
    saveFile: async (purpose) => (await answers()).save[purpose],
  };
}
