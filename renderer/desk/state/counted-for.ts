import type { ViewRequest } from '../../../shared/ipc/view.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';

/** What of a recipe is looked at only once groups are counted. */
const after: ReadonlySet<string> = new Set<keyof Recipe>([
  'title',
  'terms',
  'releaseDate',
  'products',
  'guarantee',
  'minimumPersons',
  'roundingBase',
  'suppressedGroups',
  'zeroGroups',
  'extrapolate',
]);

/** What has to be counted for a view: words, thresholds, rounding and what is looked at change nothing of it. */
export function countedFor({ product, recipe }: ViewRequest): string {
  const counted = Object.entries(recipe).filter(([name]) => !after.has(name));
  return JSON.stringify([product, noiseWhileCounting(recipe), counted]);
}

/** Keys for noise of cells are made while counting; how much noise they give is decided after. */
function noiseWhileCounting({ guarantee }: Recipe): string {
  return guarantee.kind === 'classical' && guarantee.cellKeyNoise !== null ? 'cellKeys' : guarantee.kind;
}
