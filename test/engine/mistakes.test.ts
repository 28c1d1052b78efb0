import { afterAll, describe, expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { columnsOf } from '../../shared/bundle/table-columns.ts';
import type { Candidate } from '../../shared/ipc/candidate.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import { violations } from '../../shared/policy/violations.ts';
import { extrapolated } from '../../shared/protect/extrapolate.ts';
import { productNames } from '../../shared/products/product.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { publishedGroups } from '../support/candidate-groups.ts';
import { openReview, type Files } from '../support/open-review.ts';

const engine = startEngine();
const recipe: Recipe = {
  ...presets.conservative,
  timeZone: 'UTC',
  zones: { kind: 'h3', resolution: 7 },
  timeBin: 'day',
  minimumPersons: 5,
  roundingBase: 1,
};
const here = '51.340,12.370';
const there = '51.540,12.870';
const header = 'person,time,lat,lon';
const opened: (() => void)[] = [];
afterAll(() => opened.forEach((close) => close()));

async function candidateOf(files: Files, changes: Partial<Recipe>): Promise<Candidate> {
  const open = openReview(await engine);
  opened.push(open.close);
  await open.load(files, { zones: recipe.zones });
  return open.candidate({ ...recipe, ...changes }, builtInPolicies.solo);
}

const at = (minute: number): string => new Date(Date.UTC(2026, 4, 4, 10, minute)).toISOString();
const visits = (person: number, count: number, place = here): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${person.toString(16).padStart(16, 'a')},${at(i)},${place}`);
/** Twenty trips to and fro, an hour each, of one person. */
const trips = (person: number): readonly string[] =>
  Array.from({ length: 20 }, (_, i) => {
    const hour = new Date(Date.UTC(2026, 4, 4 + Math.floor(i / 20), i)).toISOString();
    return `${person.toString(16).padStart(16, 'a')},${hour},${i % 2 === 0 ? here : there}`;
  });
const file = (rows: readonly string[]): string => `${[header, ...rows].join('\n')}\n`;

describe('mistakes others shipped', () => {
  it('threshold after extrapolation: one person times 5.13 is not published', () => {
    const one = { contributors: 1, figure: 1, factor: 5.13 };
    expect(extrapolated(one, 5, 1)).toBeUndefined();
    expect(extrapolated({ ...one, contributors: 5, figure: 5 }, 5, 1)).toBe(26);
  });

  it('threshold on events: sixteen events of one person are not published, five persons are', async () => {
    const alone = await candidateOf({ events: file(visits(1, 16)) }, {});
    expect(publishedGroups(alone).size).toBe(0);
    const five = await candidateOf({ events: file([1, 2, 3, 4, 5].flatMap((who) => visits(who, 1))) }, {});
    expect([...publishedGroups(five).values()]).toEqual([5]);
  });

  it('threshold on trips: twenty trips of one person are not published, those of five are', async () => {
    const alone = await candidateOf({ events: file(trips(1)) }, { products: ['flows'] });
    expect(publishedGroups(alone, 'flows').size).toBe(0);
    const five = await candidateOf({ events: file([1, 2, 3, 4, 5].flatMap(trips)) }, { products: ['flows'] });
    expect([...new Set(publishedGroups(five, 'flows').values())]).toEqual([5]);
  });

  it('threshold on the total: of 40 people, 3 of them over 60, the split is not published', async () => {
    const people = Array.from({ length: 40 }, (_, who) => who);
    const persons = people.map((who) => `${who.toString(16).padStart(16, 'a')},${who < 3 ? 70 : 30}`);
    const files = {
      events: file(people.flatMap((who) => visits(who, 1))),
      persons: `person,age\n${persons.join('\n')}\n`,
    };
    const split = await candidateOf(files, { ageBreaks: [60], totals: true });
    expect([...publishedGroups(split)].map(([key, count]) => [key.split('|')[4], count])).toEqual([
      ['all', 40],
    ]);
  });

  it('filter missing on one product: the same threshold acts on all five', async () => {
    const rows = [1, 2, 3, 4].flatMap(trips);
    const candidate = await candidateOf({ events: file(rows) }, { products: [...productNames] });
    for (const product of productNames) expect(publishedGroups(candidate, product).size).toBe(0);
  });

  it('moments beside counts: no table carries a measure but persons, and trips where asked', () => {
    const all = { ...recipe, products: [...productNames], ageBreaks: [60], byGender: true };
    const known = new Set([
      'zone_id',
      'origin_zone_id',
      'destination_zone_id',
      'home_zone_id',
      'start',
      'start_local',
    ]);
    const labels = new Set(['dwell_minutes', 'days_visited', 'age_band', 'gender', 'status']);
    for (const product of productNames) {
      const measures = columnsOf(all, product).filter((name) => !known.has(name) && !labels.has(name));
      expect(measures).toEqual(['persons']);
      const asked = columnsOf({ ...all, trips: true }, product).filter((name) => !labels.has(name));
      expect(asked.filter((name) => !known.has(name))).toEqual(
        product === 'flows' ? ['persons', 'trips'] : ['persons'],
      );
    }
  });

  it('a blank reveals "few people": zero and too few are told apart only where the policy allows it', async () => {
    const shown = { ...recipe, zeroGroups: 'shown' as const };
    expect(violations(shown, builtInPolicies.default).map(({ rule }) => rule)).toEqual(['zero-groups']);
    expect(violations(shown, builtInPolicies.demo)).toEqual([]);
    const listed = await candidateOf(
      { events: file([...visits(1, 1), ...[1, 2, 3, 4, 5].flatMap((who) => visits(who, 1, there))]) },
      { suppressedGroups: 'list', products: ['footfall'] },
    );
    expect(new Set(listed.tables[0]?.status)).not.toContain(2);
  });

  it('missing metadata: an age nobody states, or a person left out, fails closed', async () => {
    const events = file(visits(1, 1));
    await expect(candidateOf({ events }, { ageBreaks: [60] })).rejects.toThrow(/states no age/);
    await expect(
      candidateOf({ events }, { sensitivePlaces: { categories: ['hospital'], radiusMetres: 100 } }),
    ).rejects.toThrow(/no file of places/);
  });
});
