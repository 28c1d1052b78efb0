import { expect, it } from 'vitest';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import { productNames as products } from '../../shared/products/product.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { openReview } from '../support/open-review.ts';

const timeLimit = 60_000;
const demo = { kind: 'demo', preset: 'town', persons: 2000, days: 2, seed: 7 } as const;
const policy = builtInPolicies.demo;
const working = { signal: new AbortController().signal, onProgress: () => undefined };
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

it(
  'tells the groups of a table with noise alike in the report, the histogram, the figures and the tally',
  async () => {
    const open = openReview(await startEngine());
    const sources = { events: demo, cells: demo, persons: demo, objections: demo, zones: demo };
    const { firstDay, lastDay } = await open.loadSources(sources, { zones: { kind: 'polygons' } });
    const recipe: Recipe = {
      ...presets['differential-privacy'],
      period: { from: firstDay, to: lastDay },
      timeZone: 'UTC',
      products: [...products],
      totals: true,
      byGender: true,
    };
    const counted = products.map((product) => open.review.view({ recipe, policy, product, bin: 'total' }));
    const report = await open.review.protect({ recipe, policy }, working);
    expect(report.tables.map(({ product }) => product)).toEqual([...products]);
    report.tables.forEach(({ product, groups, published, primary, utility }, i) => {
      const { histogram, summary, tally, protection } = open.review.view({
        recipe,
        policy,
        product,
        bin: 'total',
      });
      expect(protection).toBe('whole');
      expect(groups, `${product}: nobody is counted anew`).toBe(counted[i]?.summary.groups);
      expect([summary.groups, summary.published, summary.suppressed]).toEqual([groups, published, primary]);
      expect([tally.groups, tally.primary]).toEqual([groups, primary]);
      expect([sum(histogram.publishedGroups), sum(histogram.suppressedGroups)]).toEqual([published, primary]);
      expect([summary.personBins, summary.personBinsPublished]).toEqual([
        utility.persons,
        utility.personsKept,
      ]);
      expect(tally.publishedEmpty).toBeGreaterThanOrEqual(0);
    });
    expect(sum(report.tables.map(({ primary }) => primary)), 'something must be hidden').toBeGreaterThan(0);
    expect(
      sum(report.tables.map(({ published }) => published)),
      'something must be published',
    ).toBeGreaterThan(0);
    open.close();
  },
  timeLimit,
);
