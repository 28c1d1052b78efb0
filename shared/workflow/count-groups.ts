import { Refusal } from '../base/failure.ts';
import { catchmentTable } from '../kernel/catchment.ts';
import { countPersons } from '../kernel/count-persons.ts';
import type { AskForHelp } from '../kernel/count-with-help.ts';
import type { Counting } from '../kernel/counting.ts';
import type { DatedBins } from '../kernel/dated-bins.ts';
import { dwellTable } from '../kernel/dwell.ts';
import { flowsTable } from '../kernel/flows.ts';
import { footfallTable } from '../kernel/footfall.ts';
import { frequencyTable } from '../kernel/frequency.ts';
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
export function countGroups(product: Product, order: GroupsOrder): GroupTable {
  const { recipe, rows, bins, counting } = order;
  const zones = rows.place(recipe).shapes.length;
  switch (product) {
    case 'footfall':
      return footfall(order, zones);
    case 'dwell': {
      const dwell = { zones, dayparts: bins('daypart'), breaks: recipe.dwellBreaks };
      return mergedLevels(rows.stays(recipe).levels.map((stays) => dwellTable(stays, dwell, counting)));
    }
    case 'flows': {
      const { maximumTripMinutes } = recipe;
      const flows = { zones, dayparts: bins('daypart'), maximumTripMinutes };
      return mergedLevels(rows.stays(recipe).levels.map((stays) => flowsTable(stays, flows, counting)));
    }
    case 'frequency': {
      const frequency = { zones, days: bins('day'), breaks: recipe.frequencyBreaks };
      return mergedLevels(rows.visits(recipe).map((visits) => frequencyTable(visits, frequency, counting)));
    }
    case 'catchment': {
      const catchment = { zones, days: bins('day'), homes: zones };
      return mergedLevels(
        rows.visits(recipe).map((visits, level) => {
          const homeOfPerson = rows.homes(recipe, level);
          return catchmentTable(visits, { ...catchment, homeOfPerson }, counting);
        }),
      );
    }
  }
}

function footfall({ recipe, rows, bins, counting, help }: GroupsOrder, zones: number): GroupTable {
  const { people, bound } = counting;
  const own = bins(recipe.timeBin);
  const classes = people.ages * people.genders;
  checkSize(zones * own.starts.length * classes);
  const presences = bound ? rows.bounded(recipe, own, bound) : rows.presences(recipe);
  const slotBins = { firstSlot: own.firstSlot, binOfSlot: own.binOfSlot, bins: own.starts.length };
  const { classOfPerson } = people;
  const counts = countPersons(presences, slotBins, { classOfPerson, classes }, help);
  return footfallTable({ presences, slotBins, counts }, counting);
}

function checkSize(groups: number): void {
  if (groups <= mostGroups) return;
  throw new Refusal(
    'too-many-groups',
    `The recipe makes ${groups} groups of zone, time and category; at most ${mostGroups} can be counted. Choose a shorter period, longer time bins or larger zones.`,
    { groups, most: mostGroups },
  );
}
