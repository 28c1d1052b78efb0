import type { StageTally } from '../ipc/view.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { Counter } from './counter.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';
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
  const events = { outsidePeriod: base.second.length, masked: 0, outsideZones: 0 };
  counter.eventsOfCells(recipe).forEach((here, cell) => {
    events.outsidePeriod -= here;
    if (masked[cell] === 1) events.masked += here;
    else if (zoneOfCell[cell] === -1) events.outsideZones += here;
  });
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
