import { figuresOf } from '../../../shared/workflow/figures-of.ts';
import type { ProtectedTable } from '../../../shared/workflow/protected-table.ts';
import type { MaterialSource } from './corpus-material.ts';

type Plant = NonNullable<MaterialSource['plant']>;
type IsPublished = (table: ProtectedTable, group: number) => boolean;

/** Publishes hidden groups, with the figure they would have. */
export function publishing(isPublished: IsPublished): Plant {
  return (tables, recipe) =>
    tables.map((table) => {
      const figures = figuresOf(table.counted.table, recipe);
      const fates = table.fates.map((fate, i) => (fate !== 0 && isPublished(table, i) ? 0 : fate));
      return { ...table, fates, figures: figures.map((figure, i) => (fates[i] === 0 ? figure : -1)) };
    });
}

/** Skips secondary suppression: only groups under the minimum stay hidden. */
export const withoutSecondary: Plant = publishing(({ fates }, i) => fates[i] === 2);

/** Publishes the first `count` hidden groups of at least one and less than the minimum of persons. */
export function publishingSmall(count: number, isWanted: IsPublished = () => true): Plant {
  let left = count;
  return publishing((table, i) => table.fates[i] === 1 && left > 0 && isWanted(table, i) && left-- > 0);
}

/** One plant after the other. */
export function both(first: Plant, second: Plant): Plant {
  return (tables, recipe) => second(first(tables, recipe), recipe);
}
