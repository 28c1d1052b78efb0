import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import { dirname, join } from 'node:path';
import type { Settings } from '../../shared/ipc/contract.ts';
import type { Dialogs, ExtractDialogs, OpenPurpose, SavePurpose } from '../handlers/ports/dialogs.ts';
import { dialogWords } from './dialog-words.ts';

const table = ['csv', 'gz', 'tsv', 'txt', 'dat', 'parquet', 'pq', 'duckdb', 'db'];
const oneFile: ReadonlySet<OpenPurpose> = new Set(['zones', 'places', 'population']);
const geojson = ['geojson', 'json'];

const extensions: Readonly<Record<OpenPurpose | SavePurpose, readonly string[]>> = {
  events: table,
  cells: table,
  persons: table,
  objections: table,
  zones: geojson,
  places: [...geojson, ...table],
  population: ['csv', 'tsv', 'txt'],
  policy: ['json'],
  recipe: ['json'],
  basemap: [...geojson, 'pmtiles'],
  key: ['json'],
  bundle: ['zip'],
  report: ['pdf'],
  signature: ['sig'],
  trust: ['trust'],
  checkpoint: ['txt'],
  leaves: ['txt'],
  statement: ['json'],
  notice: ['json'],
  mapping: ['json'],
  rejects: ['csv'],
};

/** File dialogs of the system, modal to the desk. They start where the last one ended. */
export function createSystemDialogs(ports: {
  readonly window: () => BrowserWindow;
  readonly language: () => Settings['language'];
  readonly startFolder: string;
}): Dialogs & ExtractDialogs {
  let folder = ports.startFolder;
  const filters = (purpose: OpenPurpose | SavePurpose): FileFilter[] => {
    const words = dialogWords[ports.language()];
    return [
      { name: words.fitting, extensions: [...extensions[purpose]] },
      { name: words.all, extensions: ['*'] },
    ];
  };
  const remember = (path: string | undefined): string | undefined => {
    if (path === undefined || path === '') return undefined;
    folder = dirname(path);
    return path;
  };
  return {
    openFile: async (purpose) => {
      const chosen = await dialog.showOpenDialog(ports.window(), {
        title: dialogWords[ports.language()].open[purpose],
        defaultPath: folder,
        filters: filters(purpose),
        properties: ['openFile'],
      });
      return chosen.canceled ? undefined : remember(chosen.filePaths[0]);
    },
    openFiles: async (kind) => {
      const chosen = await dialog.showOpenDialog(ports.window(), {
        title: dialogWords[ports.language()].open[kind],
        defaultPath: folder,
        filters: filters(kind),
        properties: oneFile.has(kind) ? ['openFile'] : ['openFile', 'multiSelections'],
      });
      if (chosen.canceled) return [];
      remember(chosen.filePaths[0]);
      return chosen.filePaths;
    },
    openFolder: async (kind) => {
      const chosen = await dialog.showOpenDialog(ports.window(), {
        title: dialogWords[ports.language()].open[kind],
        defaultPath: folder,
        properties: ['openDirectory'],
      });
      if (chosen.canceled) return [];
      remember(chosen.filePaths[0]);
      return chosen.filePaths;
    },
    saveFile: async (purpose, suggestedName) => {
      const chosen = await dialog.showSaveDialog(ports.window(), {
        title: dialogWords[ports.language()].save[purpose],
        defaultPath: join(folder, suggestedName),
        filters: filters(purpose),
      });
      return chosen.canceled ? undefined : remember(chosen.filePath);
    },
  };
}
