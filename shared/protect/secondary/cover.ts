import type { LinearSystem } from '../../audit/linear-system.ts';
import type { LinearSolver } from '../../ports/linear-solver.ts';
import { published, type Block } from './block.ts';
import { packed, rowsOf, type BlockRow } from './block-system.ts';
import { boundsOf, type Bounds } from './bounds.ts';
import { readerOf, type Need } from './need.ts';
import { leastHidden, neededWidth, type ProtectionRule } from './protection-rule.ts';
import type { Solving } from './solving.ts';

interface Change {
  readonly group: number;
  readonly factor: 1 | -1;
  readonly room: number;
  readonly cost: number;
}

/**
 * Groups to hide so that a need is met, from a linear program: the change of all numbers that keeps every sum true, moves the
 * group as far as the need asks, and costs least, where only groups that are still published cost anything.
 * Undefined where no such change exists or the solver gave up.
 */
export function coverByProgram(
  block: Block,
  rule: ProtectionRule,
  need: Need,
  solving: Solving,
): readonly number[] | undefined {
  const found = amountsOf(block, rule, need).map(({ direction, amount }) =>
    coverOnce(block, rule, { need, direction, amount }, solving),
  );
  const costOf = (hide: readonly number[]) => hide.reduce((sum, group) => sum + (block.cost[group] ?? 0), 0);
  return found
    .filter((hide) => hide !== undefined)
    .reduce<readonly number[] | undefined>(
      (best, hide) => (best === undefined || costOf(hide) < costOf(best) ? hide : best),
      undefined,
    );
}

interface Ask {
  readonly need: Need;
  readonly direction: 1 | -1;
  readonly amount: number;
}

function amountsOf(block: Block, rule: ProtectionRule, need: Need): readonly Omit<Ask, 'need'>[] {
  const persons = block.persons[need.group] ?? 0;
  if (need.kind === 'high') return [{ direction: 1, amount: rule.highAtLeast - persons }];
  if (need.kind === 'low') return [{ direction: -1, amount: persons - 1 }];
  const amount = need.kind === 'width' ? neededWidth(rule) : 1;
  const up = Math.min(amount, rule.minimumPersons - 1 - persons);
  return [
    { direction: 1, amount: Math.max(1, up) },
    { direction: -1, amount: Math.max(1, Math.min(amount, persons - leastHidden(rule))) },
  ];
}

function coverOnce(
  block: Block,
  rule: ProtectionRule,
  ask: Ask,
  solving: Solving,
): readonly number[] | undefined {
  const reader = readerOf(ask.need, rule.rule);
  const bounds = boundsOf(block, rule, reader);
  if (ask.need.known >= 0)
    bounds.low[ask.need.known] = bounds.high[ask.need.known] = block.persons[ask.need.known] ?? 0;
  const least = reader === 'rule' ? rule.minimumPersons : leastHidden(rule);
  const changes = [...block.state.keys()].flatMap((group) =>
    changesOf(block, bounds, { ...ask, group, least }),
  );
  const { system, weight } = programOf(block, changes, ask);
  const point = solved(system, weight, solving.solver, solving.iterationLimit);
  if (point === undefined) return undefined;
  const hide = changes.filter(({ cost }, i) => cost > 0 && (point[i] ?? 0) > 1e-6).map(({ group }) => group);
  return [...new Set(hide)].toSorted((a, b) => a - b);
}

function changesOf(
  block: Block,
  bounds: Bounds,
  ask: Ask & { group: number; least: number },
): readonly Change[] {
  const { group } = ask;
  const persons = block.persons[group] ?? 0;
  const up = (bounds.high[group] ?? 0) - persons;
  const down = persons - (bounds.low[group] ?? 0);
  const free = [change(1, up, 0), change(-1, down, 0)];
  if (block.state[group] !== published) return free.filter(({ room }) => room > 0);
  const cost = (block.cost[group] ?? 0) / ask.amount;
  const outerLow = Math.max(ask.least, block.outerLow?.[group] ?? 0);
  const outerHigh = block.outerHigh?.[group] ?? Infinity;
  const paid = [change(1, outerHigh - persons, cost), change(-1, persons - outerLow, cost)];
  return [...free, ...paid].filter(({ room }) => room > 0);

  function change(factor: 1 | -1, room: number, price: number): Change {
    return { group, factor, room, cost: price };
  }
}

function programOf(
  block: Block,
  changes: readonly Change[],
  ask: Ask,
): { readonly system: LinearSystem; readonly weight: Float64Array } {
  const ofGroup = new Map<number, number[]>();
  changes.forEach(({ group }, i) => ofGroup.set(group, [...(ofGroup.get(group) ?? []), i]));
  const rows = rowsOf(block.frame).map((row) => changedRow(row, block, changes, ofGroup));
  const own = ofGroup.get(ask.need.group) ?? [];
  const target: BlockRow = {
    groups: own,
    factors: own.map((i) => changes[i]?.factor ?? 1),
    low: ask.direction * ask.amount,
    high: ask.direction * ask.amount,
  };
  const low = new Float64Array(changes.length);
  const high = Float64Array.from(changes, ({ room }) => room);
  const system = { low, high, ...packed([...rows.filter(({ groups }) => groups.length > 0), target]) };
  return { system, weight: Float64Array.from(changes, ({ cost }) => cost) };
}

function changedRow(
  row: BlockRow,
  block: Block,
  changes: readonly Change[],
  ofGroup: ReadonlyMap<number, readonly number[]>,
): BlockRow {
  const now = row.groups.reduce(
    (sum, group, i) => sum + (row.factors[i] ?? 0) * (block.persons[group] ?? 0),
    0,
  );
  const entries = row.groups.flatMap((group, i) =>
    (ofGroup.get(group) ?? []).map((at) => ({
      at,
      factor: (row.factors[i] ?? 0) * (changes[at]?.factor ?? 1),
    })),
  );
  return {
    groups: entries.map(({ at }) => at),
    factors: entries.map(({ factor }) => factor),
    low: row.low - now,
    high: row.high - now,
  };
}

function solved(
  system: LinearSystem,
  weight: Float64Array,
  solver: LinearSolver,
  iterationLimit: number,
): Float64Array | undefined {
  const model = solver.open(system, iterationLimit);
  try {
    const variable = Int32Array.from(weight, (_, i) => i);
    const solution = model.solve({ variable, weight, sense: 'minimise' });
    return solution.kind === 'optimal' ? solution.point : undefined;
  } finally {
    model.close();
  }
}
