import { tenToMinus } from '../base/ten-to-minus.ts';
import { predicateOf } from '../recipe/guarantee.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { SensitiveCategory } from '../recipe/sensitive-places.ts';
import { epsilonText, pairsAppear } from './epsilon-text.ts';
import { germanTable } from './method-german-tables.ts';
import { type Method, type MethodSection, methodText, sectionsOf } from './method-layout.ts';

/** The method in German words, as `methodEnglish` says it; the predicate stays literal. */
export function methodGerman(recipe: Recipe): string {
  return methodText(recipe.title, sectionsOf(germanMethod(recipe)));
}

/** The parts of it. */
export function germanMethod(recipe: Recipe): Method {
  return {
    stages: [
      scope(recipe),
      minimise(recipe),
      generalise(recipe),
      protect(recipe),
      guarantee(recipe),
      ...(recipe.guarantee.kind === 'classical' && recipe.guarantee.cellKeyNoise !== null
        ? [noiseWarning(recipe.guarantee.cellKeyNoise.maximumNoise)]
        : []),
    ],
    tests: {
      title: 'Die Tabellen und die drei Prüfungen der Stellungnahme 05/2014 der Artikel-29-Datenschutzgruppe',
      lines: [
        'Zu jeder Tabelle steht hier, was ihre Zahlen sind und was sie zulässt: eine Person herauszugreifen, Datensätze einer Person zu verknüpfen und etwas über eine Person zu schließen.',
        'Das sind Überlegungen zum Verfahren. Was an dieser Freigabe gemessen wurde, steht in evidence.json.',
      ],
    },
    tables: recipe.products.map((product) => germanTable(recipe, product)),
    recipients: recipients(),
  };
}

function scope({ terms, period, timeZone }: Recipe): MethodSection {
  return {
    title: 'Wozu diese Freigabe dient',
    lines: [
      `Zweck: ${terms.purpose}`,
      `Rechtsgrundlage: ${terms.legalBasis}`,
      `Empfänger: ${terms.recipient}`,
      ...agreed(terms),
      `Zeitraum: ${period?.from} bis ${period?.to}, Ortszeit ${timeZone}.`,
      'Alle Zahlen sind Anzahlen verschiedener Personen. Über Zeiten oder Zonen lassen sie sich nicht zusammenzählen, denn eine Person zählt in jeder Gruppe, in der sie war.',
    ],
  };
}

/** What a policy may ask a release to say besides; nothing of it where it is not said. */
function agreed({ recipientProfile, dpiaReference, reviewBy }: Recipe['terms']): readonly string[] {
  const meantFor = { buyer: 'Kundschaft', research: 'Forschung', public: 'Öffentlichkeit' };
  return [
    ...(recipientProfile === '' ? [] : [`Bestimmt für: ${meantFor[recipientProfile]}`]),
    ...(dpiaReference === '' ? [] : [`Datenschutz-Folgenabschätzung: ${dpiaReference}`]),
    ...(reviewBy === '' ? [] : [`Erneut anzusehen bis: ${reviewBy}`]),
  ];
}

function minimise({ aim, machineLike }: Recipe): MethodSection {
  return {
    title: 'Stufe 1: pseudonymisieren und beschränken',
    lines: [
      'Kennungen wurden durch einen Hashwert mit Schlüssel ersetzt. Den zufälligen Schlüssel gab es nur für diese Prüfung; er wurde mit ihr vernichtet. Die andere Seite eines Gesprächs wurde nie gelesen.',
      'Wer im Widerspruchsregister stand, wurde entfernt, bevor gezählt wurde. Wie alt das Register war oder warum es keines gab, steht in evidence.json.',
      aim === 'offers'
        ? 'Der Zweck zielt auf Personen: Gezählt wurde nur, wer eingewilligt hatte.'
        : 'Der Zweck ist Statistik: Gezählt wurde, wer nicht widersprochen hatte.',
      machineLike === 'exclude'
        ? 'Geräte, die stillstehen und nie ruhen, galten als Maschinen und blieben weg.'
        : 'Geräte, die stillstehen und nie ruhen, wurden wie alle anderen gezählt.',
      'Was außerhalb des Zeitraums oder des Gebiets der Freigabe lag, blieb weg.',
    ],
  };
}

const bins = {
  quarterHour: 'Viertelstunden',
  hour: 'Stunden',
  daypart: 'Tagesabschnitte',
  day: 'Tage',
} as const;

const kinds: Readonly<Record<SensitiveCategory, string>> = {
  hospital: 'Krankenhaus',
  addictionHelp: 'Suchthilfe',
  pregnancyAdvice: 'Schwangerschaftsberatung',
  psychiatry: 'Psychiatrie',
  worship: 'Gotteshaus',
  party: 'Partei',
  union: 'Gewerkschaft',
  court: 'Gericht',
  prison: 'Gefängnis',
  shelter: 'Schutzunterkunft',
  asylum: 'Asylunterkunft',
  sexWork: 'Sexarbeit',
  military: 'Militär',
  school: 'Schule',
};

function generalise(recipe: Recipe): MethodSection {
  const { products, zones, levels, sensitivePlaces } = recipe;
  const byDaypart = products.includes('dwell') || products.includes('flows') || recipe.timeBin === 'daypart';
  return {
    title: 'Stufe 2: vergröbern',
    lines: [
      zones.kind === 'h3'
        ? `Aus Funkzellen wurden Zonen: Zellen des H3-Gitters der Auflösung ${zones.resolution}.`
        : 'Aus Funkzellen wurden Zonen: die Flächen in data/geo/zones.geojson.',
      levels.length === 0
        ? undefined
        : `Auch gröbere Zonen sind veröffentlicht (Stufen höher: ${levels.join(', ')}); ihre Ebenen stehen in zones.csv.`,
      sensitivePlaces.categories.length === 0
        ? undefined
        : `In Funkzellen im Umkreis von ${sensitivePlaces.radiusMetres} m um empfindliche Orte dieser Art wurde niemand gezählt: ${sensitivePlaces.categories.map((kind) => kinds[kind]).join(', ')}.`,
      products.includes('footfall') ? `Die Zeiten der Besuche wurden ${bins[recipe.timeBin]}.` : undefined,
      byDaypart
        ? 'Tagesabschnitte sind Nacht (22 bis 6 Uhr), Morgen (6 bis 10 Uhr), Tag (10 bis 16 Uhr) und Abend (16 bis 22 Uhr).'
        : undefined,
      ...presence(recipe),
      recipe.ageBreaks.length > 0
        ? `Aus dem Alter wurden Gruppen, die bei 0, ${recipe.ageBreaks.join(', ')} beginnen.`
        : undefined,
      recipe.byGender ? 'Die Zahlen sind nach Geschlecht gegliedert.' : undefined,
      unknown(recipe),
    ],
  };
}

function unknown(recipe: Recipe): string | undefined {
  if (recipe.ageBreaks.length === 0 && !recipe.byGender) return undefined;
  return recipe.missingCategory === 'own'
    ? 'Unbekanntes Alter oder Geschlecht ist eine eigene Kategorie und wird nie geschätzt.'
    : 'Wessen Alter oder Geschlecht unbekannt ist, fehlt in der ganzen Freigabe.';
}

function presence(recipe: Recipe): readonly (string | undefined)[] {
  const { products, maximumGapMinutes, maximumNightGapMinutes } = recipe;
  const byEvents = recipe.presence === 'events';
  const rests = products.some((product) => product !== 'dwell' && product !== 'flows');
  const usesStays = !byEvents || products.includes('dwell') || products.includes('flows');
  return [
    rests && byEvents
      ? 'Bei Besuchen, Häufigkeit und Einzugsgebiet zählt eine Person, wo und wann ein Netzereignis sie zeigt. Dazwischen wird nichts geschätzt.'
      : undefined,
    rests && !byEvents
      ? 'Bei Besuchen, Häufigkeit und Einzugsgebiet zählt eine Person auch zwischen den Ereignissen, solange ein Aufenthalt dauert.'
      : undefined,
    usesStays
      ? `Ein Aufenthalt ist eine Folge von Ereignissen in einer Zone, die Lücken bis ${maximumGapMinutes} Minuten überbrückt, zwischen 23 und 9 Uhr bis ${maximumNightGapMinutes} Minuten. Ein Wechsel der Zone, der binnen 10 Minuten zurückgenommen wird, beendet ihn nicht.`
      : undefined,
  ];
}

function protect(recipe: Recipe): MethodSection {
  const { maximumGroupsPerPersonDay: most, minimumPersons, roundingBase } = recipe;
  const classical = recipe.guarantee.kind === 'classical';
  return {
    title: 'Stufe 3: zusammenfassen und schützen',
    lines: [
      most === null
        ? undefined
        : `Jede Person zählt je Tabelle und Tag (Ortszeit) in höchstens ${most} Gruppen; in welchen, hängt nicht von den Zahlen ab.`,
      `Für jede Gruppe gilt wörtlich: ${predicateOf(recipe)}.`,
      classical
        ? `Das heißt: veröffentlicht nur ab ${minimumPersons} verschiedenen Personen, gezählt vor Rauschen, Rundung und Hochrechnung.`
        : `Das heißt: veröffentlicht nur, wo die verrauschte Zahl verschiedener Personen mindestens ${minimumPersons} ist.`,
      classical
        ? 'Weitere Gruppen sind verborgen, wo sich eine verborgene sonst aus dem Veröffentlichten errechnen ließe. Was eine Prüfung aller Tabellen ergab, steht in evidence.json.'
        : 'Jede Zahl trägt exaktes diskretes gaußsches Rauschen, einmal aus der Zufallsquelle des Systems gezogen und nicht aufbewahrt. Die Schwelle sieht allein die verrauschte Zahl.',
      roundingBase === 1
        ? undefined
        : `Veröffentlichte Zahlen sind auf das nächste Vielfache von ${roundingBase} gerundet, bei Gleichstand nach oben.`,
      recipe.totals
        ? 'Summen über Alter, Geschlecht, Klassen und Wohnzonen sind eigene Gruppen, geschrieben „all“, nach derselben Regel.'
        : undefined,
      recipe.suppressedGroups === 'list'
        ? 'Unterdrückte Gruppen stehen ohne Zahl in der Tabelle.'
        : 'Unterdrückte Gruppen fehlen in der Tabelle.',
      classical && recipe.zeroGroups === 'shown'
        ? 'Eine Gruppe ohne Personen ist von einer unterdrückten zu unterscheiden.'
        : 'Eine Gruppe ohne Personen ist von einer unterdrückten nicht zu unterscheiden.',
      ...trips(recipe),
      ...extrapolation(recipe),
    ],
  };
}

function trips({ trips: asked, products, totals, levels, roundingBase }: Recipe): readonly string[] {
  if (!asked || !products.includes('flows')) return [];
  const layer = [
    levels.length > 0 && 'der feinsten Zonen',
    totals && 'aller Alter und Geschlechter zusammen',
  ];
  const told = layer.filter((part) => part !== false).join(' und ');
  return [
    `Bei den Wegen steht neben den Personen die Zahl der Fahrten${told === '' ? '' : `, nur ${told}, da sich Fahrten verschiedener Schichten voneinander abziehen ließen`}${roundingBase === 1 ? '' : `, gerundet auf ein Vielfaches von ${roundingBase}`}. Sie fehlt, wo die Personen nicht veröffentlicht werden.`,
    'Sie fehlt auch, wo ein Beitragender die meisten Fahrten macht (Dominanz) oder wo der zweitgrößte Beitragende den größten zu genau errechnen könnte (p-%-Regel). Ein Beitragender ist ein Vertragsinhaber mit allen seinen Personen. policy.json sagt, ob die Parameter dieser Regeln zurückgehalten werden.',
  ];
}

function extrapolation({ extrapolate, products, roundingBase }: Recipe): readonly string[] {
  if (!extrapolate) return [];
  return [
    `Zuletzt wird jede veröffentlichte Zahl mit einem Gewicht zur Schätzung für die ganze Bevölkerung (persons_estimate), gerundet auf ${roundingBase === 1 ? 'eine ganze Zahl' : `ein Vielfaches von ${roundingBase}`}. Die Schwelle sah vorher auf Personen; eine verborgene Zahl hat keine Schätzung.`,
    'Die Gewichte bringen die Kunden, die in den Zonen wohnen, auf öffentliche Summen nach Zone, Alter und Geschlecht (Raking). Kein Gewicht ist größer als das Fünffache des Verhältnisses von Einwohnern zu Kunden. In evidence.json stehen die effektive Stichprobengröße, der Anteil der Kunden mit gekapptem Gewicht und die Spanne der Gewichte.',
    products.includes('catchment')
      ? 'Beim Einzugsgebiet gilt das Gewicht von Wohnzone, Alter und Geschlecht, in den anderen Tabellen das von Alter und Geschlecht. Besucher werden nie auf die Bewohner der besuchten Zone gebracht.'
      : 'Es gilt das Gewicht von Alter und Geschlecht. Besucher werden nie auf die Bewohner der besuchten Zone gebracht.',
    'Kunden sind keine Zufallsstichprobe der Bevölkerung: Die Schätzung gleicht nur Wohnort, Alter und Geschlecht aus.',
  ];
}

function guarantee({ guarantee: promised, minimumPersons, products }: Recipe): MethodSection {
  if (promised.kind === 'classical')
    return {
      title: 'Was zugesichert ist: die klassischen Regeln',
      lines: [
        `Keine Zahl steht für weniger als ${minimumPersons} Personen, und was verborgen ist, bleibt in den Spannen, die die Prüfung in evidence.json nennt.`,
        'Das ist keine Differential Privacy. Wer fast alle Personen einer Gruppe schon kennt, kann auf die übrigen schließen; die Schwelle macht das mühsam und schließt es nicht aus.',
        'Der Unterschied zweier Freigaben eines Zeitraums könnte eine einzelne Person zeigen. Ein freigegebener Zeitraum steht deshalb fest.',
      ],
    };
  const { rho, deltaExponent } = promised;
  const [rhoTold, epsilon] = [rho, epsilonText(promised, products)].map((text) => text.replace('.', ','));
  return {
    title: 'Was zugesichert ist: Differential Privacy',
    lines: [
      `Für eine Person, über den ganzen Zeitraum und alle Tabellen zusammen: rho = ${rhoTold} (zero-concentrated), das heißt epsilon = ${epsilon} bei delta = ${tenToMinus(deltaExponent)}.`,
      'In Worten: Ob irgendeine Person im Auszug war oder nicht, ändert die Wahrscheinlichkeit all dessen, was hätte veröffentlicht werden können, höchstens um den Faktor e hoch epsilon, bis auf eine Wahrscheinlichkeit von delta. Das gilt, was immer jemand schon weiß.',
      pairsAppear(products)
        ? 'Die Hälfte von delta ist für die Möglichkeit zurückgelegt, dass ein Paar von Zonen sichtbar wird, das eine einzelne Person allein verbindet.'
        : undefined,
      'Jede weitere Freigabe über dieselben Menschen kommt zu dem hinzu, was diese verbraucht hat.',
    ],
  };
}

function noiseWarning(most: number): MethodSection {
  return {
    title: 'Wovor das Zellschlüsselrauschen nicht schützt',
    lines: [
      `Jede Zahl wurde um höchstens ${most} Personen verschoben, und zwar gleich, wo immer dieselben Personen gezählt sind. Das verwischt kleine Zahlen und zum Teil, was eine Zahl abzüglich einer anderen verrät.`,
      'Es schützt kaum vor der Frage, ob eine bestimmte Person in den Zahlen steckt: In Simulationen fiel der beste Angriff nur von 0,94 auf 0,92; 0,5 wäre geraten.',
      'Es schützt nicht zwischen zwei Ausgaben eines Zeitraums: Geht eine Person, ändern sich über 80 Prozent der Zahlen, in denen sie war, und keine anderen.',
      'Es lässt sich herausmitteln, wo dieselben Personen oft neu gruppiert veröffentlicht werden. Es ist keine Differential Privacy.',
    ],
  };
}

function recipients(): MethodSection {
  return {
    title: 'Bedingungen für Empfänger',
    lines: [
      'Keine Wiedererkennung: Versuchen Sie nicht, in diesen Zahlen eine Person zu erkennen, auch nicht zusammen mit anderen Daten. Geschieht es zufällig, sagen Sie es der herausgebenden Stelle; verwenden Sie es nicht und geben Sie es nicht weiter.',
      'Weitergabe: nur zum Zweck und an die Empfänger, die oben stehen, nur das ganze und unveränderte Paket, und mit diesen Bedingungen.',
      'Ende: Die Erlaubnis, die Zahlen zu verwenden, endet mit dem Zweck, und sofort, wenn die Freigabe zurückgezogen wird. Löschen Sie dann das Paket und alle Abschriften seiner Tabellen.',
      'Rückzug: Ein Paket kann nicht sagen, dass es zurückgezogen wurde. Die herausgebende Stelle gibt es dort bekannt, woher dieses Paket und die Liste der Unterzeichnenden (allowed_signers) kamen, mit Kennung und Prüfsumme der Freigabe, in einer Erklärung, die mit einem Schlüssel dieser Liste unterschrieben ist. Sehen Sie vor jeder neuen Verwendung dort nach.',
    ],
  };
}
