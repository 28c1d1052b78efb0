import type { Policy } from '../../../shared/policy/policy.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import type { Kept } from './protection-state.ts';

/** What undo restores: recipe, policy, and the preset or recipe file the recipe started from. */
export interface Draft {
  readonly recipe: Recipe;
  readonly policy: Policy;
  readonly preset: string;
  /** The recipe that was put aside to be compared with, if one was. */
  readonly kept?: Kept;
}

/** One thing that changed, called `recipe.field.<field>`: from and to as plain text that `changeValue` reads. */
export interface Difference {
  readonly field: keyof Recipe | 'policy' | 'preset';
  readonly from: string;
  readonly to: string;
}

type Write = (recipe: Recipe) => string;

const list = (values: readonly unknown[]): string => values.join(' · ');

/** Every parameter as plain text, in the order of the three stages. Days are `YYYY-MM-DD`; parts are parted by `/`, none is empty. */
const written: Readonly<Record<Exclude<keyof Recipe, 'version'>, Write>> = {
  guarantee: ({ guarantee }) => {
    if (guarantee.kind === 'differentialPrivacy')
      return `${guarantee.kind}/${guarantee.rho}/${guarantee.deltaExponent}`;
    const { cellKeyNoise } = guarantee;
    return cellKeyNoise === null
      ? guarantee.kind
      : `${guarantee.kind}/${cellKeyNoise.maximumNoise}/${cellKeyNoise.variance}/${cellKeyNoise.smallestFigure}`;
  },
  products: ({ products }) => list(products),
  aim: ({ aim }) => aim,
  period: ({ period }) => (period === null ? '' : `${period.from}/${period.to}`),
  machineLike: ({ machineLike }) => machineLike,
  maximumGroupsPerPersonDay: (recipe) => `${recipe.maximumGroupsPerPersonDay ?? ''}`,
  zones: ({ zones }) => (zones.kind === 'h3' ? `H3 ${zones.resolution}` : zones.kind),
  levels: ({ levels }) => list(levels),
  sensitivePlaces: ({ sensitivePlaces: { categories, radiusMetres } }) =>
    categories.length === 0 ? '' : `${categories.toSorted().join(',')}/${radiusMetres}`,
  presence: ({ presence }) => presence,
  maximumGapMinutes: (recipe) => `${recipe.maximumGapMinutes}`,
  maximumNightGapMinutes: (recipe) => `${recipe.maximumNightGapMinutes}`,
  timeBin: ({ timeBin }) => timeBin,
  ageBreaks: ({ ageBreaks }) => list(ageBreaks),
  byGender: ({ byGender }) => `${byGender}`,
  missingCategory: ({ missingCategory }) => missingCategory,
  dwellBreaks: ({ dwellBreaks }) => list(dwellBreaks),
  frequencyBreaks: ({ frequencyBreaks }) => list(frequencyBreaks),
  maximumTripMinutes: (recipe) => `${recipe.maximumTripMinutes}`,
  trips: ({ trips }) => `${trips}`,
  minimumNights: (recipe) => `${recipe.minimumNights}`,
  minimumPersons: (recipe) => `${recipe.minimumPersons}`,
  roundingBase: (recipe) => `${recipe.roundingBase}`,
  totals: ({ totals }) => `${totals}`,
  suppressedGroups: ({ suppressedGroups }) => suppressedGroups,
  zeroGroups: ({ zeroGroups }) => zeroGroups,
  extrapolate: ({ extrapolate }) => `${extrapolate}`,
  timeZone: ({ timeZone }) => timeZone,
  releaseDate: ({ releaseDate }) => releaseDate,
  title: ({ title }) => title,
  terms: () => '',
};
const fields = Object.keys(written) as readonly (keyof typeof written)[];

/** Everything that differs between two drafts: what decides most first, then in the order of the three stages. */
export function differences(before: Draft, after: Draft): readonly Difference[] {
  const found: Difference[] = [];
  if (before.preset !== after.preset) found.push({ field: 'preset', from: before.preset, to: after.preset });
  for (const field of fields) {
    if (JSON.stringify(before.recipe[field]) === JSON.stringify(after.recipe[field])) continue;
    const [from, to] = [written[field](before.recipe), written[field](after.recipe)];
    found.push({ field, from, to });
  }
  if (before.policy.id !== after.policy.id || before.policy.title !== after.policy.title)
    found.push({ field: 'policy', from: before.policy.title, to: after.policy.title });
  return found;
}
