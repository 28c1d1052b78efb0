import type { Product } from '../products/product.ts';
import type { Recipe } from '../recipe/recipe.ts';

/** What a table is called and what its figures are, in English, for `datapackage.json`. */
export interface TableTitle {
  readonly title: string;
  readonly description: string;
}

const bins = {
  quarterHour: 'quarter hour',
  hour: 'hour',
  daypart: 'daypart',
  day: 'day',
} as const;

const titles: Readonly<Record<Product, (recipe: Recipe) => TableTitle>> = {
  footfall: ({ timeBin }) => ({
    title: `Footfall: persons per zone and ${bins[timeBin]}`,
    description: `Distinct persons who were in the zone at some time of the ${bins[timeBin]}.`,
  }),
  dwell: () => ({
    title: 'Dwell: persons per zone, daypart and time spent there',
    description:
      'Distinct persons by the total time of their stays in the zone during the daypart; each person falls into one band.',
  }),
  frequency: () => ({
    title: 'Frequency: persons per zone and number of days visited',
    description: 'Distinct persons by the number of local days of the period on which they were in the zone.',
  }),
  flows: ({ maximumTripMinutes }) => ({
    title: 'Flows: persons per origin, destination and daypart',
    description: `Distinct persons, not trips, with a stay in the destination that began in the daypart and followed a stay in the origin by at most ${maximumTripMinutes} minutes.`,
  }),
  catchment: ({ minimumNights }) => ({
    title: 'Catchment: persons per visited zone and home zone',
    description: `Distinct persons who were in the zone during the period, by home zone: the zone with most night presence (22:00 to 06:00) over at least ${minimumNights} nights.`,
  }),
};

const notAdditive =
  'Figures are numbers of distinct persons. They do not add up over times or zones: one person counts in every group they were in.';

/** Title and description of the table of `product`, with what its figures do not mean. */
export function tableTitle(recipe: Recipe, product: Product): TableTitle {
  const { title, description } = titles[product](recipe);
  const { maximumGroupsPerPersonDay: most } = recipe;
  const bound = most === null ? '' : `, at most ${most} groups per person and day`;
  return { title: `${title}${bound}`, description: `${description} ${notAdditive}` };
}
