import { Refusal } from '../base/failure.ts';
import type { Steps } from '../base/steps.ts';
import { countingCatchment } from '../kernel/catchment.ts';
import { countingPersons } from '../kernel/count-persons.ts';
import type { AskForHelp } from '../kernel/count-with-help.ts';
import type { Counting } from '../kernel/counting.ts';
import type { DatedBins } from '../kernel/dated-bins.ts';
import { countingDwell } from '../kernel/dwell.ts';
import { countingFlows } from '../kernel/flows.ts';
import { tablingFootfall } from '../kernel/footfall.ts';
import { countingFrequency } from '../kernel/frequency.ts';
import type { VisitRows } from '../kernel/visit-rows.ts';
import type { GroupTable } from '../products/group-table.ts';
import type { Product } from '../products/product.ts';
import type { TimeBin } from '../recipe/recipe.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { DerivedRows } from './derived-rows.ts';
import { mergedLevels } from './merged-levels.ts';

/** Most groups a footfall table may make: their counts take 800 MB. */
const mostGroups = 200_000_000;

/** What is counted: a recipe's rows, in the bins of the period (`bins` cuts it), by the same rule for every product. */
export interface GroupsOrder {
  readonly recipe: Recipe;
  readonly rows: DerivedRows;
  readonly bins: (timeBin: TimeBin) => DatedBins;
  readonly counting: Counting;
  readonly help?: AskForHelp | undefined;
}

/** The groups of one product over the zones of all levels. Refuses footfall with too many (`too-many-groups`). */
export function* countGroups(product: Product, order: GroupsOrder): Steps<GroupTable> {
  const { recipe, rows, bins, counting } = order;
  const zones = (yield* rows.placing(recipe)).shapes.length;
  switch (product) {
    case 'footfall':
      return yield* footfall(order, zones);
    case 'dwell': {
      const dwell = { zones, dayparts: bins('daypart'), breaks: recipe.dwellBreaks };
      const { levels } = yield* rows.stays(recipe);
      return yield* overLevels(levels, (stays) => countingDwell(stays, dwell, counting));
    }
    case 'flows': {
      const { maximumTripMinutes } = recipe;
      const flows = { zones, dayparts: bins('daypart'), maximumTripMinutes };
      const { levels } = yield* rows.stays(recipe);
      return yield* overLevels(levels, (stays) => countingFlows(stays, flows, counting));
    }
    case 'frequency': {
      const frequency = { zones, days: bins('day'), breaks: recipe.frequencyBreaks };
      const levels = yield* rows.visits(recipe);
      return yield* overLevels(levels, (visits) => countingFrequency(visits, frequency, counting));
    }
    case 'catchment': {
      const levels = yield* rows.visits(recipe);
      return yield* overLevels(levels, (visits, level) => catchment(order, { visits, level, zones }));
    }
  }
}

function* overLevels<T>(
  levels: readonly T[],
  count: (rows: T, level: number) => Steps<GroupTable>,
): Steps<GroupTable> {
  const tables: GroupTable[] = [];
  for (const [level, rows] of levels.entries()) tables.push(yield* count(rows, level));
  return mergedLevels(tables);
}

function* catchment(
  { recipe, rows, bins, counting }: GroupsOrder,
  { visits, level, zones }: { readonly visits: VisitRows; readonly level: number; readonly zones: number },
): Steps<GroupTable> {
  const homeOfPerson = yield* rows.homes(recipe, level);
  return yield* countingCatchment(visits, { zones, days: bins('day'), homes: zones, homeOfPerson }, counting);
}

function* footfall({ recipe, rows, bins, counting, help }: GroupsOrder, zones: number): Steps<GroupTable> {
  const { people, bound } = counting;
  const own = bins(recipe.timeBin);
  const classes = people.ages * people.genders;
  checkSize(zones * own.starts.length * classes);
  const presences = yield* bound ? rows.bounded(recipe, own, bound) : rows.presences(recipe);
  const slotBins = { firstSlot: own.firstSlot, binOfSlot: own.binOfSlot, bins: own.starts.length };
  const { classOfPerson } = people;
  const counts = yield* countingPersons({ presences, slotBins, groups: { classOfPerson, classes } }, help);
  return yield* tablingFootfall({ presences, slotBins, counts }, counting);
}

function checkSize(groups: number): void {
  if (groups <= mostGroups) return;
  throw new Refusal(
    'too-many-groups',
    `The recipe makes ${groups} groups of zone, time and category; at most ${mostGroups} can be counted. Choose a shorter period, longer time bins or larger zones.`,
    { groups, most: mostGroups },
  );
}
