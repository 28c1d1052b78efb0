import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../shared/attacks/random.ts';
import { ExtractRisk } from '../../../shared/ipc/extract-risk.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Progress } from '../../../shared/ipc/vault-contract.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { Counter } from '../../../shared/workflow/counter.ts';
import { ExtractRisks } from '../../../shared/workflow/extract-risk.ts';
import { extractOf, smallStart, type SmallEvent } from '../../support/small-extract.ts';

const persons = 40;
const recipe: Recipe = presets.conservative;

/** Up to six events of each person, over three local days of which the second has 25 hours. */
function people(): readonly SmallEvent[] {
  const random = seededRandom('people', 'extract risk');
  return Array.from({ length: persons }, (_, person) =>
    Array.from({ length: 3 + random.below(4) }, () => ({
      person,
      after: 900 * random.below(73 * 4),
      cell: random.below(6),
    })),
  ).flat();
}

const events = people();
const extract = extractOf({
  ages: Array.from({ length: persons }, () => 40),
  genders: Array.from({ length: persons }, () => 0),
  holders: undefined,
  events,
});

let clock = 0;
const ports = {
  breathe: async () => Promise.resolve(),
  /** Every look at the clock is far from the one before, so that every step is a pause. */
  now: () => (clock += 1000),
};

function bench(): ExtractRisks {
  const counter = new Counter(extract, { take: () => new Uint8Array() });
  return new ExtractRisks(extract, counter, ports);
}

const quiet = { signal: new AbortController().signal, onProgress: () => undefined };
const report = await bench().report(recipe, quiet);

/** Zones as `extractOf` draws them: four squares, cell 4 stands in the first, cell 5 in none; two squares make a coarser zone. */
const zoneOf = (cell: number): string => (cell === 5 ? 'outside' : `z${cell % 4}`);
const placeOf: readonly ((cell: number) => string)[] = [
  (cell) => `${cell}`,
  zoneOf,
  (cell) => (cell === 5 ? 'outside' : cell % 4 < 2 ? 'west' : 'east'),
];

const berlin = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  day: '2-digit',
  hour: '2-digit',
  hourCycle: 'h23',
});
/** Local day and hour as the platform writes them: `25, 02`. */
function timeOf(after: number, minutes: number): string {
  if (minutes === 15) return `${Math.floor(after / 900)}`;
  const [day = '', hour = ''] = berlin.format(new Date((smallStart + after) * 1000)).split(', ');
  if (minutes === 1440) return day;
  return `${day} ${Math.floor(Number(hour) / (minutes / 60))}`;
}

const everybody = Array.from({ length: persons + 1 }, (_, person) =>
  person < persons
    ? events.filter((event) => event.person === person)
    : [0, 73 * 3600 - 1].map((after) => ({ person, after, cell: 5 })),
);

/** What somebody left, as texts, each once. */
function traces(place: number, minutes: number): readonly ReadonlySet<string>[] {
  return everybody.map(
    (own) => new Set(own.map(({ cell, after }) => `${placeOf[place]?.(cell)} at ${timeOf(after, minutes)}`)),
  );
}

function subsets<T>(things: readonly T[], length: number): readonly (readonly T[])[] {
  if (length === 0) return [[]];
  return things.flatMap((thing, i) =>
    subsets(things.slice(i + 1), length - 1).map((rest) => [thing, ...rest]),
  );
}

/** The fewest that share so many things of somebody, by trying all. */
function fewest(all: readonly ReadonlySet<string>[], known: number): readonly number[] {
  return all.map((own) =>
    Math.min(
      ...subsets([...own], Math.min(known, own.size)).map(
        (things) => all.filter((other) => things.every((thing) => other.has(thing))).length,
      ),
    ),
  );
}

const share = (numbers: readonly number[], limit: number): number =>
  numbers.filter((number) => number < limit).length / numbers.length;

describe('what losing an extract would mean', () => {
  it('finds alone whom a plain search finds alone by all of their moments, at every resolution', () => {
    const { places, minutes, surface } = report.unicity;
    expect(places).toEqual([
      { kind: 'cell', step: 0, places: 6 },
      { kind: 'zone', step: 0, places: 5 },
      { kind: 'coarser', step: 1, places: 3 },
    ]);
    expect(minutes).toEqual([15, 60, 240, 1440]);
    expect(surface).toHaveLength(12);
    for (const { place, time, shares } of surface) {
      const all = traces(place, minutes[time] ?? 0);
      const alone = fewest(all, 6).filter((number) => number === 1).length;
      expect([place, time, shares[5]?.cases]).toEqual([place, time, alone]);
    }
    const last = surface.map(({ shares }) => shares[5]?.cases);
    expect(last[0]).toBe(persons + 1);
    expect(last[11]).toBeLessThan(persons / 2);
  });

  it('measures the slope from the surface it shows', () => {
    const { surface, slopes, places } = report.unicity;
    const at = surface.flatMap(({ place, time, shares }) => {
      const y = shares[5]?.share ?? 0;
      const merged = (6 / (places[place]?.places ?? 1)) * ([1, 4, 16, 96][time] ?? 1);
      return y > 0 ? [{ x: Math.log(merged), y: Math.log(y) }] : [];
    });
    const mean = (of: (point: { x: number; y: number }) => number) =>
      at.reduce((sum, point) => sum + of(point), 0) / at.length;
    const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
    const slope = mean((p) => (p.x - x) * (p.y - y)) / mean((p) => (p.x - x) ** 2);
    expect(slopes[5]?.known).toBe(6);
    expect(slopes[5]?.slope).toBeCloseTo(slope, 10);
    expect(slope).toBeLessThan(0);
  });

  it('finds how many share the worst moments by the hour, like a plain search', () => {
    const all = traces(0, 60);
    for (const { known, least, twentieth, median, persons: of, subsetsSampled } of report.anonymity) {
      const sorted = fewest(all, known).toSorted((a, b) => a - b);
      const at = (part: number) => sorted[Math.floor(part * persons)];
      expect([least, twentieth, median]).toEqual([at(0), at(0.05), at(0.5)]);
      expect([of, subsetsSampled]).toEqual([persons + 1, false]);
    }
    expect(report.anonymity.map(({ known }) => known)).toEqual([1, 2, 4]);
  });

  it.each([2, 3])('tries knowledge of places and of places with hours like a plain search: %i', (known) => {
    const cells = everybody.map((own) => new Set(own.map(({ cell }) => `${cell}`)));
    for (const [kind, all] of [
      ['time', traces(0, 60)],
      ['uniqueLocation', cells],
    ] as const) {
      const found = report.adversaries.find((one) => one.kind === kind && one.known === known);
      const numbers = fewest(all, known);
      expect([found?.atOne, found?.atLeastHalf, found?.aboveFifth]).toEqual(
        [2, 3, 5].map((limit) => share(numbers, limit)),
      );
    }
  });

  it('tries all eight, home and work once, on everybody where they are few', () => {
    expect(report.adversaries).toHaveLength(15);
    expect(new Set(report.adversaries.map(({ kind }) => kind)).size).toBe(8);
    expect(report.adversaries.every((one) => one.persons === persons + 1 && !one.personsSampled)).toBe(true);
    expect([report.persons, report.days]).toEqual([persons + 1, 3]);
    expect(ExtractRisk.parse(structuredClone(report))).toEqual(report);
  });
});

describe('the measurement', () => {
  it('is kept for its zones and made again for others', async () => {
    const risks = bench();
    const first = await risks.report(recipe, quiet);
    expect(await risks.report({ ...recipe, minimumPersons: 5, ageBreaks: [30] }, quiet)).toBe(first);
    const grid = await risks.report({ ...recipe, zones: { kind: 'h3', resolution: 1 } }, quiet);
    expect(grid.unicity.places.map(({ kind }) => kind)).toEqual(['cell', 'zone', 'coarser']);
    expect(await risks.report(recipe, quiet)).toBe(first);
  });

  it('takes four neighbouring zones together where there is nothing coarser', async () => {
    const { unicity } = await bench().report({ ...recipe, zones: { kind: 'h3', resolution: 0 } }, quiet);
    expect(unicity.places.map(({ kind }) => kind)).toEqual(['cell', 'zone', 'fours']);
  });

  it('is the same each time', async () => {
    const { workMilliseconds: _, ...again } = await bench().report(recipe, quiet);
    expect(report).toMatchObject(again);
  });

  it('tells how far the whole is, and never goes back', async () => {
    const seen: Progress[] = [];
    await bench().report(recipe, { ...quiet, onProgress: (progress) => seen.push(progress) });
    const done = seen.map((progress) => ('total' in progress ? progress.done / progress.total : NaN));
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect(done.at(-1)).toBeGreaterThan(0.9);
    const parts = seen.map((progress) => (progress.stage === 'measuring' ? progress.part : ''));
    expect([...new Set(parts)]).toEqual(['unicity', 'anonymity', 'adversaries']);
  });

  it('ends when it is called off, and keeps nothing', async () => {
    const risks = bench();
    const abort = new AbortController();
    const stop = { signal: abort.signal, onProgress: () => abort.abort(new Error('called off')) };
    await expect(risks.report(recipe, stop)).rejects.toThrow('called off');
    let told = 0;
    await risks.report(recipe, { ...quiet, onProgress: () => (told += 1) });
    expect(told).toBeGreaterThan(3);
  });
});
