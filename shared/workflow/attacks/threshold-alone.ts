import { isPublished } from '../../protect/is-published.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import type { Counter } from '../counter.ts';
import { figuresOf } from '../figures-of.ts';
import type { Protected } from '../protector.ts';

/** The tables of a classical recipe after the threshold alone, as a first look at a change: nothing is hidden to protect others. */
export function thresholdAlone(recipe: Recipe, counter: Counter): Protected {
  const tables = recipe.products.map((product) => {
    const counted = counter.count(product, recipe);
    const { contributors } = counted.table;
    const fates = Uint8Array.from(contributors, (count) =>
      isPublished(count, recipe.minimumPersons) ? 0 : 1,
    );
    const figures = figuresOf(counted.table, recipe).map((figure, i) => (fates[i] === 0 ? figure : -1));
    return { counted, fates, figures };
  });
  const audit = { exact: 0, narrow: 0, safe: 0, notTested: 0, wholeBlocks: 0 };
  return { tables, report: { tables: [], audit, identities: [], workMilliseconds: 0 } };
}
