import { Refusal } from '../base/failure.ts';
import type { OffsetTable } from '../base/time-zone.ts';
import { boundPresences } from '../kernel/bound-presences.ts';
import { catchmentTable } from '../kernel/catchment.ts';
import { countPersons } from '../kernel/count-persons.ts';
import type { Counting } from '../kernel/counting.ts';
import { datedBins, type DatedBins } from '../kernel/dated-bins.ts';
import { dwellTable } from '../kernel/dwell.ts';
import { flowsTable } from '../kernel/flows.ts';
import { footfallTable } from '../kernel/footfall.ts';
import { frequencyTable } from '../kernel/frequency.ts';
import { homesOf } from '../kernel/homes.ts';
import { machineLike } from '../kernel/machine-like.ts';
import { momentsOf } from '../kernel/moments.ts';
import type { Presences } from '../kernel/presences.ts';
import type { Stays } from '../kernel/stays.ts';
import { dwellBandLabels, frequencyBandLabels } from '../products/bands.ts';
import type { GroupTable } from '../products/group-table.ts';
import { indexed } from '../products/indexed-table.ts';
import { breakDown, type Breakdown } from '../products/person-classes.ts';
import type { Product } from '../products/product.ts';
import { timeBins } from '../products/time-bins.ts';
import type { Recipe, TimeBin } from '../recipe/recipe.ts';
import { groupsBySize } from '../risk/histogram.ts';
import type { CountedTable } from './counted-table.ts';
import type { ExtractInMemory } from './extract-in-memory.ts';
import { inRelease, type InRelease } from './in-release.ts';
import { Kept } from './kept.ts';
import { daysOf, periodIn, span, type Days } from './period.ts';
import { placedBy, type Placed } from './placed.ts';
import { momentsByLevel, presencesIn, staysByLevel } from './rows-of-extract.ts';

/** Most groups a footfall table may make: their counts take 800 MB. */
const mostGroups = 200_000_000;
const additive = ['band', 'home', 'age', 'gender'] as const;

/** Counts an extract by recipes, keeping the last results of each step so that only what changed is done again. */
export class Counter {
  private readonly extract: ExtractInMemory;
  private readonly kept = new Kept();

  constructor(extract: ExtractInMemory) {
    this.extract = extract;
  }

  place({ zones, levels, sensitivePlaces }: Pick<Recipe, 'zones' | 'levels' | 'sensitivePlaces'>): Placed {
    const { categories, radiusMetres } = sensitivePlaces;
    const key = [zones, levels, categories.length > 0 && sensitivePlaces];
    return this.kept.of('place', key, () =>
      placedBy(this.extract, { zones, levels, sensitivePlaces: { categories, radiusMetres } }),
    );
  }

  /** Local days of the extract in a time zone, with its clock. */
  days(timeZone: string): Days & { readonly clock: OffsetTable } {
    return this.kept.of('days', timeZone, () => daysOf(this.extract.base.second, timeZone));
  }

  /** Who counts, by the recipe's aim, breakdown and view of machines. */
  people(recipe: Recipe): InRelease & { readonly breakdown: Breakdown } {
    const { ageBreaks, byGender, missingCategory, aim, timeZone } = recipe;
    return this.kept.of(
      'people',
      [ageBreaks, byGender, missingCategory, aim, recipe.machineLike, timeZone],
      () => {
        const breakdown = breakDown(recipe, this.extract.ageOfPerson, this.extract.genderOfPerson);
        const isMachine =
          recipe.machineLike === 'exclude'
            ? this.machines(timeZone)
            : new Uint8Array(breakdown.classOfPerson.length);
        return {
          breakdown,
          ...inRelease(this.extract, recipe, breakdown, { isMachine, isPresent: this.present() }),
        };
      },
    );
  }

  /** Presences by events or stays, in the zones of all levels. */
  presences(recipe: Recipe): Presences {
    const stays = recipe.presence === 'stays' ? this.stays(recipe) : undefined;
    return this.kept.of('presences', [this.placeKey(recipe), stays && stayKey(recipe)], () =>
      presencesIn(this.extract, this.place(recipe), stays),
    );
  }

  /** One product of the recipe over its period, or over all days of the extract. */
  count(product: Product, recipe: Recipe, whole = false): CountedTable {
    const all = this.days(recipe.timeZone);
    const days = whole ? { firstDay: all.firstDay, lastDay: all.lastDay } : periodIn(all, recipe);
    return this.kept.of(`count ${product}`, this.countKey(product, recipe, days), () =>
      this.countDays(product, recipe, days),
    );
  }

  private countDays(product: Product, recipe: Recipe, days: Days): CountedTable {
    const { clock } = this.days(recipe.timeZone);
    const placed = this.place(recipe);
    const { breakdown, classOfPerson } = this.people(recipe);
    const bins = (timeBin: TimeBin): DatedBins =>
      datedBins(timeBins(timeBin, clock, ...span(clock, days)), clock);
    const dated =
      product === 'footfall'
        ? bins(recipe.timeBin)
        : product === 'dwell' || product === 'flows'
          ? bins('daypart')
          : undefined;
    const counting = this.counting(recipe, breakdown, classOfPerson);
    const table = indexed(this.groups({ product, recipe, placed, dated, bins, counting }));
    return {
      table,
      placed,
      breakdown,
      zone: clock,
      bins: dated ?? { starts: new Int32Array(), seconds: new Int32Array() },
      bands: bandsOf(product, recipe),
      groupsOfSize: groupsBySize(table.contributors),
      ...days,
    };
  }

  private groups({ product, recipe, placed, dated, bins, counting }: GroupsOrder): GroupTable {
    const zones = placed.shapes.length;
    const dayparts = dated ?? bins('daypart');
    switch (product) {
      case 'footfall':
        return this.footfall(recipe, zones, dayparts, counting);
      case 'dwell':
        return merged(
          this.stays(recipe).map((stays) =>
            dwellTable(stays, { zones, dayparts, breaks: recipe.dwellBreaks }, counting),
          ),
        );
      case 'flows':
        return merged(
          this.stays(recipe).map((stays) =>
            flowsTable(stays, { zones, dayparts, maximumTripMinutes: recipe.maximumTripMinutes }, counting),
          ),
        );
      case 'frequency':
        return merged(
          this.visits(recipe).map((stays) =>
            frequencyTable(stays, { zones, days: bins('day'), breaks: recipe.frequencyBreaks }, counting),
          ),
        );
      case 'catchment':
        return merged(
          this.visits(recipe).map((stays, level) => {
            const homeOfPerson = this.homes(recipe, level);
            return catchmentTable(stays, { zones, days: bins('day'), homes: zones, homeOfPerson }, counting);
          }),
        );
    }
  }

  private footfall(recipe: Recipe, zones: number, bins: DatedBins, counting: Counting): GroupTable {
    const { people, bound, totals } = counting;
    const classes = people.ages * people.genders;
    checkSize(zones * bins.starts.length * classes);
    const all = this.presences(recipe);
    const presences = bound ? boundPresences(all, bins, bound) : all;
    const { firstSlot, binOfSlot, starts } = bins;
    const slotBins = { firstSlot, binOfSlot, bins: starts.length };
    const counts = countPersons(presences, slotBins, { classOfPerson: people.classOfPerson, classes });
    return footfallTable({ presences, slotBins, counts }, people, totals);
  }

  private counting(recipe: Recipe, { ages, genders }: Breakdown, classOfPerson: Int32Array): Counting {
    const { maximumGroupsPerPersonDay: groupsPerDay, totals } = recipe;
    const { holderOfPerson, tieOfPerson } = this.extract;
    return {
      people: {
        classOfPerson,
        ages: Math.max(1, ages.length),
        genders: Math.max(1, genders.length),
        holderOfPerson,
      },
      totals: totals ? additive : [],
      bound: groupsPerDay === null ? undefined : { groupsPerDay, tieOfPerson },
    };
  }

  private stays(recipe: Recipe): readonly Stays[] {
    return this.kept.of('stays', [this.placeKey(recipe), stayKey(recipe)], () =>
      staysByLevel(this.extract, this.place(recipe), recipe, this.days(recipe.timeZone).clock),
    );
  }

  /** What days visited and visited zones are told from: stays, or events alone. */
  private visits(recipe: Recipe): readonly Stays[] {
    if (recipe.presence === 'stays') return this.stays(recipe);
    return this.kept.of('moments', this.placeKey(recipe), () =>
      momentsByLevel(this.extract, this.place(recipe)),
    );
  }

  /** Home of every person in the zones of a level, by the events of the whole extract, before anything is masked. */
  private homes(recipe: Recipe, level: number): Int32Array {
    const { zones, minimumNights, timeZone } = recipe;
    const finest = this.kept.of('homes', [zones, minimumNights, timeZone], () => {
      const { unmaskedZoneOfCell, levels } = this.place(recipe);
      const moments = momentsOf(this.extract.base, unmaskedZoneOfCell);
      const { tieOfPerson } = this.extract;
      const rule = { zones: levels[0]?.size ?? 0, minimumNights, tieOfPerson };
      return homesOf(moments, this.days(timeZone).clock, rule);
    });
    const zoneOfFinest = this.place(recipe).levels[level]?.zoneOfFinest ?? new Int32Array();
    return finest.map((zone) => (zone === -1 ? -1 : (zoneOfFinest[zone] ?? -1)));
  }

  private machines(timeZone: string): Uint8Array {
    const { base, ageOfPerson } = this.extract;
    return this.kept.of(
      'machines',
      timeZone,
      () => machineLike(base, ageOfPerson.length, this.days(timeZone).clock).flags,
    );
  }

  private present(): Uint8Array {
    const { base, ageOfPerson } = this.extract;
    return this.kept.of('present', 0, () => {
      const present = new Uint8Array(ageOfPerson.length);
      for (const person of base.person) present[person] = 1;
      return present;
    });
  }

  private placeKey({ zones, levels, sensitivePlaces }: Recipe): unknown {
    return [zones, levels, sensitivePlaces.categories.length > 0 && sensitivePlaces];
  }

  /** Everything of a recipe that changes what is counted for a product. */
  private countKey(product: Product, recipe: Recipe, days: Days): unknown {
    const { timeZone, ageBreaks, byGender, missingCategory, aim, totals, presence } = recipe;
    const people = [ageBreaks, byGender, missingCategory, aim, recipe.machineLike, totals];
    const own = {
      footfall: [recipe.timeBin, presence],
      dwell: recipe.dwellBreaks,
      frequency: [recipe.frequencyBreaks, presence],
      flows: recipe.maximumTripMinutes,
      catchment: [recipe.minimumNights, presence],
    } as const;
    const bound = recipe.maximumGroupsPerPersonDay;
    return [
      this.placeKey(recipe),
      timeZone,
      days.firstDay,
      days.lastDay,
      people,
      own[product],
      stayKey(recipe),
      bound,
    ];
  }
}

interface GroupsOrder {
  readonly product: Product;
  readonly recipe: Recipe;
  readonly placed: Placed;
  readonly dated: DatedBins | undefined;
  readonly bins: (timeBin: TimeBin) => DatedBins;
  readonly counting: Counting;
}

function stayKey({ maximumGapMinutes, maximumNightGapMinutes }: Recipe): unknown {
  return [maximumGapMinutes, maximumNightGapMinutes];
}

function bandsOf(product: Product, { dwellBreaks, frequencyBreaks }: Recipe): readonly string[] {
  if (product === 'dwell') return dwellBandLabels(dwellBreaks);
  return product === 'frequency' ? frequencyBandLabels(frequencyBreaks) : [];
}

/** Tables of the zones of several levels as one: each has groups in zones of its own. */
function merged(tables: readonly GroupTable[]): GroupTable {
  const [first] = tables;
  if (!first) throw new Error('a recipe has at least one level of zones');
  if (tables.length === 1) return first;
  const rows = tables.flatMap((table) =>
    Array.from(table.at, (at, i) => ({
      at,
      persons: table.persons[i] ?? 0,
      contributors: table.contributors[i] ?? 0,
    })),
  );
  rows.sort((a, b) => a.at - b.at);
  return {
    ...first,
    at: Float64Array.from(rows, ({ at }) => at),
    persons: Int32Array.from(rows, ({ persons }) => persons),
    contributors: Int32Array.from(rows, ({ contributors }) => contributors),
  };
}

function checkSize(groups: number): void {
  if (groups <= mostGroups) return;
  throw new Refusal(
    'too-many-groups',
    `The recipe makes ${groups} groups of zone, time and category; at most ${mostGroups} can be counted. Choose a shorter period, longer time bins or larger zones.`,
    { groups, most: mostGroups },
  );
}
