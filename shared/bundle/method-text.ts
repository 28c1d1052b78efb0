import { predicateOf } from '../recipe/guarantee.ts';
import type { Recipe } from '../recipe/recipe.ts';

interface Section {
  readonly title: string;
  /** `undefined` lines do not apply and are left out. */
  readonly lines: readonly (string | undefined)[];
}

const binsEnglish = {
  quarterHour: 'quarter hour',
  hour: 'hour',
  daypart: 'daypart (22-06, 06-10, 10-16, 16-22)',
  day: 'day',
} as const;
const binsGerman = {
  quarterHour: 'Viertelstunde',
  hour: 'Stunde',
  daypart: 'Tageszeit (22-06, 06-10, 10-16, 16-22)',
  day: 'Tag',
} as const;

/** The method in English words, with every parameter and the literal predicate. */
export function methodEnglish(recipe: Recipe): string {
  const { terms, zones } = recipe;
  const counts = [
    `Distinct persons per zone and ${binsEnglish[recipe.timeBin]}, local time of ${recipe.timeZone}, ${recipe.period?.from} to ${recipe.period?.to}.`,
    'A person counts in a zone and bin if at least one network event of theirs lies in both. Nothing is guessed between events.',
    zones.kind === 'h3'
      ? `Zones are cells of the H3 grid, resolution ${zones.resolution}.`
      : 'Zones are the polygons in data/geo/zones.geojson.',
    recipe.ageBreaks.length > 0
      ? `Broken down by age; bands begin at 0, ${recipe.ageBreaks.join(', ')}.`
      : undefined,
    recipe.byGender ? 'Broken down by gender.' : undefined,
    recipe.missingCategory === 'own'
      ? 'An unknown age or gender is a category of its own and never guessed.'
      : 'People whose age or gender is unknown are left out of the whole release when it is broken down by it.',
  ];
  const published = [
    `Each group is ${predicateOf(recipe)}.`,
    `Published figures are rounded to the nearest multiple of ${recipe.roundingBase}, ties up.`,
    recipe.suppressedGroups === 'list'
      ? 'Suppressed groups are listed without a figure.'
      : 'Suppressed groups are left out.',
    recipe.zeroGroups === 'shown'
      ? 'A group without anybody is told apart from a suppressed one.'
      : 'A group without anybody is not told apart from a suppressed one.',
  ];
  const conditions = [
    `Purpose: ${terms.purpose}`,
    `Legal basis: ${terms.legalBasis}`,
    `Recipient: ${terms.recipient}`,
  ];
  return text(recipe.title, [
    { title: 'What the table counts', lines: counts },
    { title: 'What is published', lines: published },
    { title: 'Terms', lines: conditions },
  ]);
}

/** The method in German words; the predicate stays literal. */
export function methodGerman(recipe: Recipe): string {
  const { terms, zones } = recipe;
  const counts = [
    `Verschiedene Personen je Zone und ${binsGerman[recipe.timeBin]}, Ortszeit ${recipe.timeZone}, ${recipe.period?.from} bis ${recipe.period?.to}.`,
    'Eine Person zählt in einer Zone und einem Zeitabschnitt, wenn mindestens eines ihrer Netzereignisse in beiden liegt. Dazwischen wird nichts geschätzt.',
    zones.kind === 'h3'
      ? `Zonen sind Zellen des H3-Gitters der Auflösung ${zones.resolution}.`
      : 'Zonen sind die Flächen in data/geo/zones.geojson.',
    recipe.ageBreaks.length > 0
      ? `Nach Alter gegliedert; die Gruppen beginnen bei 0, ${recipe.ageBreaks.join(', ')}.`
      : undefined,
    recipe.byGender ? 'Nach Geschlecht gegliedert.' : undefined,
    recipe.missingCategory === 'own'
      ? 'Unbekanntes Alter oder Geschlecht ist eine eigene Kategorie und wird nie geschätzt.'
      : 'Wessen Alter oder Geschlecht unbekannt ist, fehlt in der ganzen Freigabe, wenn danach gegliedert wird.',
  ];
  const published = [
    `Für jede Gruppe gilt wörtlich: ${predicateOf(recipe)}.`,
    `Das heißt: veröffentlicht nur ab ${recipe.minimumPersons} verschiedenen Personen, gezählt vor Rauschen, Rundung und Hochrechnung.`,
    `Veröffentlichte Zahlen sind auf das nächste Vielfache von ${recipe.roundingBase} gerundet, bei Gleichstand nach oben.`,
    recipe.suppressedGroups === 'list'
      ? 'Unterdrückte Gruppen stehen ohne Zahl in der Tabelle.'
      : 'Unterdrückte Gruppen fehlen in der Tabelle.',
    recipe.zeroGroups === 'shown'
      ? 'Eine Gruppe ohne Personen ist von einer unterdrückten zu unterscheiden.'
      : 'Eine Gruppe ohne Personen ist von einer unterdrückten nicht zu unterscheiden.',
  ];
  const conditions = [
    `Zweck: ${terms.purpose}`,
    `Rechtsgrundlage: ${terms.legalBasis}`,
    `Empfänger: ${terms.recipient}`,
  ];
  return text(recipe.title, [
    { title: 'Was die Tabelle zählt', lines: counts },
    { title: 'Was veröffentlicht ist', lines: published },
    { title: 'Bedingungen', lines: conditions },
  ]);
}

function text(title: string, sections: readonly Section[]): string {
  const blocks = sections.map((section) =>
    [section.title, ...section.lines.filter((line) => line !== undefined)].join('\n'),
  );
  return `${[title, ...blocks].join('\n\n')}\n`;
}
