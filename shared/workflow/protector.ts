import type { GroupRange, ProtectionReport, RangesRequest } from '../ipc/protection.ts';
import type { Policy } from '../policy/policy.ts';
import type { Product } from '../products/product.ts';
import { suppress } from '../protect/secondary/suppress.ts';
import type { Recipe } from '../recipe/recipe.ts';
import { utilityOf } from '../risk/utility.ts';
import type { CountedTable } from './counted-table.ts';
import type { Counter } from './counter.ts';
import { driven } from './driven.ts';
import { estimatesOf, refuseNoise } from './extrapolation.ts';
import { noisyTables } from './noisy-tables.ts';
import { figuresOf } from './figures-of.ts';
import { hiddenRanges } from './hidden-ranges.ts';
import type { ProtectedTable } from './protected-table.ts';
import { releaseOf, ruleOf } from './release-of.ts';
import type { ReviewPorts, Working } from './review-ports.ts';
import { tripsOf } from './trips-of.ts';
import { wholeGroupsIn } from './whole-groups.ts';
import { withUnlisted } from './with-unlisted.ts';

/** Simplex iterations one question to the solver may take. */
const iterationLimit = 20_000;

/** All tables of a recipe after stage 3, and what that took. */
export interface Protected {
  readonly tables: readonly ProtectedTable[];
  readonly report: ProtectionReport;
}

type Ports = Pick<ReviewPorts, 'solver' | 'blockPool' | 'random' | 'breathe' | 'now'>;

/** Protects the tables of recipes, and keeps the last results so that views can show them. */
export class Protector {
  private readonly counter: Counter;
  private readonly ports: Ports;
  private kept: { readonly key: string; readonly result: Protected }[] = [];

  constructor(counter: Counter, ports: Ports) {
    this.counter = counter;
    this.ports = ports;
  }

  /** The protected table of a product, where this recipe was protected before. */
  known(product: Product, recipe: Recipe, policy: Policy): ProtectedTable | undefined {
    const key = keyOf(recipe, policy);
    const found = this.kept.find((one) => one.key === key);
    return found?.result.tables.find(({ counted }) => counted.table.product === product);
  }

  /** Protects for release: under differential privacy the noise is drawn anew, never the one a view showed. */
  async forRelease(recipe: Recipe, policy: Policy, working: Working): Promise<Protected> {
    return recipe.guarantee.kind === 'classical'
      ? this.protect(recipe, policy, working)
      : this.noisy(recipe, working);
  }

  async protect(recipe: Recipe, policy: Policy, working: Working): Promise<Protected> {
    const key = keyOf(recipe, policy);
    const known = this.kept.find((one) => one.key === key);
    if (known) return known.result;
    const result = await (recipe.guarantee.kind === 'classical'
      ? this.classical(recipe, policy, working)
      : this.noisy(recipe, working));
    this.kept = [{ key, result }, ...this.kept].slice(0, 3);
    return result;
  }

  private async classical(recipe: Recipe, policy: Policy, working: Working): Promise<Protected> {
    const { solver: start, blockPool: pool, now } = this.ports;
    const began = now();
    const extrapolation = recipe.extrapolate ? this.counter.extrapolation(recipe) : undefined;
    const solver = await start();
    const counted = await this.counted(recipe, working);
    const figures = await this.each(counted, working, ({ table }) => figuresOf(table, recipe));
    const release = releaseOf(recipe, counted);
    const work = suppress(release, ruleOf(recipe, policy), { solver, iterationLimit, pool });
    const { states, emptyHidden, audit } = await driven(work, working, this.ports);
    const tables = await this.each(counted, working, (one, i) => {
      const fates = states[i] ?? new Uint8Array(one.table.at.length).fill(1);
      const empty = emptyHidden[i];
      const hidden = {
        counted: one,
        fates,
        figures: shown(figures[i], fates),
        ...(empty && { emptyHidden: empty }),
      };
      const trips = tripsOf(hidden, recipe, policy);
      return {
        ...hidden,
        ...(extrapolation && { estimates: estimatesOf(hidden, recipe, extrapolation.factors) }),
        ...(trips && { trips }),
      };
    });
    const { exact, narrow, safe, notTested, wholeBlocks } = audit;
    const { wholeGroupSlack: slack } = policy;
    const report = {
      tables: await this.each(tables, working, (table) => ({
        ...tableReport(table),
        ...(slack !== null && { wholeGroups: wholeGroupsIn(table, slack) }),
      })),
      audit: { exact, narrow, safe, notTested, wholeBlocks },
      identities: audit.identities.map(({ name, count }) => ({ name, count })),
      ...(extrapolation && { extrapolation: extrapolation.report }),
      workMilliseconds: now() - began,
    };
    return { tables, report };
  }

  private async counted(recipe: Recipe, working: Working): Promise<readonly CountedTable[]> {
    const quietly = { ...working, onProgress: () => undefined };
    const counted: CountedTable[] = [];
    for (const product of recipe.products)
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      counted.push(await driven(this.counter.counting(product, recipe), quietly, this.ports));
    return counted;
  }

  /** Works on one table after the other, with a pause after each; stops there when called off. */
  private async each<T, U>(
    tables: readonly T[],
    { signal }: Working,
    work: (table: T, index: number) => U,
  ): Promise<U[]> {
    const worked: U[] = [];
    for (const [index, table] of tables.entries()) {
      worked.push(work(table, index));
      // oxlint-disable-next-line no-await-in-loop -- one after the other is the point
      await this.ports.breathe();
      signal.throwIfAborted();
    }
    return worked;
  }

  /** Draws anew on each call, so what a view shows is never what is released. */
  private async noisy(recipe: Recipe, working: Working): Promise<Protected> {
    const { random, now } = this.ports;
    refuseNoise(recipe);
    const began = now();
    const counted = await this.counted(recipe, working);
    const tables = await driven(noisyTables(recipe, counted, random), working, this.ports);
    const told = counted.flatMap((one, i) => tables.slice(i, i + 1).map((table) => withUnlisted(table, one)));
    return {
      tables,
      report: { ...nothingHidden, tables: told.map(tableReport), workMilliseconds: now() - began },
    };
  }

  /** Ranges a reader can work out; none before this recipe was protected, nor under differential privacy. */
  async ranges(request: RangesRequest, signal: AbortSignal): Promise<GroupRange[]> {
    const { recipe, policy } = request;
    const key = keyOf(recipe, policy);
    const found = this.kept.find((one) => one.key === key);
    if (!found || recipe.guarantee.kind !== 'classical') return [];
    return hiddenRanges(found.result.tables, request, await this.ports.solver(), signal);
  }
}

const nothingHidden: Omit<ProtectionReport, 'tables' | 'workMilliseconds'> = {
  audit: { exact: 0, narrow: 0, safe: 0, notTested: 0, wholeBlocks: 0 },
  identities: [],
};

function shown(figures: Int32Array | undefined, fates: Uint8Array): Int32Array {
  return Int32Array.from(fates, (fate, i) => (fate === 0 ? (figures?.[i] ?? -1) : -1));
}

function tableReport({ counted, fates, figures, raw }: ProtectedTable): ProtectionReport['tables'][number] {
  const sums = [0, 0, 0];
  for (const fate of fates) sums[fate] = (sums[fate] ?? 0) + 1;
  const { hiddenByDensity, ...utility } = utilityOf(
    { ...counted.table, persons: raw ?? counted.table.persons },
    fates,
    figures,
  );
  return {
    product: counted.table.product,
    groups: fates.length,
    published: sums[0] ?? 0,
    primary: sums[1] ?? 0,
    secondary: sums[2] ?? 0,
    utility: { ...utility, hiddenByDensity: [...hiddenByDensity] },
  };
}

/** Words about the release change no figure. */
function keyOf(asked: Recipe, { narrowestRange, wholeGroupSlack, concentration }: Policy): string {
  const { terms: _, title: __, releaseDate: ___, ...recipe } = asked;
  return JSON.stringify([recipe, narrowestRange, wholeGroupSlack, concentration]);
}
