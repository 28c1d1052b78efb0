import type { Understanding } from '../../../shared/extract/understanding.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';

/** Parts of a recipe that only mean something for the extract they were written for. */
export type LeftFromFile = 'timeZone' | 'zones' | 'period';

export interface FromFile {
  readonly recipe: Recipe;
  /** What the file asks for and the open extract does not have. */
  readonly left: readonly LeftFromFile[];
}

/**
 * A recipe from a file over the present one. Time zone and release date stay; zones stay where the extract lacks the polygons,
 * the period where the file's days are not all in the extract; terms and title stay where the file has none.
 */
export function recipeFromFile(file: Recipe, present: Recipe, extract: Understanding | undefined): FromFile {
  const hasZones = file.zones.kind === 'h3' || (extract?.polygons ?? 0) > 0;
  const hasDays =
    file.period !== null &&
    extract !== undefined &&
    file.period.from >= extract.firstDay &&
    file.period.to <= extract.lastDay;
  const { purpose, legalBasis, recipient } = file.terms;
  const left = [
    ...(file.timeZone === present.timeZone ? [] : ['timeZone' as const]),
    ...(hasZones ? [] : ['zones' as const]),
    ...(hasDays || file.period === null ? [] : ['period' as const]),
  ];
  const recipe = {
    ...file,
    timeZone: present.timeZone,
    releaseDate: present.releaseDate,
    zones: hasZones ? file.zones : present.zones,
    levels: hasZones ? file.levels : present.levels,
    period: hasDays ? file.period : present.period,
    terms: purpose + legalBasis + recipient === '' ? present.terms : file.terms,
  };
  return { recipe, left };
}
