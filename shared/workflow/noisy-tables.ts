import { planNoise, type NoisePlan } from '../protect/differential-privacy/noise-plan.ts';
import { protectWithNoise } from '../protect/differential-privacy/protect-with-noise.ts';
import { rationalOfText } from '../protect/differential-privacy/rational.ts';
import { roundToBase } from '../protect/round.ts';
import { Refusal } from '../base/failure.ts';
import type { RandomBytes } from '../ports/random-bytes.ts';
import { indexed } from '../products/indexed-table.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { groupsBySize } from '../risk/groups-by-size.ts';
import type { CountedTable } from './counted-table.ts';
import { plannedTable } from './planned-table.ts';
import type { ProtectedTable } from './protected-table.ts';

/**
 * Gives the tables of a recipe their noise, all from one budget per person and release, and rounds what is published. Counts must be bounded per person
 * and day. Refuses what would break the promise (`noise-needs-bounds`): no bound, no stated period, or coarser levels.
 */
export function* noisyTables(
  recipe: Recipe,
  counted: readonly CountedTable[],
  random: RandomBytes,
): Generator<{ readonly done: number; readonly total: number }, readonly ProtectedTable[]> {
  const plan = planOf(recipe, counted);
  const tables: ProtectedTable[] = [];
  for (const one of counted) {
    yield { done: tables.length, total: counted.length };
    tables.push(withNoise(one, recipe, plan, random));
  }
  return tables;
}

/** The noise of all tables of a recipe. Refuses `noise-needs-bounds`. */
export function planOf(recipe: Recipe, counted: readonly CountedTable[]): NoisePlan {
  const { guarantee, maximumGroupsPerPersonDay: perDay, period, levels } = recipe;
  if (guarantee.kind !== 'differentialPrivacy' || perDay === null || period === null || levels.length > 0)
    throw new Refusal(
      'noise-needs-bounds',
      'Differential privacy needs a bound on what one person contributes a day, a stated period, and zones of one level: set them in the recipe.',
    );
  const delta = 10 ** -guarantee.deltaExponent;
  return planNoise(
    counted.map((table) => plannedTable(table, perDay)),
    rationalOfText(guarantee.rho),
    delta,
  );
}

function withNoise(
  counted: CountedTable,
  { minimumPersons, roundingBase }: Recipe,
  plan: NoisePlan,
  random: RandomBytes,
): ProtectedTable {
  const { table } = counted;
  const noise = plan.tables.get(table.product);
  if (!noise) throw new Error(`the plan has no noise for ${table.product}`);
  const { at, figure, published } = protectWithNoise(table, { noise, minimumPersons }, random);
  const shown = indexed({ ...table, at, persons: figure, contributors: figure });
  return {
    counted: { ...counted, table: shown, groupsOfSize: groupsBySize(figure) },
    fates: published.map((out) => (out === 1 ? 0 : 1)),
    figures: figure.map((persons, i) => (published[i] === 1 ? roundToBase(persons, roundingBase) : -1)),
    raw: rawAt(table, at),
  };
}

/** Raw persons at places that ascend like the table's own. */
function rawAt(table: CountedTable['table'], places: Float64Array): Int32Array {
  let i = 0;
  return Int32Array.from(places, (place) => {
    while ((table.at[i] ?? Infinity) < place) i++;
    return table.at[i] === place ? (table.persons[i] ?? 0) : 0;
  });
}
