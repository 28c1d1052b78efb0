import type { GroupRange, RangesRequest } from '../ipc/protection.ts';
import type { LinearSolver } from '../ports/linear-solver.ts';
import { indexed } from '../products/indexed-table.ts';
import { rangesOfBlock } from '../protect/secondary/ranges-of-block.ts';
import { labelsOf } from './group-labels.ts';
import type { ProtectedTable } from './protected-table.ts';
import { releaseOf, ruleOf } from './release-of.ts';

/** Simplex iterations one end of a range may take. */
const iterationLimit = 2000;

/**
 * What a reader can work out about the hidden groups of a zone at a time, from the protected tables of a recipe under the
 * classical guarantee. Groups without anybody are among them where the release hides them alike.
 */
export async function hiddenRanges(
  tables: readonly ProtectedTable[],
  { recipe, policy, product, zone, bin }: RangesRequest,
  solver: LinearSolver,
  signal: AbortSignal,
): Promise<GroupRange[]> {
  const table = tables.findIndex(({ counted }) => counted.table.product === product);
  const counted = tables[table]?.counted;
  if (counted === undefined) return [];
  const release = releaseOf(
    recipe,
    tables.map((one) => one.counted),
  );
  const found = await rangesOfBlock(
    release,
    ruleOf(recipe, policy),
    {
      states: statesOf(tables),
      emptyHidden: tables.map(({ emptyHidden }) => emptyHidden ?? noLayers),
      table,
      zone,
      time: bin,
    },
    { solver, iterationLimit, signal },
  );
  const places = {
    ...counted,
    table: indexed({ ...counted.table, at: Float64Array.from(found, ({ at }) => at) }),
  };
  return found.map(({ low, high }, i) => ({
    ...labelsOf(places, i),
    low,
    ...(Number.isFinite(high) && { high }),
  }));
}

const noLayers: ReadonlySet<number> = new Set();

const known = new WeakMap<readonly ProtectedTable[], readonly Uint8Array[]>();

/** The same list for the same tables, so that what was worked out for them once is found again. */
function statesOf(tables: readonly ProtectedTable[]): readonly Uint8Array[] {
  const states = known.get(tables) ?? tables.map(({ fates }) => fates);
  known.set(tables, states);
  return states;
}
