import type { SealWords } from './seal-words.ts';

const roles = {
  preparer: 'vorbereitende Person',
  'privacy-officer': 'Datenschutzbeauftragte Person',
  'second-signer': 'zweite Unterschrift',
} as const;

function known(role: string): string {
  return role === 'preparer' || role === 'privacy-officer' || role === 'second-signer' ? roles[role] : role;
}

export const german: SealWords = {
  locale: 'de-DE',
  signHeading: 'Diese Freigabe unterschreiben',
  signIntro:
    'Was hier steht, kommt aus der versiegelten Datei selbst. Unterschreiben Sie nur, was Sie meinen.',
  decideHeadings: {
    approved: 'Dieser Freigabe zustimmen',
    rejected: 'Diese Freigabe ablehnen',
    withdrawn: 'Diese Freigabe zurückziehen',
  },
  decideIntro:
    'Was hier steht, kommt aus dem Paket, wie es auf der Platte liegt und eben erneut geprüft wurde. Unterschreiben Sie nur, was Sie meinen.',
  demoBanner: 'DEMO: Der Schlüssel ist öffentlich. Diese Unterschrift beweist nichts.',
  digest: 'Prüfsumme der Freigabe',
  digestHint: 'SHA-256. Ihre Unterschrift gilt dieser Zahl und nichts anderem.',
  release: 'Freigabe',
  releaseId: 'Freigabenummer',
  organisation: 'Organisation',
  purpose: 'Zweck',
  recipient: 'Empfänger',
  meantFor: 'Bestimmt für',
  profiles: { buyer: 'Kundschaft', research: 'Forschung', public: 'Öffentlichkeit' },
  assessment: 'Folgenabschätzung',
  reviewBy: 'Erneut ansehen bis',
  before: 'Zuvor unterschrieben',
  roles,
  decidedAs: (person, decision, role) =>
    `${person} hat ${decision === 'prepare' ? 'vorbereitet' : 'zugestimmt'} (${known(role)})`,
  groups: 'Gruppen',
  products: {
    footfall: 'Besuche',
    dwell: 'Verweildauer',
    frequency: 'Häufigkeit',
    flows: 'Wege',
    catchment: 'Einzugsgebiet',
  },
  groupCounts: (published, suppressed) => `${published} veröffentlicht, ${suppressed} verborgen`,
  zones: 'Zonen',
  rule: 'Regel',
  ruleInWords: (minimumPersons) =>
    `Veröffentlicht wird nur ab ${minimumPersons} verschiedenen Personen, gezählt vor Rauschen, Rundung und Hochrechnung.`,
  noisyRuleInWords: (minimumPersons) =>
    `Veröffentlicht wird nur, wo die verrauschte Zahl verschiedener Personen mindestens ${minimumPersons} ist.`,
  guarantee: 'Zusage',
  classical: 'Klassisch: genaue Zählung und Mindestzahl; was verborgen ist, bleibt verborgen.',
  classicalWithNoise:
    'Klassisch: Mindestzahl, dazu Cell-Key-Rauschen. Das ist keine Differential Privacy; was verborgen ist, bleibt verborgen.',
  differentialPrivacy: (epsilon, delta) =>
    `Differential Privacy: Epsilon ${epsilon}, Delta ${delta}, je Person für die ganze Freigabe.`,
  literalRule: 'Regel, wörtlich',
  policy: 'Regelwerk',
  policyDemo: (title) => `${title}: keine Zustimmung nötig; das Paket ist überall als DEMO gekennzeichnet.`,
  policySolo: (title) =>
    `${title}: eine Zustimmung, die auch geben darf, wer vorbereitet hat. Wer das Paket liest, sieht, dass eine Person beides tat.`,
  policyApprovals: (title, approvals) =>
    approvals === 1
      ? `${title}: eine Zustimmung durch eine andere Person als die vorbereitende.`
      : `${title}: ${approvals} Zustimmungen durch andere Personen als die vorbereitende.`,
  decision: 'Sie unterschreiben',
  decisions: {
    prepared: 'dass Sie sie vorbereitet haben',
    approved: 'dass Sie ihr zustimmen',
    rejected: 'dass Sie sie ablehnen',
    withdrawn: 'dass sie nicht mehr gilt',
  },
  role: 'In der Rolle',
  confirmed: 'Sie bestätigen',
  confirmations: {
    'digest-compared': 'die Prüfsumme mit der verglichen zu haben, die Ihnen auf anderem Weg genannt wurde',
    'evidence-read': 'die Nachweise gelesen zu haben',
    'tables-looked-at': 'die Tabellen angesehen zu haben',
    'changes-looked-at': 'angesehen zu haben, was sich seit der letzten Freigabe geändert hat',
  },
  outcomes: (missing) => ({
    release: 'Danach ist das Paket eine Freigabe.',
    prepared:
      missing === 1
        ? 'Danach ist das Paket vorbereitet. Eine Freigabe wird es, sobald eine weitere Person zugestimmt hat.'
        : `Danach ist das Paket vorbereitet. Eine Freigabe wird es, sobald ${missing} weitere Personen zugestimmt haben.`,
    demo: 'Danach ist das Paket eine Demo und nie eine Freigabe.',
    rejected: 'Das Paket bleibt, wie es ist. Ihre Ablehnung wird auf diesem Arbeitsplatz aufbewahrt.',
    withdrawn:
      'Das Paket bleibt, wie es ist, und kann nicht sagen, dass es zurückgezogen wurde. Das Verzeichnis dieses Arbeitsplatzes sagt es, und eine Mitteilung für die Empfänger wird geschrieben.',
  }),
  reason: 'Grund',
  elsewhere:
    'Hier wird nichts unterschrieben: Die Erklärung wird in eine Datei geschrieben, für den Schlüssel, der anderswo liegt.',
  elsewhereKey: 'liegt anderswo:',
  writeStatement: 'Erklärung schreiben …',
  approve: 'Zustimmen und unterschreiben',
  reject: 'Ablehnen und unterschreiben',
  withdraw: 'Zurückziehen und unterschreiben',
  comment: 'Anmerkung',
  noComment: 'keine',
  time: 'Zeit',
  timeHint: 'nach der Uhr dieses Rechners',
  key: 'Schlüssel',
  demoKey: 'der öffentliche Demoschlüssel',
  passphrase: 'Passphrase dieses Schlüssels',
  passphraseHint: 'Sie wird einmal in einem eigenen Prozess benutzt und nirgends aufbewahrt.',
  sign: 'Unterschreiben',
  signDemo: 'Als Demo unterschreiben',
  cancel: 'Abbrechen',
  working: 'Der Schlüssel wird geöffnet und unterschreibt …',
  createHeading: 'Signaturschlüssel erzeugen',
  createIntro: (label) => `Der Schlüssel heißt „${label}“. Wo seine Datei liegt, wählen Sie danach.`,
  createRules: [
    'Mindestens 14 Zeichen oder mindestens fünf Wörter.',
    'Niemand kann sie wiederherstellen. Ohne sie ist der Schlüssel verloren.',
    'Sie wird bei jeder Unterschrift verlangt und nirgends aufbewahrt.',
  ],
  newPassphrase: 'Neue Passphrase',
  repeat: 'Dieselbe Passphrase noch einmal',
  different: 'Die beiden Passphrasen sind verschieden.',
  tooShort: 'Nehmen Sie mindestens 14 Zeichen oder fünf Wörter.',
  create: 'Schlüssel erzeugen',
  problems: {
    'wrong-passphrase':
      'Der Schlüssel ließ sich nicht öffnen: Die Passphrase ist falsch, oder die Schlüsseldatei wurde verändert. Versuchen Sie es noch einmal.',
    'weak-passphrase': 'Die Passphrase ist zu kurz: Nehmen Sie mindestens 14 Zeichen oder fünf Wörter.',
    'not-a-key-file':
      'Diese Datei ist keine Schlüsseldatei von Freigabe. Brechen Sie ab und wählen Sie eine andere.',
  },
  problem: 'Das ging nicht:',
};
