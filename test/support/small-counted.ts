import { offsetTable } from '../../shared/base/time-zone.ts';
import type { Understanding } from '../../shared/extract/understanding.ts';
import type { ProtectionReport } from '../../shared/ipc/protection.ts';
import type { StageTally } from '../../shared/ipc/view.ts';
import { indexed } from '../../shared/products/indexed-table.ts';
import { isPublished } from '../../shared/protect/is-published.ts';
import { roundToBase } from '../../shared/protect/round.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { groupsBySize } from '../../shared/risk/groups-by-size.ts';
import { candidateOf } from '../../shared/workflow/candidate.ts';
import type { Candidate } from '../../shared/ipc/candidate.ts';
import type { CountedTable } from '../../shared/workflow/counted-table.ts';
import type { ProtectedTable } from '../../shared/workflow/protected-table.ts';
import { passedAttacks } from './passed-attacks.ts';

const firstHour = 1_777_888_800;

/** Footfall of 3 zones (`a`, `b`, `c`), 2 hours and 2 genders, in that order: 12 numbers. */
export function smallCounted(raw: readonly number[]): CountedTable {
  const groups = raw.flatMap((persons, at) => (persons > 0 ? [{ at, persons }] : []));
  const persons = Int32Array.from(groups, (group) => group.persons);
  return {
    table: indexed({
      product: 'footfall',
      dimensions: [
        { name: 'zone', size: 3, hasTotal: false },
        { name: 'time', size: 2, hasTotal: false },
        { name: 'age', size: 1, hasTotal: false },
        { name: 'gender', size: 2, hasTotal: false },
      ],
      at: Float64Array.from(groups, ({ at }) => at),
      persons,
      contributors: persons,
    }),
    placed: {
      shapes: ['a', 'b', 'c'].map((zoneId) => ({ zoneId, name: zoneId, polygons: [] })),
      levels: [{ step: 0, first: 0, size: 3, zoneOfFinest: Int32Array.of(0, 1, 2) }],
      zoneOfCell: new Int32Array(0),
      unmaskedZoneOfCell: new Int32Array(0),
      masked: new Uint8Array(0),
    },
    bins: { starts: Int32Array.of(firstHour, firstHour + 3600), seconds: Int32Array.of(3600, 3600) },
    bands: [],
    breakdown: { ages: [], genders: ['female', 'male'], classes: 2, classOfPerson: new Int32Array(0) },
    zone: offsetTable('UTC', firstHour, firstHour + 86_400),
    groupsOfSize: groupsBySize(persons),
    firstDay: 20_577,
    lastDay: 20_578,
  };
}

/** A table after the threshold alone, as it comes out of stage 3 where nothing else has to be hidden. */
export function thresholded(counted: CountedTable, recipe: Recipe): ProtectedTable {
  const { persons, contributors } = counted.table;
  const fates = Uint8Array.from(contributors, (n) => (isPublished(n, recipe.minimumPersons) ? 0 : 1));
  const figures = persons.map((n, i) => (fates[i] === 0 ? roundToBase(n, recipe.roundingBase) : -1));
  return { counted, fates, figures };
}

/** The candidate of `smallCounted` after the threshold alone. */
export function smallCandidate(recipe: Recipe, raw: readonly number[]): Candidate {
  const table = thresholded(smallCounted(raw), recipe);
  return candidateOf({
    recipe,
    understanding: understood,
    tables: [table],
    tally,
    protection,
    attacks: passedAttacks,
  });
}

/** A report of protection in which nothing was left open. */
export const protection: ProtectionReport = {
  tables: [],
  audit: { exact: 0, narrow: 0, safe: 0, notTested: 0, wholeBlocks: 0 },
  identities: [],
  workMilliseconds: 0,
};

/** A tally of nothing. */
export const tally: StageTally = {
  rowsRead: 0,
  rowsUnusable: 0,
  objectors: 0,
  withoutConsent: 0,
  machineLike: 0,
  eventsOutsidePeriod: 0,
  maskedCells: 0,
  eventsMasked: 0,
  eventsOutsideZones: 0,
  personsWithoutCategory: 0,
  groups: 0,
  primary: 0,
  secondary: 0,
};

/** An understanding that says nothing in particular. */
export const understood: Understanding = {
  name: 'events.csv',
  rowsRead: 0,
  rowsKept: 0,
  dropped: {
    ragged: 0,
    badTime: 0,
    missingPerson: 0,
    unknownCell: 0,
    badPosition: 0,
    objection: 0,
    outsideZones: 0,
    duplicate: 0,
  },
  rejects: [],
  persons: 0,
  personsWithAge: 0,
  personsWithGender: 0,
  personsWithConsent: 0,
  severalPseudonyms: 0,
  cellsKnown: 0,
  cellsUsed: 0,
  polygons: 0,
  places: {},
  timeZone: 'UTC',
  firstDay: '2026-05-04',
  lastDay: '2026-05-05',
  eventsPerHour: [],
  objections: { kind: 'none', reason: 'test' },
};
