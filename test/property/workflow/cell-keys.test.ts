import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { GroupTable } from '../../../shared/products/group-table.ts';
import { productNames } from '../../../shared/products/product.ts';
import { noisyCounts } from '../../../shared/protect/cell-key/noisy-counts.ts';
import { recordKeys } from '../../../shared/protect/cell-key/record-keys.ts';
import { presets } from '../../../shared/recipe/presets.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { Counter } from '../../../shared/workflow/counter.ts';
import { knownBytes } from '../../support/known-bytes.ts';
import { extractOf, smallExtracts, type SmallExtract } from '../../support/small-extract.ts';

const persons = 5;
const noise = { maximumNoise: 6, variance: '2.5', smallestFigure: 2 } as const;
const recipe: Recipe = {
  ...presets.conservative,
  products: [...productNames],
  totals: true,
  levels: [1],
  machineLike: 'count',
  minimumNights: 1,
  guarantee: { kind: 'classical', cellKeyNoise: noise },
};
const records = recordKeys(knownBytes(3).take(32), persons + 1);
const cases = fc.record({
  small: smallExtracts(persons, 30),
  presence: fc.constantFrom<'events' | 'stays'>('events', 'stays'),
  timeBin: fc.constantFrom<'hour' | 'day'>('hour', 'day'),
  bound: fc.constantFrom(null, 2),
});

function keyAt({ keys }: Pick<GroupTable, 'keys'>, i: number): bigint {
  return (BigInt(keys?.high[i] ?? 0) << 32n) | BigInt(keys?.low[i] ?? 0);
}

function onlyOf(small: SmallExtract, who: number): SmallExtract {
  return { ...small, events: small.events.filter(({ person }) => person === who) };
}

it('of every group, totals included, are the sums of the keys of its persons, and the same persons have the same noise', () => {
  let together = 0;
  fc.assert(
    fc.property(cases, ({ small, presence, timeBin, bound }) => {
      const byAge = small.ages.some((age) => age >= 0);
      const how = {
        ...recipe,
        presence,
        timeBin,
        maximumGroupsPerPersonDay: bound,
        ageBreaks: byAge ? [18] : [],
      };
      const noiseOf = new Map<string, number>();
      for (const product of productNames) {
        const { table } = new Counter(extractOf(small), knownBytes(3)).count(product, how);
        const members = new Map<number, number[]>();
        for (let who = 0; who <= persons; who++) {
          const alone = new Counter(extractOf(onlyOf(small, who)), knownBytes(3)).count(product, how);
          for (const at of alone.table.at) members.set(at, [...(members.get(at) ?? []), who]);
        }
        const noisy = noisyCounts(table, noise);
        table.at.forEach((at, i) => {
          const who = members.get(at) ?? [];
          expect(table.persons[i]).toBe(who.length);
          const sum = who.reduce((all, one) => all + keyAt({ keys: records }, one), 0n);
          expect(keyAt(table, i)).toBe(sum % 2n ** 64n);
          const moved = (noisy[i] ?? 0) - who.length;
          expect(noiseOf.get(who.join(' ')) ?? moved).toBe(moved);
          noiseOf.set(who.join(' '), moved);
          if (who.length > 1) together++;
        });
      }
    }),
    { seed: 19, numRuns: 40, endOnFailure: true },
  );
  expect(together).toBeGreaterThan(500);
});

it('are not counted where a recipe asks for no noise', () => {
  const [small] = fc.sample(smallExtracts(persons, 30), { seed: 19, numRuns: 1 });
  if (!small) throw new Error('no extract was drawn');
  const plain: Recipe = { ...recipe, guarantee: { kind: 'classical', cellKeyNoise: null } };
  const counter = new Counter(extractOf(small), { take: () => expect.fail('a secret was drawn') });
  for (const product of productNames) expect(counter.count(product, plain).table.keys).toBeUndefined();
});
