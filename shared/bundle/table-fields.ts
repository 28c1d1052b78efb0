import { totalCategory } from '../products/bands.ts';
import type { Product } from '../products/product.ts';
import { unknownCategory } from '../recipe/age-bands.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Json } from '../base/json.ts';
import { type Categories, categoriesOf } from './table-classes.ts';
import { type ColumnName, columnsOf, isFigure, primaryKeyOf } from './table-columns.ts';
import { smallestFigure } from './table-figures.ts';

interface Of {
  readonly recipe: Recipe;
  readonly categories: Categories;
}
interface Field {
  readonly title: string;
  readonly description: string;
  readonly type?: string;
  readonly constraints?: Readonly<Record<string, Json>>;
}

/** The Table Schema of the table of `product`: its fields, keys and what a missing value is. */
export function tableSchema(recipe: Recipe, product: Product): Json {
  const columns = columnsOf(recipe, product);
  const of = { recipe, categories: categoriesOf(recipe, product) };
  const zoneColumns = columns.filter((name) => name.endsWith('zone_id') && name !== 'home_zone_id');
  return {
    fields: columns.map((name) => {
      const { title, description, type = 'string', constraints = {} } = fields[name](of);
      const required = isFigure(name) ? {} : { required: true };
      return { name, title, description, type, constraints: { ...required, ...constraints } };
    }),
    primaryKey: [...primaryKeyOf(columns)],
    foreignKeys: zoneColumns.map((name) => ({
      fields: [name],
      reference: { resource: 'zones', fields: ['zone_id'] },
    })),
    missingValues: [''],
  };
}

const fields: Readonly<Record<ColumnName, (of: Of) => Field>> = {
  zone_id: () => ({ title: 'Zone', description: 'The zone, as in zones.csv.' }),
  origin_zone_id: () => ({ title: 'Origin', description: 'The zone the persons left, as in zones.csv.' }),
  destination_zone_id: () => ({
    title: 'Destination',
    description: 'The zone the persons went to, as in zones.csv.',
  }),
  home_zone_id: ({ recipe }) => ({
    title: 'Home zone',
    description: `The home zone, as in zones.csv; "${unknownCategory}" for persons without a known home${totalTold(recipe)}.`,
  }),
  start: () => ({
    title: 'Start',
    description: 'When the bin begins, UTC. Figures of different bins do not add up.',
    type: 'datetime',
  }),
  start_local: ({ recipe: { timeZone } }) => ({
    title: 'Start, local time',
    description: `The same instant in ${timeZone}, with its offset.`,
  }),
  dwell_minutes: ({ recipe, categories }) => ({
    title: 'Time spent, minutes',
    description: `Total time in the zone during the daypart; "5-15" means 5 to under 15 minutes${totalTold(recipe)}.`,
    constraints: { enum: [...categories.bands] },
  }),
  days_visited: ({ recipe, categories }) => ({
    title: 'Days visited',
    description: `Local days of the period with a presence in the zone, both ends included${totalTold(recipe)}.`,
    constraints: { enum: [...categories.bands] },
  }),
  age_band: ({ recipe, categories }) => ({
    title: 'Age band',
    description: `Age in years, both ends included${totalTold(recipe)}.`,
    constraints: { enum: [...categories.ages] },
  }),
  gender: ({ recipe, categories }) => ({
    title: 'Gender',
    description: `As the operator has it on record${totalTold(recipe)}.`,
    constraints: { enum: [...categories.genders] },
  }),
  persons: ({ recipe }) => ({
    title: 'Persons',
    description: `Number of distinct persons${accuracy(recipe)}. Does not add up over times or zones. Empty where the figure is suppressed.`,
    type: 'integer',
    constraints: { minimum: recipe.zeroGroups === 'shown' ? 0 : smallestFigure(recipe) },
  }),
  persons_estimate: ({ recipe: { roundingBase } }) => ({
    title: 'Persons, extrapolated',
    description: `The published number of persons times what one customer stands for in the whole population${roundingBase === 1 ? ', rounded to a whole number' : `, rounded to ${roundingBase}`}: an estimate that carries no further count. Does not add up over times or zones. Empty where the figure is suppressed.`,
    type: 'integer',
    constraints: { minimum: 0 },
  }),
  trips: ({ recipe: { roundingBase, totals, levels } }) => ({
    title: 'Trips',
    description: `How often the persons went${roundingBase === 1 ? '' : `, rounded to ${roundingBase}`}: no number of persons. Told${levels.length > 0 ? ' of the finest zones' : ''} where persons are published and no contributor makes most of the trips${totals ? ', of all ages and genders together' : ''}; otherwise empty.`,
    type: 'integer',
    constraints: { minimum: roundingBase },
  }),
  status: ({ recipe }) => ({
    title: 'Status',
    description:
      recipe.zeroGroups === 'shown'
        ? 'published: with a figure; suppressed: without; zero: nobody.'
        : 'published: with a figure; suppressed: without, whether few persons or nobody.',
    constraints: { enum: ['published', 'suppressed', 'zero'] },
  }),
};

function totalTold({ totals }: Recipe): string {
  return totals ? `; "${totalCategory}" for all together` : '';
}

function accuracy({ guarantee, roundingBase }: Recipe): string {
  const rounded = roundingBase === 1 ? '' : `, rounded to ${roundingBase}`;
  if (guarantee.kind === 'differentialPrivacy') return ` with random noise${rounded}`;
  return guarantee.cellKeyNoise === null ? rounded : `, with cell-key noise${rounded}`;
}
