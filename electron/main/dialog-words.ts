import type { Settings } from '../../shared/ipc/contract.ts';
import type { OpenPurpose, SavePurpose } from '../handlers/ports/dialogs.ts';

interface DialogWords {
  readonly open: Readonly<Record<OpenPurpose, string>>;
  readonly save: Readonly<Record<SavePurpose, string>>;
  readonly fitting: string;
  readonly all: string;
}

/** Titles and filter names of the system's file dialogs. */
export const dialogWords: Readonly<Record<Settings['language'], DialogWords>> = {
  de: {
    open: {
      events: 'Ereignisse öffnen',
      cells: 'Funkzellen öffnen',
      persons: 'Personenmerkmale öffnen',
      objections: 'Widerspruchsregister öffnen',
      zones: 'Zonen öffnen',
      places: 'Schutzwürdige Orte öffnen',
      population: 'Einwohnerzahlen öffnen',
      policy: 'Regelwerk öffnen',
      recipe: 'Rezept öffnen',
      basemap: 'Karte öffnen',
      key: 'Signaturschlüssel wählen',
      bundle: 'Paket öffnen',
      signature: 'Unterschrift holen',
      trust: 'Vertrauensliste aufnehmen',
      checkpoint: 'Stand des Registers wählen: checkpoint.txt',
      leaves: 'Einträge dazu wählen: leaves.txt',
      mapping: 'Zuordnung aufnehmen',
    },
    save: {
      recipe: 'Rezept speichern',
      key: 'Signaturschlüssel speichern',
      bundle: 'Paket speichern',
      statement: 'Erklärung zum Unterschreiben speichern',
      notice: 'Mitteilung speichern',
      report: 'Bericht speichern',
      mapping: 'Zuordnung als Datei speichern',
      rejects: 'Liste der abgelehnten Zeilen speichern',
    },
    fitting: 'Passende Dateien',
    all: 'Alle Dateien',
  },
  en: {
    open: {
      events: 'Open events',
      cells: 'Open cell reference',
      persons: 'Open person attributes',
      objections: 'Open objection register',
      zones: 'Open zones',
      places: 'Open sensitive places',
      population: 'Open population',
      policy: 'Open policy',
      recipe: 'Open recipe',
      basemap: 'Open map',
      key: 'Choose signing key',
      bundle: 'Open bundle',
      signature: 'Import signature',
      trust: 'Take in trust list',
      checkpoint: 'Choose the state of the ledger: checkpoint.txt',
      leaves: 'Choose its entries: leaves.txt',
      mapping: 'Take in mapping',
    },
    save: {
      recipe: 'Save recipe',
      key: 'Save signing key',
      bundle: 'Save bundle',
      statement: 'Save statement to sign',
      notice: 'Save notice',
      report: 'Save report',
      mapping: 'Save mapping as a file',
      rejects: 'Save list of rejected lines',
    },
    fitting: 'Fitting files',
    all: 'All files',
  },
};
