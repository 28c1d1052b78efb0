import type { StageTally } from '../ipc/view.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Counter } from './counter.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';
import { periodIn, span } from './period.ts';
import { restsOnStays, stayKey } from './recipe-keys.ts';

/** What stages 1 and 2 of a recipe took away. An event is told under the first reason that holds: outside the period, masked, outside the zones. */
export function tallyOf(
  extract: ExtractInMemory,
  counter: Counter,
  recipe: Recipe,
): Omit<StageTally, 'groups' | 'primary' | 'secondary'> {
  const { base, dropped, objections } = extract;
  const { masked, zoneOfCell } = counter.place(recipe);
  const people = counter.people(recipe);
  const imputedShare = counter.imputedShare(recipe);
  const days = counter.days(recipe.timeZone);
  const [from, to] = span(days.clock, periodIn(days, recipe));
  const events = { outsidePeriod: 0, masked: 0, outsideZones: 0 };
  for (let i = 0; i < base.second.length; i++) {
    const second = base.second[i] ?? 0;
    const cell = base.cell[i] ?? 0;
    if (second < from || second >= to) events.outsidePeriod++;
    else if (masked[cell] === 1) events.masked++;
    else if (zoneOfCell[cell] === -1) events.outsideZones++;
  }
  const { objection: _, ...unusable } = dropped;
  return {
    rowsRead: extract.rowsRead,
    rowsUnusable: Object.values(unusable).reduce((sum, count) => sum + count, 0),
    objectors: objections.kind === 'register' ? objections.matched : 0,
    withoutConsent: people.withoutConsent,
    machineLike: people.machineLike,
    eventsOutsidePeriod: events.outsidePeriod,
    maskedCells: masked.reduce((sum, one) => sum + one, 0),
    eventsMasked: events.masked,
    eventsOutsideZones: events.outsideZones,
    personsWithoutCategory: people.withoutCategory,
    ...(imputedShare !== undefined && { imputedShare }),
  };
}

/** Everything of a recipe that changes what stages 1 and 2 take away. */
export function tallyKey(recipe: Recipe): unknown {
  const { zones, sensitivePlaces, period, timeZone, aim, machineLike } = recipe;
  const { ageBreaks, byGender, missingCategory } = recipe;
  const people = [aim, machineLike, ageBreaks, byGender, missingCategory];
  return [zones, sensitivePlaces, period, timeZone, people, restsOnStays(recipe) && stayKey(recipe)];
}
