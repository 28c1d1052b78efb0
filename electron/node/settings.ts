import { readFile } from 'node:fs/promises';
import { Settings } from '../../shared/ipc/contract.ts';
import { writeAtomic } from './atomic-file.ts';

export interface SettingsFile {
  readonly load: () => Promise<Settings>;
  readonly save: (settings: Settings) => Promise<void>;
  /** Resolves once nothing that was to be saved is still on its way to the file, whether it got there or not. */
  readonly settled: () => Promise<void>;
}

/** Keeps settings in one JSON file, what was saved last. A file that is absent or unfit counts as no settings: the defaults hold. */
export function createSettingsFile(file: string, defaults: Settings): SettingsFile {
  let before: Promise<void> = Promise.resolve();
  return {
    load: async () => {
      const text = await readFile(file, 'utf8').catch(() => '');
      return fittingSettings(text) ?? defaults;
    },
    save: async (settings) => {
      const bytes = new TextEncoder().encode(`${JSON.stringify(settings)}\n`);
      const saved = before.then(async () => writeAtomic(file, bytes));
      before = saved.catch(() => undefined);
      return saved;
    },
    settled: async () => before,
  };
}

function fittingSettings(text: string): Settings | undefined {
  try {
    return Settings.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
