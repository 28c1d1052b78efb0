import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Dialogs, ExtractDialogs, LeaveDialog } from '../handlers/ports/dialogs.ts';

const Answers = z.strictObject({
  open: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  folder: z.record(z.string(), z.string()).default({}),
  save: z.record(z.string(), z.string()).default({}),
});

/**
 * Answers dialogs from a JSON file, `{ "open": { purpose: path }, "folder": { purpose: path }, "save": { purpose: path } }`,
 * which is read afresh each time; several files to open are a list of paths; a purpose without an answer counts as a closed dialog. Lists of rejected lines are kept when the window is closed. For tests, never in a packaged application.
 */
export function createPreparedDialogs(file: string): Dialogs & ExtractDialogs & LeaveDialog {
  const answers = async () => Answers.parse(JSON.parse(await readFile(file, 'utf8')));
  return {
    openFile: async (purpose) => [(await answers()).open[purpose]].flat()[0],
    openFiles: async (kind) => [(await answers()).open[kind] ?? []].flat(),
    openFolder: async (kind) => [(await answers()).folder[kind] ?? []].flat(),
    leave: async () => 'keep',
    saveFile: async (purpose) => (await answers()).save[purpose],
  };
}
