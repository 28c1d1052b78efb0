import type { GateWords } from './words.ts';

/** The gates in German, by their ids. */
export const germanGates: Readonly<Record<string, GateWords>> = {
  'terms-complete': {
    name: 'Angaben',
    pass: 'Zweck, Rechtsgrundlage, Empfänger und Datum sind genannt.',
    fail: 'Zweck, Rechtsgrundlage, Empfänger oder Datum fehlt.',
  },
  'policy-kept': {
    name: 'Regelwerk',
    pass: 'Das Rezept hält jede Regel des Regelwerks ein.',
    fail: 'Das Rezept verletzt eine Regel des Regelwerks.',
  },
  'minimum-persons': {
    name: 'Mindestzahl Personen',
    pass: 'Keine veröffentlichte Zahl beschreibt weniger Personen, als Rezept und Regelwerk verlangen; wo Rauschen die Zusage ist, liegt keine unter der Schwelle.',
    fail: 'Eine Zahl beschriebe weniger Personen als erlaubt.',
  },
  rounding: {
    name: 'Rundung',
    pass: 'Die Zahlen sind gerundet, wie das Rezept es sagt, und nicht gröber als die Mindestzahl.',
    fail: 'Die Rundung liegt über der Mindestzahl, oder eine Zahl ist nicht gerundet.',
  },
  'table-schema': {
    name: 'Tabelle',
    pass: 'Die Tabelle hat die Spalten und Werte, die ihr Schema verlangt.',
    fail: 'Die Tabelle folgt ihrem Schema nicht.',
  },
  'objection-register': {
    name: 'Widerspruchsregister',
    pass: 'Widersprüche sind angewandt: durch ein Register, das jung genug ist und genug Personen trifft, oder wie das Regelwerk es sonst erlaubt.',
    fail: 'Das Register fehlt, ist zu alt, ohne Stand oder trifft zu wenige Personen, und das Regelwerk nimmt das nicht hin.',
  },
  'places-known': {
    name: 'Orte bekannt',
    pass: 'Die geöffneten Dateien nennen zu jeder Art, die das Regelwerk maskiert haben will, schutzwürdige Orte – oder das Regelwerk hält fest, dass es im Gebiet keine gibt.',
    fail: 'Zu einer Art schutzwürdiger Orte, die das Regelwerk maskiert haben will, nennen die Dateien keinen Ort: Sie würde nirgends maskiert. Eine vollständigere Datei öffnen oder im Regelwerk festhalten, dass es im Gebiet keine gibt.',
  },
  'something-published': {
    name: 'Etwas wird veröffentlicht',
    pass: 'Mindestens eine Gruppe wird veröffentlicht.',
    fail: 'Mit diesem Rezept würde nichts veröffentlicht.',
  },
  'recoverable-blanks': {
    name: 'Keine errechenbaren Lücken',
    pass: 'Keine verborgene Zahl ist aus dem Veröffentlichten genau oder zu eng zu errechnen.',
    fail: 'Eine verborgene Zahl wäre aus dem Veröffentlichten zu errechnen.',
  },
  'whole-groups': {
    name: 'Aussagen über alle einer Gruppe',
    pass: 'Kein veröffentlichter Teil macht sein veröffentlichtes Ganzes aus: Über alle einer Gruppe ist nichts gesagt.',
    fail: 'Ein veröffentlichter Teil macht sein veröffentlichtes Ganzes aus und sagt damit etwas über alle einer Gruppe. Gröbere Gruppen oder Zonen wählen oder die Summen weglassen.',
  },
  subtraction: {
    name: 'Abziehen',
    pass: 'Keine Differenz und keine Summe veröffentlichter Zahlen zeigt wenige Personen, weder innerhalb der Freigabe noch neben früheren.',
    fail: 'Differenzen oder Summen veröffentlichter Zahlen zeigen wenige Personen.',
  },
  'sensitive-places': {
    name: 'Schutzwürdige Orte',
    pass: 'Keine veröffentlichte Gruppe ist so viel öfter als alle an einem schutzwürdigen Ort, dass es etwas über alle in ihr sagt.',
    fail: 'Eine veröffentlichte Gruppe ist so viel öfter als alle an einem schutzwürdigen Ort, dass es etwas über alle in ihr sagt. Die Orte weiter maskieren oder gröbere Gruppen wählen.',
  },
  membership: {
    name: 'War diese Person dabei?',
    pass: 'Ob eine Person in den Daten ist, lässt sich aus den Zahlen nicht öfter richtig sagen, als das Regelwerk erlaubt.',
    fail: 'Ob eine Person in den Daten ist, lässt sich aus den Zahlen öfter richtig sagen, als das Regelwerk erlaubt.',
  },
  recovery: {
    name: 'Lässt sich jemand verfolgen?',
    pass: 'Menschen lassen sich durch die Zahlen nicht weiter verfolgen, als das Regelwerk erlaubt.',
    fail: 'Menschen lassen sich durch die Zahlen weiter verfolgen, als das Regelwerk erlaubt.',
  },
  reconstruction: {
    name: 'Aus den Zahlen zurückgerechnet',
    pass: 'Alle Zahlen zusammen geben nicht mehr vom Verborgenen preis, als das Regelwerk erlaubt.',
    fail: 'Alle Zahlen zusammen geben mehr vom Verborgenen preis, als das Regelwerk erlaubt.',
  },
  budget: {
    name: 'Budget',
    pass: 'Das Budget der Freigabe liegt im Rahmen des Regelwerks, oder sie ist klassisch und verspricht keines.',
    fail: 'Epsilon der Freigabe liegt über dem, was das Regelwerk erlaubt.',
  },
  'earlier-releases': {
    name: 'Frühere Freigaben',
    pass: 'Weder innerhalb dieser Freigabe noch neben früheren dieses Arbeitsplatzes zeigt ein Vergleich von Zahlen wenige Personen.',
    fail: 'Zusammen mit einer früheren Freigabe, oder innerhalb dieser, zeigt der Vergleich von Zahlen wenige Personen.',
  },
  'signing-comment': {
    name: 'Anmerkung',
    pass: 'Wer unterschreibt, sagt, was angesehen wurde und warum so entschieden wird.',
    fail: 'Das Regelwerk verlangt zu jeder Unterschrift eine Anmerkung, und es steht keine da.',
  },
  'dpia-reference': {
    name: 'Folgenabschätzung',
    pass: 'Die Datenschutz-Folgenabschätzung ist genannt.',
    fail: 'Das Regelwerk verlangt das Aktenzeichen der Datenschutz-Folgenabschätzung, und keines ist genannt.',
  },
  'recipient-profile': {
    name: 'Empfängerkreis',
    pass: 'Es ist gesagt, für wen die Freigabe bestimmt ist.',
    fail: 'Das Regelwerk verlangt, dass gesagt ist, für wen die Freigabe bestimmt ist: Kundschaft, Forschung oder Öffentlichkeit.',
  },
  'review-by': {
    name: 'Wiedervorlage',
    pass: 'Es ist gesagt, bis wann die Freigabe erneut angesehen wird.',
    fail: 'Der Tag, bis zu dem die Freigabe erneut angesehen wird, fehlt, liegt nicht nach dem Datum der Freigabe oder später, als das Regelwerk erlaubt.',
  },
  'yearly-budget': {
    name: 'Budget des Jahres',
    pass: 'Alle Freigaben zu jedem Kalenderjahr zusammen, diese eingeschlossen, bleiben bei dem Epsilon, das das Regelwerk im Jahr erlaubt – oder es wird nichts angerechnet.',
    fail: 'Mit den Freigaben zum selben Kalenderjahr läge Epsilon über dem, was das Regelwerk im Jahr erlaubt. Den Zeitraum kürzen, das Budget senken oder das nächste Jahr abwarten.',
  },
};
