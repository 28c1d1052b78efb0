import type { ProtectionReport } from '../../shared/ipc/protection.ts';
import { attackNames, type AttackName } from '../../shared/policy/attack-limits.ts';
import { builtInPolicies } from '../../shared/policy/policy.ts';
import { productNames } from '../../shared/products/product.ts';
import { presets } from '../../shared/recipe/presets.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { startWasmEngine as startEngine } from '../../electron/node/wasm-engine.ts';
import { startThread } from '../../electron/cli/vault/start-thread.ts';
import type { BlockPool } from '../../shared/protect/secondary/sent-block.ts';
import type { Review } from '../../shared/workflow/review.ts';
import { poolOfThread } from '../../shared/workflow/second-thread/pool-of-thread.ts';
import { openReview, type OpenReview } from '../support/open-review.ts';

/** Protecting the city on so many threads, in milliseconds of the clock and of all processors together. */
export interface ProtectTimes {
  readonly threads: number;
  readonly took: number;
  readonly processor: number;
  /** Longest time a view would have had to wait meanwhile. */
  readonly longestStretch: number;
}

/** Milliseconds of working on the city, and what came of it. */
export interface CityTimes {
  readonly count: number;
  /** On one thread, then on two. */
  readonly protect: readonly ProtectTimes[];
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
  const alone = await openCity(undefined);
  const one = await protectTimes(alone.review, 1);
  alone.close();
  const open = await openCity(poolOfThread(startThread));
  const count = timed(() => productNames.forEach((product) => view(open.review, recipe, product)));
  const threshold = timed(() => view(open.review, { ...recipe, minimumPersons: 31 }, 'footfall'));
  const two = await protectTimes(open.review, 2);
  if (JSON.stringify(one.found) !== JSON.stringify(two.found))
    throw new Error('Two threads protected the city differently from one.');
  const attacks = await attackTimes(open.review);
  open.close();
  const { audit, tables } = two.found;
  return {
    attacks,
    count,
    protect: [one.times, two.times],
    threshold,
    groups: tables.reduce((sum, { groups }) => sum + groups, 0),
    exactOrNarrow: audit.exact + audit.narrow,
    notTested: audit.notTested,
  };
}

const breathe = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function openCity(blockPool: BlockPool | undefined): Promise<OpenReview> {
  const open = openReview(await startEngine(), { blockPool, breathe });
  const source = { kind: 'demo', preset: 'city', persons: 100_000, days: 14, seed: 1 } as const;
  const sources = { events: source, cells: source, persons: source, objections: source, zones: source };
  await open.loadSources(sources, { timeZone: 'Europe/Berlin', zones: { kind: 'polygons' } });
  return open;
}

function view(review: Review, asked: Recipe, product: Recipe['products'][number]): unknown {
  return review.view({ recipe: asked, policy, product, bin: 'total' });
}

interface Protecting {
  readonly times: ProtectTimes;
  readonly found: Pick<ProtectionReport, 'audit' | 'tables' | 'identities'>;
}

/** Counted before, so that only protection is timed. */
async function protectTimes(review: Review, threads: number): Promise<Protecting> {
  productNames.forEach((product) => view(review, recipe, product));
  let longestStretch = 0;
  const [started, used] = [performance.now(), process.cpuUsage()];
  let since = started;
  const { audit, tables, identities } = await review.protect(
    { recipe, policy },
    {
      signal: new AbortController().signal,
      onProgress: () => {
        longestStretch = Math.max(longestStretch, performance.now() - since);
        since = performance.now();
      },
    },
  );
  const { user, system } = process.cpuUsage(used);
  const took = performance.now() - started;
  return {
    times: { threads, took, processor: (user + system) / 1000, longestStretch },
    found: { audit, tables, identities },
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
