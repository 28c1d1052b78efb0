import { finished, type Steps } from '../base/steps.ts';
import type { OffsetTable } from '../base/time-zone.ts';
import { boundPresences } from '../kernel/bound-presences.ts';
import type { DatedBins } from '../kernel/dated-bins.ts';
import { homesOf } from '../kernel/homes.ts';
import type { ContributionBound } from '../kernel/person-groups.ts';
import { machineLike } from '../kernel/machine-like.ts';
import { countPresences } from '../kernel/each-presence.ts';
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

/** What is derived from an extract before persons are counted; each step keeps its last results. */
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
  presences(recipe: Recipe): Presences {
    const place = this.place(recipe);
    if (recipe.presence === 'stays') {
      const { levels } = this.stays(recipe);
      const key = [placeKey(recipe), stayKey(recipe), recipe.timeZone];
      return this.kept.of('presences by stays', key, () => presencesByStays(levels, place));
    }
    return this.kept.of('presences', placeKey(recipe), () => {
      const atCells = this.kept.of('presences at cells', 0, () => presencesAtCells(this.extract));
      return presencesByEvents(atCells, place);
    });
  }

  /** Presences of which nobody has more on a day than a bound lets them; the same for every breakdown. */
  bounded(recipe: Recipe, bins: DatedBins, bound: ContributionBound): Presences {
    const { presence, timeZone, timeBin } = recipe;
    const rules = [timeZone, timeBin, bins.firstSlot, bins.binOfSlot.length, bound.groupsPerDay];
    const key = [placeKey(recipe), presence === 'stays' && stayKey(recipe), rules];
    return this.kept.of('bounded', key, () => {
      const levels = this.visits(recipe);
      const zones = this.place(recipe).shapes.length;
      return boundPresences({ levels, zones, bins }, bound) ?? this.presences(recipe);
    });
  }

  /** How many presences there are in the zones of all levels, each person once in a zone and slot. */
  presenceCount(recipe: Recipe): number {
    const stays = recipe.presence === 'stays' && [stayKey(recipe), recipe.timeZone];
    return this.kept.of('presence count', [placeKey(recipe), stays], () =>
      countPresences(this.presences(recipe), this.extract.ageOfPerson.length),
    );
  }

  /** Events at each base cell, by its number, on some local days. */
  eventsOfCells(timeZone: string, { firstDay, lastDay }: Days): Int32Array {
    const { clock } = this.days(timeZone);
    return this.kept.of('events of cells', [timeZone, firstDay, lastDay], () =>
      eventsOfCells(this.extract, ...span(clock, { firstDay, lastDay })),
    );
  }

  stays(recipe: Recipe): StaysOfLevels {
    return this.kept.of('stays', [placeKey(recipe), stayKey(recipe), recipe.timeZone], () =>
      staysByLevel(this.extract, this.place(recipe), recipe, this.days(recipe.timeZone).clock),
    );
  }

  /** What visits are told from, level by level: stays, or events alone. */
  visits(recipe: Recipe): readonly VisitRows[] {
    return recipe.presence === 'stays'
      ? this.stays(recipe).levels
      : eventsByLevel(this.extract, this.place(recipe));
  }

  /** Home of every person in the zones of a level, by the events of the whole extract, before anything is masked. */
  homes(recipe: Recipe, level: number): Int32Array {
    const { zones, minimumNights, timeZone } = recipe;
    const { unmaskedZoneOfCell, levels } = this.place(recipe);
    const finest = this.kept.of('homes', [zones, minimumNights, timeZone], () => {
      const { base, tieOfPerson } = this.extract;
      const rule = { zones: levels[0]?.size ?? 0, minimumNights, tieOfPerson };
      return homesOf({ base, zoneOfCell: unmaskedZoneOfCell }, this.days(timeZone).clock, rule);
    });
    const zoneOfFinest = levels[level]?.zoneOfFinest ?? new Int32Array();
    return finest.map((zone) => (zone === -1 ? -1 : (zoneOfFinest[zone] ?? -1)));
  }

  /** 1 for machine-like devices, by person number. */
  machines(timeZone: string): Uint8Array {
    const { base, ageOfPerson } = this.extract;
    return this.kept.of(
      'machines',
      timeZone,
      () => machineLike(base, ageOfPerson.length, this.days(timeZone).clock).flags,
    );
  }

  /** 1 for persons with an event, by person number. */
  present(): Uint8Array {
    const { base, ageOfPerson } = this.extract;
    return this.kept.of('present', 0, () => {
      const present = new Uint8Array(ageOfPerson.length);
      for (let i = 0; i < base.person.length; i++) present[base.person[i] ?? 0] = 1;
      return present;
    });
  }
}
