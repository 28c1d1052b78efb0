import type { Settings } from '../../shared/ipc/contract.ts';

type MenuWord =
  | 'file'
  | 'openExtract'
  | 'openBundle'
  | 'openDemo'
  | 'lookUp'
  | 'quit'
  | 'edit'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'view'
  | 'larger'
  | 'smaller'
  | 'normalSize'
  | 'fullScreen'
  | 'developerTools';

/** Words of the application menu; `&` marks the letter that opens a menu by keyboard. */
export const menuWords: Readonly<Record<Settings['language'], Readonly<Record<MenuWord, string>>>> = {
  de: {
    file: '&Datei',
    openExtract: 'Auszug öffnen …',
    openBundle: 'Paket öffnen …',
    openDemo: 'Demo öffnen',
    lookUp: 'Status nachschlagen …',
    quit: 'Beenden',
    edit: '&Bearbeiten',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    selectAll: 'Alles auswählen',
    view: '&Ansicht',
    larger: 'Größer',
    smaller: 'Kleiner',
    normalSize: 'Normale Größe',
    fullScreen: 'Vollbild',
    developerTools: 'Entwicklerwerkzeuge',
  },
  en: {
    file: '&File',
    openExtract: 'Open extract…',
    openBundle: 'Open bundle…',
    openDemo: 'Open demo',
    lookUp: 'Look up a status…',
    quit: 'Quit',
    edit: '&Edit',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    view: '&View',
    larger: 'Larger',
    smaller: 'Smaller',
    normalSize: 'Actual size',
    fullScreen: 'Full screen',
    developerTools: 'Developer tools',
  },
};
