import type { StageTally } from '../../../../shared/ipc/view.ts';
import type { Recipe } from '../../../../shared/recipe/recipe.ts';

export type Stage = 1 | 2 | 3;

/** One reason and how much it took: keys `recipe.tally.<name>` and `recipe.tally.unit.<unit>`. */
export interface TallyLine {
  readonly name: string;
  readonly unit: 'rows' | 'persons' | 'events' | 'cells' | 'groups' | 'added';
  readonly count: number;
}

const line = (name: string, unit: TallyLine['unit'], count: number): TallyLine => ({ name, unit, count });

/** What each stage of a recipe took away, and what noise added; reasons that took nothing are left out. */
export function tallyLines(stage: Stage, tally: StageTally, recipe: Recipe): readonly TallyLine[] {
  const noisy = recipe.guarantee.kind === 'differentialPrivacy';
  const lines: Readonly<Record<Stage, readonly TallyLine[]>> = {
    1: [
      line('rowsUnusable', 'rows', tally.rowsUnusable),
      line('objectors', 'persons', tally.objectors),
      line('withoutConsent', 'persons', tally.withoutConsent),
      line('machineLike', 'persons', tally.machineLike),
      line('eventsOutsidePeriod', 'events', tally.eventsOutsidePeriod),
    ],
    2: [
      line('maskedCells', 'cells', tally.maskedCells),
      line('eventsMasked', 'events', tally.eventsMasked),
      line('eventsOutsideZones', 'events', tally.eventsOutsideZones),
      line('personsWithoutCategory', 'persons', tally.personsWithoutCategory),
    ],
    3: [
      line(noisy ? 'primaryNoisy' : 'primary', 'groups', tally.primary),
      line('secondary', 'groups', tally.secondary),
      line('publishedEmpty', 'added', tally.publishedEmpty ?? 0),
    ],
  };
  return lines[stage].filter(({ count }) => count > 0);
}

/** People that still count after stage 1, of those the extract holds without its objectors. */
export function personsLeft(persons: number, { withoutConsent, machineLike }: StageTally): number {
  return persons - withoutConsent - machineLike;
}
