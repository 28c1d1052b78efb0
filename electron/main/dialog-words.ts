import type { Settings } from '../../shared/ipc/contract.ts';
import type { OpenPurpose, SavePurpose } from '../handlers/ports/dialogs.ts';

interface DialogWords {
  readonly open: Readonly<Record<OpenPurpose, string>>;
  readonly save: Readonly<Record<SavePurpose, string>>;
  readonly leave: {
    readonly question: (lists: number) => string;
    readonly told: (names: string) => string;
    readonly keep: string;
    readonly delete: string;
    readonly stay: string;
  };
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
    leave: {
      question: (lists) =>
        lists === 1 ? 'Liste der abgelehnten Zeilen behalten?' : 'Listen der abgelehnten Zeilen behalten?',
      told: (names) =>
        `${names}: Zeilennummern und Gründe, keine Werte. Die Rohdaten im Arbeitsspeicher werden in jedem Fall vernichtet.`,
      keep: 'Behalten und beenden',
      delete: 'Löschen und beenden',
      stay: 'Zurück',
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
    leave: {
      question: (lists) =>
        lists === 1 ? 'Keep the list of rejected lines?' : 'Keep the lists of rejected lines?',
      told: (names) =>
        `${names}: line numbers and reasons, no values. The raw data in memory is destroyed in any case.`,
      keep: 'Keep and quit',
      delete: 'Delete and quit',
      stay: 'Back',
    },
    fitting: 'Fitting files',
    all: 'All files',
  },
};
