import { daysFromIso } from '../base/calendar.ts';
import { Refusal } from '../base/failure.ts';
import { offsetAt, offsetTable, utcFromLocal, type OffsetTable } from '../base/time-zone.ts';
import { assignH3 } from '../geo/assign-h3.ts';
import { assignPolygons } from '../geo/assign-polygons.ts';
import type { ZoneAssignment } from '../geo/zone-shape.ts';
import { countPersons } from '../kernel/count-persons.ts';
import { presencesOf, type Presences } from '../kernel/presences.ts';
import { breakDown, type Breakdown } from '../products/person-classes.ts';
import { slotSeconds, timeBins, type TimeBins } from '../products/time-bins.ts';
import type { Recipe, ZoneSource } from '../recipe/recipe.ts';
import { groupsBySize } from '../risk/histogram.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';

/** Zones of a recipe and the presences in them. */
export interface Placed extends ZoneAssignment {
  readonly presences: Presences;
}

/** Distinct persons per zone, bin and class, with all that the counts are about. */
export interface Counted {
  readonly placed: Placed;
  readonly bins: TimeBins;
  readonly breakdown: Breakdown;
  readonly zone: OffsetTable;
  readonly counts: Int32Array;
  readonly groupsOfSize: Int32Array;
  /** Local days counted, both included. */
  readonly firstDay: number;
  readonly lastDay: number;
}

/** Most groups a recipe may make: their counts take 800 MB. */
const mostGroups = 200_000_000;

/** Counts an extract by recipes, keeping the last result of each step so that only what changed is done again. */
export class Counter {
  private readonly extract: ExtractInMemory;
  private readonly kept = new Map<string, { readonly key: string; readonly value: unknown }>();

  constructor(extract: ExtractInMemory) {
    this.extract = extract;
  }

  place(zones: ZoneSource): Placed {
    return this.keep('place', JSON.stringify(zones), () => {
      const { polygons, latitude, longitude, base } = this.extract;
      if (zones.kind === 'polygons' && polygons.length === 0)
        throw new Refusal(
          'no-polygons',
          'The recipe asks for polygon zones, but no zone file was opened: open one or use the H3 grid.',
        );
      const assignment =
        zones.kind === 'polygons'
          ? assignPolygons(polygons, latitude, longitude)
          : assignH3(zones.resolution, latitude, longitude);
      return {
        ...assignment,
        presences: presencesOf(base, assignment.zoneOfCell, assignment.shapes.length, slotSeconds),
      };
    });
  }

  /** First and last local day of the extract in a time zone, as days since 1970. */
  days(timeZone: string): { readonly zone: OffsetTable; readonly first: number; readonly last: number } {
    return this.keep('days', timeZone, () => {
      const { second } = this.extract.base;
      let low = Infinity;
      let high = -Infinity;
      for (const value of second) {
        if (value < low) low = value;
        if (value > high) high = value;
      }
      const zone = offsetTable(timeZone, low - 3 * 86_400, high + 3 * 86_400);
      const day = (utc: number): number => Math.floor((utc + offsetAt(zone, utc)) / 86_400);
      return { zone, first: day(low), last: day(high) };
    });
  }

  count(recipe: Recipe): Counted {
    const days = this.periodOf(recipe);
    const { first, last } = this.days(recipe.timeZone);
    return days.firstDay === first && days.lastDay === last
      ? this.countWhole(recipe)
      : this.keep('part', countKey(recipe, days), () => this.countDays(recipe, days));
  }

  /** The same over all days of the extract, whatever the recipe's period. */
  countWhole(recipe: Recipe): Counted {
    const { first, last } = this.days(recipe.timeZone);
    const days = { firstDay: first, lastDay: last };
    return this.keep('whole', countKey(recipe, days), () => this.countDays(recipe, days));
  }

  private periodOf({ timeZone, period }: Recipe): Days {
    const { first, last } = this.days(timeZone);
    const firstDay = Math.max(first, dayOf(period?.from) ?? first);
    const lastDay = Math.min(last, dayOf(period?.to) ?? last);
    if (firstDay <= lastDay) return { firstDay, lastDay };
    throw new Refusal(
      'period-outside',
      'The period of the recipe lies outside the extract: choose days that it covers.',
    );
  }

  private countDays(recipe: Recipe, { firstDay, lastDay }: Days): Counted {
    const { zones, timeZone, timeBin } = recipe;
    const placed = this.place(zones);
    const { zone } = this.days(timeZone);
    const bins = timeBins(
      timeBin,
      zone,
      utcFromLocal(zone, firstDay * 86_400),
      utcFromLocal(zone, (lastDay + 1) * 86_400),
    );
    const breakdown = breakDown(recipe, this.extract.ageOfPerson, this.extract.genderOfPerson);
    const { binOfSlot, firstSlot, starts } = bins;
    checkSize(placed.shapes.length * starts.length * breakdown.classes.length);
    const counts = countPersons(
      placed.presences,
      { firstSlot, binOfSlot, bins: starts.length },
      { classOfPerson: breakdown.classOfPerson, classes: breakdown.classes.length },
    );
    return { placed, bins, breakdown, zone, counts, groupsOfSize: groupsBySize(counts), firstDay, lastDay };
  }

  private keep<T>(step: string, key: string, make: () => T): T {
    const known = this.kept.get(step);
    if (known?.key === key) return known.value as T;
    const value = make();
    this.kept.set(step, { key, value });
    return value;
  }
}

interface Days {
  readonly firstDay: number;
  readonly lastDay: number;
}

function countKey(recipe: Recipe, { firstDay, lastDay }: Days): string {
  const { zones, timeZone, timeBin, ageBreaks, byGender, missingCategory } = recipe;
  return JSON.stringify([zones, timeZone, timeBin, firstDay, lastDay, ageBreaks, byGender, missingCategory]);
}

function checkSize(groups: number): void {
  if (groups <= mostGroups) return;
  throw new Refusal(
    'too-many-groups',
    `The recipe makes ${groups} groups of zone, time and category; at most ${mostGroups} can be counted. Choose a shorter period, longer time bins or larger zones.`,
    { groups, most: mostGroups },
  );
}

function dayOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const day = daysFromIso(text);
  if (day === undefined) throw new Refusal('no-such-day', `There is no day ${text}.`, { day: text });
  return day;
}
