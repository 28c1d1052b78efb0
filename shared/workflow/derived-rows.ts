import { finished, type Steps } from '../base/steps.ts';
import type { OffsetTable } from '../base/time-zone.ts';
import { bindingPresences } from '../kernel/bound-presences.ts';
import type { DatedBins } from '../kernel/dated-bins.ts';
import { findingHomes } from '../kernel/homes.ts';
import type { ContributionBound } from '../kernel/person-groups.ts';
import { findingMachines } from '../kernel/machine-like.ts';
import { countingPresences } from '../kernel/each-presence.ts';
import { rowsOfPersons } from '../kernel/person-rows.ts';
import type { Presences } from '../kernel/presences.ts';
import type { VisitRows } from '../kernel/visit-rows.ts';
import type { Recipe } from '../recipe/recipe.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';
import { Kept } from './kept.ts';
import { daysOf, span, type Days } from './period.ts';
import { placingBy, type Placed } from './placed.ts';
import { placeKey, stayKey } from './recipe-keys.ts';
import {
  eventsByLevel,
  eventsOfCells,
  presencesAtCells,
  presencesByEvents,
  presencesByStays,
  staysByLevel,
  type StaysOfLevels,
} from './rows-of-extract.ts';

/** What is derived from an extract before persons are counted, in steps; each keeps its last results. */
export class DerivedRows {
  private readonly extract: ExtractInMemory;
  private readonly kept = new Kept();

  constructor(extract: ExtractInMemory) {
    this.extract = extract;
  }

  place(recipe: Pick<Recipe, 'zones' | 'levels' | 'sensitivePlaces'>): Placed {
    return finished(this.placing(recipe));
  }

  /** As `place`, with steps on the way where the cells are not placed yet. */
  *placing(recipe: Pick<Recipe, 'zones' | 'levels' | 'sensitivePlaces'>): Steps<Placed> {
    const { zones, levels, sensitivePlaces } = recipe;
    const { categories, radiusMetres } = sensitivePlaces;
    const key = placeKey(recipe);
    const asked = { zones, levels, sensitivePlaces: { categories, radiusMetres } };
    const placed = this.kept.has('place', key) ? undefined : yield* placingBy(this.extract, asked);
    return this.kept.of('place', key, () => placed ?? finished(placingBy(this.extract, asked)));
  }

  /** Local days of the extract in a time zone, with its clock. */
  days(timeZone: string): Days & { readonly clock: OffsetTable } {
    return this.kept.of('days', timeZone, () => daysOf(this.extract.base.second, timeZone));
  }

  /** Presences by events or stays, in the zones of all levels. Those by events are the same at base cells for every recipe. */
  *presences(recipe: Recipe): Steps<Presences> {
    const place = yield* this.placing(recipe);
    if (recipe.presence === 'stays') {
      const { levels } = yield* this.stays(recipe);
      const key = [placeKey(recipe), stayKey(recipe), recipe.timeZone];
      return yield* this.kept.inSteps('presences by stays', key, () => presencesByStays(levels, place));
    }
    const atCells = yield* this.kept.inSteps('presences at cells', 0, () => presencesAtCells(this.extract));
    return this.kept.of('presences', placeKey(recipe), () => presencesByEvents(atCells, place));
  }

  /** Presences of which nobody has more on a day than a bound lets them; the same for every breakdown. */
  *bounded(recipe: Recipe, bins: DatedBins, bound: ContributionBound): Steps<Presences> {
    const { presence, timeZone, timeBin } = recipe;
    const rules = [timeZone, timeBin, bins.firstSlot, bins.binOfSlot.length, bound.groupsPerDay];
    const key = [placeKey(recipe), presence === 'stays' && stayKey(recipe), rules];
    return yield* this.kept.inSteps('bounded', key, () => this.binding(recipe, bins, bound));
  }

  private *binding(recipe: Recipe, bins: DatedBins, bound: ContributionBound): Steps<Presences> {
    const levels = yield* this.visits(recipe);
    const zones = this.place(recipe).shapes.length;
    return (yield* bindingPresences({ levels, zones, bins }, bound)) ?? (yield* this.presences(recipe));
  }

  /** How many presences there are in the zones of all levels, each person once in a zone and slot. */
  *presenceCount(recipe: Recipe): Steps<number> {
    const stays = recipe.presence === 'stays' && [stayKey(recipe), recipe.timeZone];
    return yield* this.kept.inSteps('presence count', [placeKey(recipe), stays], () =>
      this.countingPresences(recipe),
    );
  }

  private *countingPresences(recipe: Recipe): Steps<number> {
    return yield* countingPresences(yield* this.presences(recipe), this.extract.ageOfPerson.length);
  }

  /** Events at each base cell, by its number, on some local days. */
  eventsOfCells(timeZone: string, { firstDay, lastDay }: Days): Steps<Int32Array> {
    const { clock } = this.days(timeZone);
    return this.kept.inSteps('events of cells', [timeZone, firstDay, lastDay], () =>
      eventsOfCells(this.extract, ...span(clock, { firstDay, lastDay })),
    );
  }

  *stays(recipe: Recipe): Steps<StaysOfLevels> {
    const place = yield* this.placing(recipe);
    return yield* this.kept.inSteps('stays', [placeKey(recipe), stayKey(recipe), recipe.timeZone], () =>
      staysByLevel(this.extract, place, recipe, this.days(recipe.timeZone).clock),
    );
  }

  /** What visits are told from, level by level: stays, or events alone. */
  *visits(recipe: Recipe): Steps<readonly VisitRows[]> {
    if (recipe.presence === 'stays') return (yield* this.stays(recipe)).levels;
    return eventsByLevel(this.extract, yield* this.placing(recipe));
  }

  /** Home of every person in the zones of a level, by the events of the whole extract, before anything is masked. */
  *homes(recipe: Recipe, level: number): Steps<Int32Array> {
    const { zones, minimumNights, timeZone } = recipe;
    const { unmaskedZoneOfCell, levels } = yield* this.placing(recipe);
    const finest = yield* this.kept.inSteps('homes', [zones, minimumNights, timeZone], () => {
      const { base, tieOfPerson } = this.extract;
      const rule = { zones: levels[0]?.size ?? 0, minimumNights, tieOfPerson };
      return findingHomes({ base, zoneOfCell: unmaskedZoneOfCell }, this.days(timeZone).clock, rule);
    });
    const zoneOfFinest = levels[level]?.zoneOfFinest ?? new Int32Array();
    return finest.map((zone) => (zone === -1 ? -1 : (zoneOfFinest[zone] ?? -1)));
  }

  /** 1 for machine-like devices, by person number. */
  *machines(timeZone: string): Steps<Uint8Array> {
    const { base, ageOfPerson } = this.extract;
    const found = yield* this.kept.inSteps('machines', timeZone, () =>
      findingMachines(base, ageOfPerson.length, this.days(timeZone).clock),
    );
    return found.flags;
  }

  /** 1 for persons with an event, by person number. */
  present(): Uint8Array {
    const { base, ageOfPerson } = this.extract;
    return this.kept.of('present', 0, () => {
      const present = new Uint8Array(ageOfPerson.length);
      const starts = rowsOfPersons(base.person, present.length);
      for (let who = 0; who < present.length; who++)
        present[who] = (starts[who] ?? 0) < (starts[who + 1] ?? 0) ? 1 : 0;
      return present;
    });
  }
}
