import { readFile } from 'node:fs/promises';
import { Settings } from '../../shared/ipc/contract.ts';
import { writeAtomic } from './atomic-file.ts';

interface SettingsFile {
  readonly load: () => Promise<Settings>;
  readonly save: (settings: Settings) => Promise<void>;
}

/** Keeps settings in one JSON file. A file that is absent or unfit counts as no settings: the defaults hold. */
export function createSettingsFile(file: string, defaults: Settings): SettingsFile {
  return {
    load: async () => {
      const text = await readFile(file, 'utf8').catch(() => '');
      return fittingSettings(text) ?? defaults;
    },
    save: (settings) => writeAtomic(file, new TextEncoder().encode(`${JSON.stringify(settings)}\n`)),
  };
}

function fittingSettings(text: string): Settings | undefined {
  try {
    return Settings.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
