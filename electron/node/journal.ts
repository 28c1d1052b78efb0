import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

interface FileJournal {
  readonly record: (event: string, detail?: Readonly<Record<string, string | number>>) => Promise<void>;
}

/** Appends one JSON line an event to `file`, in the order of the calls; readable by its owner only. */
export function createFileJournal(file: string, now: () => string): FileJournal {
  let last: Promise<void> = Promise.resolve();
  const append = async (line: string): Promise<void> => {
    await mkdir(dirname(file), { recursive: true });
    await appendFile(file, line, { mode: 0o600 });
  };
  return {
    record: (event, detail = {}) => {
      const line = `${JSON.stringify({ time: now(), event, ...detail })}\n`;
      const done = last.then(() => append(line));
      last = done.catch(() => undefined);
      return done;
    },
  };
}
