import type { Product } from '../products/product.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { MethodSection } from './method-layout.ts';
import { tablePath } from './names.ts';

interface TableWords {
  readonly name: string;
  /** What a figure is. */
  readonly counts: string;
  /** One group, as in "at least 20 persons of one ...". */
  readonly group: string;
  readonly linkability: string;
  readonly inference: string;
}

const bins = { quarterHour: 'quarter hour', hour: 'hour', daypart: 'daypart', day: 'day' } as const;
const someBin = {
  quarterHour: 'a quarter hour',
  hour: 'an hour',
  daypart: 'a daypart',
  day: 'a day',
} as const;

const words: Readonly<Record<Product, (recipe: Recipe) => TableWords>> = {
  footfall: ({ timeBin }) => ({
    name: 'Footfall',
    counts: `Persons who were in a zone at some time of ${someBin[timeBin]}.`,
    group: `zone and ${bins[timeBin]}`,
    linkability: `the table does not say whether the persons of one ${bins[timeBin]} or zone are those of the next, so no path of a person can be read from it.`,
    inference:
      'that somebody is known to have been in the zone at that time is all that ties them to a figure; it says no more about them.',
  }),
  dwell: ({ dwellBreaks }) => ({
    name: 'Dwell',
    counts: `Persons by the total time of their stays in a zone during one daypart of one day, in bands that begin at 0, ${dwellBreaks.join(', ')} minutes. Each person falls into one band of a zone and daypart.`,
    group: 'zone, daypart and band of time',
    linkability:
      'no arrival, departure or single stay is in the table, and the persons of one daypart cannot be matched with those of another.',
    inference:
      'where nearly everybody falls into one band, whoever is known to have been there has probably stayed that long.',
  }),
  frequency: ({ frequencyBreaks }) => ({
    name: 'Frequency',
    counts: `Persons by the number of local days of the period on which they were in a zone, in bands that begin at 1, ${frequencyBreaks.join(', ')} days.`,
    group: 'zone and band of days',
    linkability:
      'the table says how many persons came back, never on which days, and the persons of two zones cannot be matched.',
    inference:
      'where nearly everybody falls into one band, whoever is known to have been there has probably come that often.',
  }),
  flows: ({ maximumTripMinutes }) => ({
    name: 'Flows',
    counts: `Persons, not trips, who had a stay in a destination that began in a daypart and followed a stay in an origin, another zone, by at most ${maximumTripMinutes} minutes. A person counts once in a group, however often they went.`,
    group: 'origin, destination and daypart',
    linkability:
      'the table holds single steps from one zone to the next. Steps of one person cannot be joined to a longer path, nor one day to another.',
    inference:
      'where nearly all published flows out of a zone lead to one destination, whoever is known to have left it has probably gone there.',
  }),
  catchment: ({ minimumNights }) => ({
    name: 'Catchment',
    counts: `Persons who were in a zone during the period, by home zone: the zone in which they were present most between 22:00 and 06:00, on at least ${minimumNights} nights. A home that is not known is "unknown".`,
    group: 'visited zone and home zone',
    linkability:
      'the table joins two facts about a person, a visit and a home zone, and no third; the visitors of two zones cannot be matched.',
    inference:
      'where nearly all visitors have one home zone, whoever is known to have been there probably lives in it. The zone is all that is said of a home.',
  }),
};

/** What a table counts, and what the three tests of Opinion 05/2014 come to for it. */
export function englishTable(recipe: Recipe, product: Product): MethodSection {
  const { name, counts, group, linkability, inference } = words[product](recipe);
  return {
    title: `${name} (${tablePath(product)})`,
    lines: [
      counts,
      `Singling out: ${singlingOut(recipe, group)}`,
      `Linkability: ${linkability}`,
      `Inference: ${inference} ${bound(recipe)}`,
    ],
  };
}

function singlingOut({ guarantee, minimumPersons, zeroGroups }: Recipe, group: string): string {
  if (guarantee.kind === 'differentialPrivacy')
    return `a figure for a ${group} would be nearly as probable without any one person, so that nobody can be told to be in it.`;
  const empty =
    zeroGroups === 'shown'
      ? 'A group without anybody is shown as such, so that a suppressed one is known to hold somebody, but not whom.'
      : 'A suppressed group looks like an empty one.';
  return `a figure stands for at least ${minimumPersons} persons of one ${group}; it isolates none of them. ${empty}`;
}

function bound({ guarantee, ageBreaks, byGender }: Recipe): string {
  if (guarantee.kind === 'differentialPrivacy')
    return 'Such a conclusion rests on the others in the group: it would be nearly the same had the person not been in the extract.';
  const shared = [...(ageBreaks.length > 0 ? ['age band'] : []), ...(byGender ? ['gender'] : [])].join(
    ' or ',
  );
  return shared === ''
    ? 'Age and gender are not in the table.'
    : `Where nearly everybody in a group shares one ${shared}, that can be concluded in the same way.`;
}
