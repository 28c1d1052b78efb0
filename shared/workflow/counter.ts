import type { Keys } from '../base/keys.ts';
import { finished, type Steps } from '../base/steps.ts';
import type { OffsetTable } from '../base/time-zone.ts';
import type { AskForHelp } from '../kernel/count-with-help.ts';
import type { Counting } from '../kernel/counting.ts';
import { datedBins, type DatedBins } from '../kernel/dated-bins.ts';
import type { NoteGroups } from '../kernel/group-counter.ts';
import type { Presences } from '../kernel/presences.ts';
import type { RandomBytes } from '../ports/random-bytes.ts';
import { bandLabels } from '../products/bands.ts';
import { indexed } from '../products/indexed-table.ts';
import { breakDown, type Breakdown } from '../products/person-classes.ts';
import type { Product } from '../products/product.ts';
import { timeBins } from '../products/time-bins.ts';
import { drawNoiseSecret, recordKeys } from '../protect/cell-key/record-keys.ts';
import type { Recipe, TimeBin } from '../recipe/recipe.ts';
import { groupsBySize } from '../risk/groups-by-size.ts';
import { countGroups } from './count-groups.ts';
import type { CountedTable } from './counted-table.ts';
import { DerivedRows } from './derived-rows.ts';
import { extrapolationOf, type Extrapolation } from './extrapolation.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';
import { inRelease, type InRelease } from './in-release.ts';
import { Kept } from './kept.ts';
import { clockOver, periodIn, span, type Days } from './period.ts';
import type { Placed } from './placed.ts';
import { countKey, countsTrips, hasCellKeys, peopleKey, restsOnStays } from './recipe-keys.ts';

const additive = ['band', 'home', 'age', 'gender'] as const;

type PeopleOfRecipe = InRelease & { readonly breakdown: Breakdown };

/** Counts an extract by recipes, keeping the last results of each step so that only what changed is done again. */
export class Counter {
  private readonly extract: ExtractInMemory;
  private readonly random: RandomBytes;
  private readonly help: AskForHelp | undefined;
  private readonly rows: DerivedRows;
  private readonly kept = new Kept();
  private recordKeys: Keys | undefined;

  /** `random` gives the secret of cell-key noise, once for the extract, when a recipe first asks for it; `help` asks a second thread. */
  constructor(extract: ExtractInMemory, random: RandomBytes, help?: AskForHelp) {
    this.extract = extract;
    this.random = random;
    this.help = help;
    this.rows = new DerivedRows(extract);
  }

  place(recipe: Pick<Recipe, 'zones' | 'levels' | 'sensitivePlaces'>): Placed {
    return this.rows.place(recipe);
  }

  /** As `place`, with steps on the way. */
  placing(recipe: Pick<Recipe, 'zones' | 'levels' | 'sensitivePlaces'>): Steps<Placed> {
    return this.rows.placing(recipe);
  }

  /** Local days of the extract in a time zone, with its clock. */
  days(timeZone: string): Days & { readonly clock: OffsetTable } {
    return this.rows.days(timeZone);
  }

  /** Presences by events or stays, in the zones of all levels. */
  presences(recipe: Recipe): Presences {
    return finished(this.rows.presences(recipe));
  }

  /** How many presences there are in the zones of all levels, each person once in a zone and slot. */
  presenceCount(recipe: Recipe): number {
    return finished(this.rows.presenceCount(recipe));
  }

  /** Events that presences are told from: all for stays, and for events those that lie in a zone of the recipe. */
  eventsCounted(recipe: Recipe): number {
    if (recipe.presence === 'stays') return this.extract.base.cell.length;
    const { zoneOfCell } = this.place(recipe);
    const events = finished(this.rows.eventsOfCells(recipe.timeZone, this.days(recipe.timeZone)));
    return events.reduce((sum, here, cell) => (zoneOfCell[cell] === -1 ? sum : sum + here), 0);
  }

  /** Events in the period of a recipe at each base cell, by its number. */
  eventsOfCells(recipe: Recipe): Int32Array {
    const { timeZone } = recipe;
    return finished(this.rows.eventsOfCells(timeZone, periodIn(this.days(timeZone), recipe)));
  }

  /** Share of the time of all stays, 0 to 1, that is padded or filled in; undefined where a recipe counts no stays. */
  imputedShare(recipe: Recipe): number | undefined {
    return restsOnStays(recipe) ? finished(this.rows.stays(recipe)).imputedShare : undefined;
  }

  /** Who counts, by the recipe's aim, breakdown and view of machines. */
  people(recipe: Recipe): PeopleOfRecipe {
    return finished(this.findingPeople(recipe));
  }

  /** As `people`, with steps on the way where they are not known yet. */
  private *findingPeople(recipe: Recipe): Steps<PeopleOfRecipe> {
    const isMachine =
      recipe.machineLike === 'exclude'
        ? yield* this.rows.machines(recipe.timeZone)
        : new Uint8Array(this.extract.ageOfPerson.length);
    return this.kept.of('people', peopleKey(recipe), () => {
      const { ageOfPerson, genderOfPerson } = this.extract;
      const breakdown = breakDown(recipe, ageOfPerson, genderOfPerson);
      const isPresent = this.rows.present();
      return { breakdown, ...inRelease(this.extract, recipe, breakdown, { isMachine, isPresent }) };
    });
  }

  /** What one person stands for in the population, by home, age and gender. Refuses what `extrapolationOf` refuses. */
  extrapolation(recipe: Recipe): Extrapolation {
    return extrapolationOf(recipe, {
      placed: this.place(recipe),
      people: this.people(recipe),
      homeOfPerson: finished(this.rows.homes(recipe, 0)),
      population: this.extract.population,
    });
  }

  /** One product of the recipe over its period, or over all days of the extract. */
  count(product: Product, recipe: Recipe, whole = false): CountedTable {
    return finished(this.counting(product, recipe, whole));
  }

  /** As `count`, with steps on the way where it was not counted yet. */
  *counting(product: Product, recipe: Recipe, whole = false): Steps<CountedTable> {
    const all = this.days(recipe.timeZone);
    const days = whole ? { firstDay: all.firstDay, lastDay: all.lastDay } : periodIn(all, recipe);
    return yield* this.kept.inSteps(`count ${product}`, countKey(product, recipe, days), () =>
      this.countDays(product, recipe, days),
    );
  }

  /** All that a view of a product needs and that takes long, in steps: what is asked for afterwards is there. */
  *preparing(product: Product, recipe: Recipe, whole = false): Steps<void> {
    const { timeZone } = recipe;
    yield* this.rows.presenceCount(recipe);
    yield* this.counting(product, recipe);
    if (whole) yield* this.counting(product, recipe, true);
    if (restsOnStays(recipe)) yield* this.rows.stays(recipe);
    if (recipe.presence === 'events') yield* this.rows.eventsOfCells(timeZone, this.days(timeZone));
    yield* this.rows.eventsOfCells(timeZone, periodIn(this.days(timeZone), recipe));
  }

  /** Tells for the persons marked in `isAsked` each group of a product that they are counted in, totals included, by its place. */
  groupsOf(product: Product, recipe: Recipe, isAsked: Uint8Array, note: NoteGroups): void {
    const days = periodIn(this.days(recipe.timeZone), recipe);
    const clock = clockOver(this.days(recipe.timeZone), days);
    const people = this.people(recipe);
    const classOfPerson = people.classOfPerson.map((group, person) => (isAsked[person] === 1 ? group : -1));
    const bins = (timeBin: TimeBin): DatedBins =>
      datedBins(timeBins(timeBin, clock, ...span(clock, days)), clock);
    const counting = { ...this.rulesOf(recipe, { ...people, classOfPerson }), trips: false, note };
    finished(countGroups(product, { recipe, rows: this.rows, bins, counting }));
  }

  private *countDays(product: Product, recipe: Recipe, days: Days): Steps<CountedTable> {
    const clock = clockOver(this.days(recipe.timeZone), days);
    const people = yield* this.findingPeople(recipe);
    const bins = (timeBin: TimeBin): DatedBins =>
      datedBins(timeBins(timeBin, clock, ...span(clock, days)), clock);
    const counting = this.rulesOf(recipe, people);
    const groups = yield* countGroups(product, { recipe, rows: this.rows, bins, counting, help: this.help });
    yield { done: 1, total: 1 };
    const table = indexed(groups);
    const timeBin = product === 'footfall' ? recipe.timeBin : 'daypart';
    return {
      table,
      placed: this.place(recipe),
      breakdown: people.breakdown,
      zone: clock,
      bins: table.part.time ? bins(timeBin) : { starts: new Int32Array(), seconds: new Int32Array() },
      bands: bandLabels(product, recipe),
      groupsOfSize: groupsBySize(table.contributors),
      ...days,
    };
  }

  private rulesOf(recipe: Recipe, { breakdown, classOfPerson }: PeopleOfRecipe): Counting {
    const { maximumGroupsPerPersonDay: groupsPerDay, totals } = recipe;
    const { holderOfPerson, tieOfPerson } = this.extract;
    const ages = Math.max(1, breakdown.ages.length);
    const genders = Math.max(1, breakdown.genders.length);
    return {
      people: { classOfPerson, ages, genders, holderOfPerson },
      totals: totals ? additive : [],
      bound: groupsPerDay === null ? undefined : { groupsPerDay, tieOfPerson },
      recordKeys: hasCellKeys(recipe) ? this.keys() : undefined,
      trips: countsTrips(recipe),
    };
  }

  private keys(): Keys {
    this.recordKeys ??= recordKeys(drawNoiseSecret(this.random), this.extract.ageOfPerson.length);
    return this.recordKeys;
  }
}
