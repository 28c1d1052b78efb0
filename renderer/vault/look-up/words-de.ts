import type { LookUpWords } from './look-up-words.ts';

export const german: LookUpWords = {
  heading: 'Status nachschlagen',
  intro: 'Steht eine Kennung im Widerspruchsregister oder im Auszug, und würde ihre Person mitgezählt?',
  identifier: 'Kennung',
  hint: 'So geschrieben wie im Auszug; Groß- und Kleinbuchstaben sind verschieden.',
  lookUp: 'Nachschlagen',
  close: 'Schließen',
  unchanged: 'Dieses Nachschlagen ändert nichts und wird nicht aufbewahrt.',
  register: 'Widerspruchsregister',
  inRegister: 'Im Register: diese Kennung oder eine andere derselben Person.',
  notInRegister: 'Nicht im Register.',
  noRegister: 'Mit diesem Auszug wurde kein Register geöffnet.',
  extract: 'Auszug',
  inExtract: 'Die Person ist im Auszug.',
  notInExtract: 'Nicht im Auszug: Kein brauchbares Ereignis trägt die Kennung.',
  recipe: 'Jetziges Rezept',
  counts: 'Die Person würde mitgezählt.',
  doesNotCount: 'Die Person würde nicht mitgezählt.',
  because: {
    counts: 'Mindestens eines ihrer Ereignisse liegt im Zeitraum und in den Zonen des Rezepts.',
    objection: 'Im Register steht ein Widerspruch.',
    notInExtract: 'Es gibt kein brauchbares Ereignis zu zählen.',
    withoutConsent: 'Das Rezept zählt nur Personen mit Einwilligung, und eine ist nicht vermerkt.',
    machineLike: 'Das Gerät steht still und schläft nie wie eine Maschine; das Rezept lässt solche aus.',
    withoutCategory: 'Alter oder Geschlecht ist unbekannt, und das Rezept lässt solche Personen aus.',
    outsideRelease: 'Keines ihrer Ereignisse liegt im Zeitraum und in den Zonen des Rezepts.',
  },
  problems: {
    'nothing-loaded':
      'Noch ist kein Auszug eingelesen. Schließen Sie dieses Fenster und lesen Sie einen ein.',
    'vault-gone':
      'Der Auszug ist nicht mehr im Arbeitsspeicher. Schließen Sie dieses Fenster und lesen Sie ihn neu.',
    defect:
      'Im Prozess mit den Rohdaten ging etwas schief. Es wurde nichts herausgefunden und nichts geändert.',
  },
  problem: 'Das ging nicht:',
};
