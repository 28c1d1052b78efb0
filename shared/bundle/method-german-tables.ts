import type { Product } from '../products/product.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { MethodSection } from './method-layout.ts';
import { tablePath } from './names.ts';

interface TableWords {
  readonly name: string;
  /** What a figure is. */
  readonly counts: string;
  /** One group in the genitive, as in "mindestens 20 Personen ...". */
  readonly group: string;
  readonly linkability: string;
  readonly inference: string;
}

const ofBin = {
  quarterHour: 'einer Viertelstunde',
  hour: 'einer Stunde',
  daypart: 'eines Tagesabschnitts',
  day: 'eines Tages',
} as const;

const words: Readonly<Record<Product, (recipe: Recipe) => TableWords>> = {
  footfall: ({ timeBin }) => ({
    name: 'Besuche',
    counts: `Personen, die während ${ofBin[timeBin]} irgendwann in einer Zone waren.`,
    group: `einer Zone und ${ofBin[timeBin]}`,
    linkability: `Die Tabelle sagt nicht, ob die Personen ${ofBin[timeBin]} oder einer Zone dieselben sind wie die der nächsten; der Weg einer Person lässt sich nicht ablesen.`,
    inference:
      'Dass jemand bekanntermaßen zu dieser Zeit in der Zone war, ist alles, was ihn mit einer Zahl verbindet; mehr sagt sie nicht über ihn.',
  }),
  dwell: ({ dwellBreaks }) => ({
    name: 'Verweildauer',
    counts: `Personen nach der gesamten Dauer ihrer Aufenthalte in einer Zone während eines Tagesabschnitts eines Tages, in Klassen, die bei 0, ${dwellBreaks.join(', ')} Minuten beginnen. Jede Person fällt je Zone und Tagesabschnitt in eine Klasse.`,
    group: 'einer Zone, eines Tagesabschnitts und einer Klasse der Dauer',
    linkability:
      'Ankunft, Aufbruch und einzelne Aufenthalte stehen nicht in der Tabelle, und die Personen eines Tagesabschnitts lassen sich denen eines anderen nicht zuordnen.',
    inference:
      'Wo fast alle in eine Klasse fallen, ist jemand, von dem man weiß, dass er dort war, wahrscheinlich so lange geblieben.',
  }),
  frequency: ({ frequencyBreaks }) => ({
    name: 'Häufigkeit',
    counts: `Personen nach der Zahl der Tage des Zeitraums (Ortszeit), an denen sie in einer Zone waren, in Klassen, die bei 1, ${frequencyBreaks.join(', ')} Tagen beginnen.`,
    group: 'einer Zone und einer Klasse von Tagen',
    linkability:
      'Die Tabelle sagt, wie viele wiederkamen, nie an welchen Tagen, und die Personen zweier Zonen lassen sich einander nicht zuordnen.',
    inference:
      'Wo fast alle in eine Klasse fallen, ist jemand, von dem man weiß, dass er dort war, wahrscheinlich so oft gekommen.',
  }),
  flows: ({ maximumTripMinutes }) => ({
    name: 'Wege',
    counts: `Personen, nicht Fahrten, deren Aufenthalt in einer Zielzone in einem Tagesabschnitt begann und höchstens ${maximumTripMinutes} Minuten auf einen Aufenthalt in einer anderen Zone folgte, der Herkunft. Eine Person zählt in einer Gruppe einmal, wie oft sie den Weg auch ging.`,
    group: 'einer Herkunft, eines Ziels und eines Tagesabschnitts',
    linkability:
      'Die Tabelle enthält einzelne Schritte von einer Zone zur nächsten. Schritte einer Person lassen sich nicht zu einem längeren Weg verbinden, und ein Tag nicht mit einem anderen.',
    inference:
      'Wo fast alle veröffentlichten Wege aus einer Zone zu einem Ziel führen, ist jemand, von dem man weiß, dass er sie verließ, wahrscheinlich dorthin gegangen.',
  }),
  catchment: ({ minimumNights }) => ({
    name: 'Einzugsgebiet',
    counts: `Personen, die im Zeitraum in einer Zone waren, nach Wohnzone: der Zone, in der sie zwischen 22 und 6 Uhr am meisten waren, in mindestens ${minimumNights} Nächten. Eine unbekannte Wohnzone heißt „unknown“.`,
    group: 'einer besuchten Zone und einer Wohnzone',
    linkability:
      'Die Tabelle verbindet zwei Angaben zu einer Person, einen Besuch und eine Wohnzone, und keine dritte; die Besucher zweier Zonen lassen sich einander nicht zuordnen.',
    inference:
      'Wo fast alle Besucher eine Wohnzone haben, wohnt jemand, von dem man weiß, dass er dort war, wahrscheinlich in ihr. Mehr als die Zone ist über die Wohnung nicht gesagt.',
  }),
};

/** What a table counts, and what the three tests of Opinion 05/2014 come to for it, as `englishTable` says it. */
export function germanTable(recipe: Recipe, product: Product): MethodSection {
  const { name, counts, group, linkability, inference } = words[product](recipe);
  return {
    title: `${name} (${tablePath(product)})`,
    lines: [
      counts,
      `Herausgreifen: ${singlingOut(recipe, group)}`,
      `Verknüpfbarkeit: ${linkability}`,
      `Schlussfolgern: ${inference} ${bound(recipe)}`,
    ],
  };
}

function singlingOut({ guarantee, minimumPersons, zeroGroups }: Recipe, group: string): string {
  if (guarantee.kind === 'differentialPrivacy')
    return `Eine Zahl ${group} wäre ohne irgendeine einzelne Person fast ebenso wahrscheinlich; von niemandem lässt sich sagen, dass er in ihr steckt.`;
  const empty =
    zeroGroups === 'shown'
      ? 'Eine Gruppe ohne Personen ist als solche zu erkennen; von einer unterdrückten weiß man also, dass jemand in ihr ist, aber nicht wer.'
      : 'Eine unterdrückte Gruppe sieht aus wie eine leere.';
  return `Eine Zahl steht für mindestens ${minimumPersons} Personen ${group}; sie hebt keine davon heraus. ${empty}`;
}

function bound({ guarantee, ageBreaks, byGender }: Recipe): string {
  if (guarantee.kind === 'differentialPrivacy')
    return 'Ein solcher Schluss beruht auf den anderen der Gruppe: Er wäre fast derselbe, wenn die Person nicht im Auszug gewesen wäre.';
  const shared = [
    ...(ageBreaks.length > 0 ? ['Altersgruppe'] : []),
    ...(byGender ? ['Geschlecht'] : []),
  ].join(' oder ');
  return shared === ''
    ? 'Alter und Geschlecht stehen nicht in der Tabelle.'
    : `Wo fast alle einer Gruppe dieselbe Angabe haben (${shared}), lässt sich auch auf diese schließen.`;
}
