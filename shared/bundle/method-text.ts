import { predicateText, type Recipe } from '../recipe/recipe.ts';

type Phrases = Readonly<Record<string, string>>;
const bins: Readonly<Record<'en' | 'de', Phrases>> = {
  en: {
    quarterHour: 'quarter hour',
    hour: 'hour',
    daypart: 'daypart (22-06, 06-10, 10-16, 16-22)',
    day: 'day',
  },
  de: {
    quarterHour: 'Viertelstunde',
    hour: 'Stunde',
    daypart: 'Tageszeit (22-06, 06-10, 10-16, 16-22)',
    day: 'Tag',
  },
};

/** The method in English words, with every parameter and the literal predicate. */
export function methodEnglish(recipe: Recipe): string {
  const { period, zones } = recipe;
  return lines([
    recipe.title,
    '',
    'What the table counts',
    `Distinct persons per zone and ${bins.en[recipe.timeBin]}, local time of ${recipe.timeZone}, ${period?.from} to ${period?.to}.`,
    'A person counts in a zone and bin if at least one network event of theirs lies in both. Events between are not guessed.',
    zones.kind === 'h3'
      ? `Zones are cells of the H3 grid, resolution ${zones.resolution}.`
      : 'Zones are the polygons in data/geo/zones.geojson.',
    recipe.ageBreaks.length > 0
      ? `Broken down by age; bands begin at 0, ${recipe.ageBreaks.join(', ')}.`
      : '',
    recipe.byGender ? 'Broken down by gender.' : '',
    recipe.missingCategory === 'own'
      ? 'An unknown age or gender is a category of its own and never guessed.'
      : 'People with an unknown age or gender are left out of the whole release when it is broken down by it.',
    '',
    'What is published',
    `Each group is ${predicateText(recipe.minimumPersons)}.`,
    `Published figures are rounded to the nearest multiple of ${recipe.roundingBase}, ties up.`,
    recipe.suppressedGroups === 'list'
      ? 'Suppressed groups are listed without a figure.'
      : 'Suppressed groups are left out.',
    recipe.zeroGroups === 'shown'
      ? 'A group without anybody is told apart from a suppressed one.'
      : 'A group without anybody is not told apart from a suppressed one.',
    '',
    'Terms',
    `Purpose: ${recipe.terms.purpose}`,
    `Legal basis: ${recipe.terms.legalBasis}`,
    `Recipient: ${recipe.terms.recipient}`,
  ]);
}

/** The method in German words; the predicate stays literal. */
export function methodGerman(recipe: Recipe): string {
  const { period, zones } = recipe;
  return lines([
    recipe.title,
    '',
    'Was die Tabelle zählt',
    `Verschiedene Personen je Zone und ${bins.de[recipe.timeBin]}, Ortszeit ${recipe.timeZone}, ${period?.from} bis ${period?.to}.`,
    'Eine Person zählt in einer Zone und einem Zeitabschnitt, wenn mindestens eines ihrer Netzereignisse in beiden liegt. Dazwischen wird nichts geschätzt.',
    zones.kind === 'h3'
      ? `Zonen sind Zellen des H3-Gitters der Auflösung ${zones.resolution}.`
      : 'Zonen sind die Flächen in data/geo/zones.geojson.',
    recipe.ageBreaks.length > 0
      ? `Nach Alter gegliedert; die Gruppen beginnen bei 0, ${recipe.ageBreaks.join(', ')}.`
      : '',
    recipe.byGender ? 'Nach Geschlecht gegliedert.' : '',
    recipe.missingCategory === 'own'
      ? 'Unbekanntes Alter oder Geschlecht ist eine eigene Kategorie und wird nie geschätzt.'
      : 'Wer kein bekanntes Alter oder Geschlecht hat, fehlt in der ganzen Freigabe, wenn danach gegliedert wird.',
    '',
    'Was veröffentlicht ist',
    `Für jede Gruppe gilt wörtlich: ${predicateText(recipe.minimumPersons)}.`,
    `Das heißt: veröffentlicht nur ab ${recipe.minimumPersons} verschiedenen Personen, gezählt vor Rauschen, Rundung und Hochrechnung.`,
    `Veröffentlichte Zahlen sind auf das nächste Vielfache von ${recipe.roundingBase} gerundet, bei Gleichstand nach oben.`,
    recipe.suppressedGroups === 'list'
      ? 'Unterdrückte Gruppen stehen ohne Zahl in der Tabelle.'
      : 'Unterdrückte Gruppen fehlen.',
    recipe.zeroGroups === 'shown'
      ? 'Eine Gruppe ohne Personen ist von einer unterdrückten zu unterscheiden.'
      : 'Eine Gruppe ohne Personen ist von einer unterdrückten nicht zu unterscheiden.',
    '',
    'Bedingungen',
    `Zweck: ${recipe.terms.purpose}`,
    `Rechtsgrundlage: ${recipe.terms.legalBasis}`,
    `Empfänger: ${recipe.terms.recipient}`,
  ]);
}

function lines(all: readonly string[]): string {
  const kept = all.filter(
    (line, i) => line !== '' || all[i + 1]?.match(/^(What|Terms|Was|Bedingungen)/) != null,
  );
  return `${kept.join('\n')}\n`;
}
