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
 * the period where the file's days are not all in the extract; terms stay where the file has none.
 */
export function recipeFromFile(file: Recipe, present: Recipe, extract: Understanding | undefined): FromFile {
  const hasZones = file.zones.kind === 'h3' || (extract !== undefined && extract.polygons > 0);
  const hasDays = covers(extract, file.period);
  const unfit: Readonly<Record<LeftFromFile, boolean>> = {
    timeZone: file.timeZone !== present.timeZone,
    zones: !hasZones,
    period: file.period !== null && !hasDays,
  };
  const { timeZone, releaseDate } = present;
  const { zones, levels } = hasZones ? file : present;
  const { period } = hasDays ? file : present;
  const terms = Object.values(file.terms).some((text) => text !== '') ? file.terms : present.terms;
  const left = (['timeZone', 'zones', 'period'] as const).filter((part) => unfit[part]);
  return { recipe: { ...file, timeZone, releaseDate, zones, levels, period, terms }, left };
}

function covers(extract: Understanding | undefined, period: Recipe['period']): boolean {
  if (extract === undefined || period === null) return false;
  return period.from >= extract.firstDay && period.to <= extract.lastDay;
}
