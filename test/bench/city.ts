import { attackNames, type AttackName } from '../../shared/policy/attack-limits.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import { productNames } from '../../shared/products/product.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { startEngine } from '../../electron/cli/vault/start-engine.ts';
import type { Review } from '../../shared/workflow/review.ts';
import { openReview } from '../support/open-review.ts';

/** Milliseconds of protecting the city, and what came of it. */
export interface CityTimes {
  readonly count: number;
  readonly protect: number;
  /** Longest time a view would have had to wait while protection ran. */
  readonly longestStretch: number;
  /** A changed threshold to the new picture, before hidden groups that protect others follow. */
  readonly threshold: number;
  readonly groups: number;
  readonly exactOrNarrow: number;
  readonly notTested: number;
  /** Milliseconds of each attack on it. */
  readonly attacks: readonly {
    readonly attack: AttackName;
    readonly took: number;
    readonly outcome: string;
  }[];
}

const recipe: Recipe = {
  ...presets.conservative,
  products: [...productNames],
  totals: true,
  ageBreaks: [18, 25, 35, 45, 55, 65, 75],
  byGender: true,
};
const policy = builtInPolicies.demo;

/** 100,000 people, 14 days, 60 zones, hourly, age by gender with totals, all five products. */
export async function cityTimes(): Promise<CityTimes> {
  const open = openReview(await startEngine());
  const source = { kind: 'demo', preset: 'city', persons: 100_000, days: 14, seed: 1 } as const;
  const sources = { events: source, cells: source, persons: source, objections: source, zones: source };
  await open.loadSources(sources, { timeZone: 'Europe/Berlin', zones: { kind: 'polygons' } });
  const view = (asked: Recipe, product: Recipe['products'][number]): unknown =>
    open.review.view({ recipe: asked, policy, product, bin: 'total' });
  const count = timed(() => productNames.forEach((product) => view(recipe, product)));
  const threshold = timed(() => view({ ...recipe, minimumPersons: 31 }, 'footfall'));
  let longestStretch = 0;
  const started = performance.now();
  let since = started;
  const { audit, tables } = await open.review.protect(
    { recipe, policy },
    {
      signal: new AbortController().signal,
      onProgress: () => {
        longestStretch = Math.max(longestStretch, performance.now() - since);
        since = performance.now();
      },
    },
  );
  const protect = performance.now() - started;
  const attacks = await attackTimes(open.review);
  open.close();
  return {
    attacks,
    count,
    protect,
    longestStretch,
    threshold,
    groups: tables.reduce((sum, { groups }) => sum + groups, 0),
    exactOrNarrow: audit.exact + audit.narrow,
    notTested: audit.notTested,
  };
}

async function attackTimes(review: Review): Promise<CityTimes['attacks']> {
  const working = { signal: new AbortController().signal, onProgress: () => undefined };
  const times: CityTimes['attacks'][number][] = [];
  for (const attack of attackNames) {
    const from = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- one attack after the other, as in the window
    const [report] = await review.attack({ recipe, policy, attacks: [attack] }, working);
    times.push({ attack, took: performance.now() - from, outcome: report?.outcome ?? 'notTested' });
  }
  return times;
}

function timed(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}
