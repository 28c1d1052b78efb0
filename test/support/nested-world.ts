import type { Released } from '../../shared/ledger/released.ts';
import type { TableRow } from '../../shared/products/table-row.ts';
import { ageBandLabels, genders, unknownCategory } from '../../shared/recipe/age-bands.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { exactRecipe, releaseWith, squareAt, squares } from './small-release.ts';

/** A person of a small world: where and when they were seen; an age or gender may be unknown. */
export interface Seen {
  readonly age: number | undefined;
  readonly gender: string;
  /** `zone hour`. */
  readonly visits: ReadonlySet<string>;
}

/** A published row and whom it is about, place by place: what a reader knows of it. */
export interface TruthRow {
  readonly row: Omit<TableRow, 'status'>;
  readonly atoms: ReadonlySet<string>;
}

const hours = [10, 11, 12] as const;
const finest = ['a', 'b', 'c'] as const;
const zones = [...squares(finest), { zoneId: 'town', level: 1, polygons: [squareAt(0), squareAt(1)] }];
const inZone: Readonly<Record<string, readonly string[]>> = {
  a: ['a'],
  b: ['b'],
  c: ['c'],
  town: ['a', 'b', 'rest'],
};

/** Numbers from 0 to below 1 that a seed decides. */
export function drawing(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `size` people who each were in one to three zones and hours. */
export function smallWorld(size: number, draw: () => number): readonly Seen[] {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(draw() * list.length)];
  return Array.from({ length: size }, () => ({
    age: draw() < 0.1 ? undefined : Math.floor(draw() * 80),
    gender: draw() < 0.1 ? unknownCategory : (pick(genders.slice(0, 2)) ?? ''),
    visits: new Set(
      Array.from({ length: 1 + Math.floor(draw() * 3) }, () => `${pick(finest)} ${pick(hours)}`),
    ),
  }));
}

/** A recipe of a small world: bins, ages, genders and levels by chance. */
export function smallWorldRecipe(draw: () => number): Partial<Recipe> {
  const ageBreaks = [[], [18], [30], [18, 30], [25, 60]][Math.floor(draw() * 5)] ?? [];
  return {
    timeBin: draw() < 0.5 ? 'hour' : 'day',
    ageBreaks,
    byGender: draw() < 0.5,
    totals: draw() < 0.7,
    levels: draw() < 0.4 ? [1] : [],
    missingCategory: draw() < 0.8 ? 'own' : 'drop',
  };
}

/** What a recipe publishes of a world where nothing but the threshold protects, with whom each row is about. */
export function publishedRows(world: readonly Seen[], change: Partial<Recipe>): readonly TruthRow[] {
  const recipe = { ...exactRecipe, ...change };
  const rows = parts(recipe).map(({ zone, bin, age, gender }): TruthRow => {
    const atoms = new Set<string>();
    for (const place of inZone[zone] ?? [])
      for (const hour of bin.hours)
        for (const one of age.ages)
          for (const sex of gender.genders) atoms.add(`${place} ${hour} ${one} ${sex}`);
    const counted = world.filter(
      (person) =>
        age.ages.includes(person.age ?? -1) &&
        gender.genders.includes(person.gender) &&
        (inZone[zone] ?? []).some((place) => bin.hours.some((hour) => person.visits.has(`${place} ${hour}`))),
    );
    const row = {
      zoneId: zone,
      start: bin.start,
      startLocal: bin.start,
      ...(age.label !== undefined && { ageBand: age.label }),
      ...(gender.label !== undefined && { gender: gender.label }),
      persons: counted.length,
    };
    return { row, atoms };
  });
  return rows.filter(({ row }) => (row.persons ?? 0) >= recipe.minimumPersons);
}

/** Those rows as a release. */
export function releaseOfRows(change: Partial<Recipe>, rows: readonly TruthRow[]): Released {
  const shown = (change.levels ?? []).length > 0 ? zones : zones.slice(0, 3);
  return releaseWith(change, { footfall: rows.map(({ row }) => row) }, shown);
}

interface Part {
  readonly zone: string;
  readonly bin: { readonly start: string; readonly hours: readonly number[] };
  readonly age: { readonly label?: string; readonly ages: readonly number[] };
  readonly gender: { readonly label?: string; readonly genders: readonly string[] };
}

function parts(recipe: Recipe): readonly Part[] {
  const bins =
    recipe.timeBin === 'hour'
      ? hours.map((hour) => ({ start: `2026-05-04T${hour}:00:00Z`, hours: [hour] }))
      : [{ start: '2026-05-03T22:00:00Z', hours: [...hours, 0] }];
  const shown = recipe.levels.length > 0 ? [...finest, 'town'] : finest;
  return shown.flatMap((zone) =>
    bins.flatMap((bin) =>
      agesOf(recipe).flatMap((age) => gendersOf(recipe).map((gender) => ({ zone, bin, age, gender }))),
    ),
  );
}

function agesOf({ ageBreaks, missingCategory, totals }: Recipe): readonly Part['age'][] {
  const all = Array.from({ length: 121 }, (_, i) => i - 1);
  if (ageBreaks.length === 0) return [{ ages: all }];
  const own = missingCategory === 'own';
  const lows = [0, ...ageBreaks];
  return [
    ...ageBandLabels(ageBreaks).map((label, i) => ({
      label,
      ages: all.filter((age) => age >= (lows[i] ?? 0) && age < (lows[i + 1] ?? 120)),
    })),
    ...(own ? [{ label: unknownCategory, ages: [-1] }] : []),
    ...(totals ? [{ label: 'all', ages: own ? all : all.filter((age) => age >= 0) }] : []),
  ];
}

function gendersOf({ byGender, missingCategory, totals }: Recipe): readonly Part['gender'][] {
  if (!byGender) return [{ genders: [...genders] }];
  const known = genders.filter((gender) => missingCategory === 'own' || gender !== unknownCategory);
  return [
    ...known.map((gender) => ({ label: gender, genders: [gender] })),
    ...(totals ? [{ label: 'all', genders: known }] : []),
  ];
}
