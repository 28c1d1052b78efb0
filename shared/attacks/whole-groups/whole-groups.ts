import { gridOf, type Grid } from '../../ledger/grid.ts';
import type { Released } from '../../ledger/released.ts';
import { zoneLine } from '../../ledger/zone-map.ts';
import { entropyMeasure, entropyWeights, type EntropyWeights } from './entropy-measure.ts';
import { lifts, type Places } from './lifts.ts';
import { onlyPlaces } from './only-place.ts';
import type { Statement } from './statement.ts';
import { wholeFacts } from './whole-facts.ts';

/** What counts as a fact about a whole group. */
export interface WholeGroupsOptions {
  /** k*: most persons of a group outside a category that still make it a fact about the group. */
  readonly slack: number;
  /** tau: a lift above this is a finding. */
  readonly mostLift: number;
  readonly places: Places;
  /** Fewest persons of a group at a place whose lift is looked at; the recipe's minimum where absent. */
  readonly minimumPersons?: number;
  readonly weights: EntropyWeights;
  /** Statements kept of each kind; all are counted. */
  readonly mostStatements: number;
}

/** The k*-rule for facts about everybody, a lift of 3, every zone. */
export const wholeGroupsDefaults: WholeGroupsOptions = {
  slack: 0,
  mostLift: 3,
  places: { kind: 'any' },
  weights: entropyWeights,
  mostStatements: 200,
};

/** Counts for the evidence, and statements for the officer's window. */
export interface WholeGroupsResult {
  /** How many of each kind were found, kept or not. */
  readonly count: Readonly<Record<Statement['kind'], number>>;
  readonly statements: readonly Statement[];
  /** Pairs of a group and a category that were looked at. */
  readonly pairs: number;
  /** Lifts that were worked out; those above the limit only if hidden figures are small; the largest that is proven, 0 for none. */
  readonly lifts: number;
  readonly possibleLifts: number;
  readonly largestLift: number;
  /** The largest entropy measure of a zone's published groups, over all tables, and how many were worked out. */
  readonly largestEntropyMeasure: number;
  readonly entropyMeasures: number;
}

type Counts = { -readonly [key in keyof Omit<WholeGroupsResult, 'count' | 'statements'>]: number };

/**
 * What the figures of one release say of whole groups: everybody (or all but k*) of a group in one category, and groups that are far
 * more often at a place than people at large. From the released tables alone, so that a regulator finds the same. Nothing is said
 * where noise protects a whole person.
 */
export function* wholeGroups(
  released: Released,
  options: WholeGroupsOptions = wholeGroupsDefaults,
): Generator<{ readonly done: number; readonly total: number }, WholeGroupsResult> {
  const count: Record<Statement['kind'], number> = { everyone: 0, allBut: 0, lift: 0 };
  const statements: Statement[] = [];
  const found = (statement: Statement): void => {
    count[statement.kind] += 1;
    if (count[statement.kind] <= options.mostStatements) statements.push(statement);
  };
  const counts: Counts = {
    pairs: 0,
    lifts: 0,
    possibleLifts: 0,
    largestLift: 0,
    largestEntropyMeasure: 0,
    entropyMeasures: 0,
  };
  const isExact = released.recipe.guarantee.kind === 'classical';
  const line = zoneLine(released.zones, released.recipe.zones);
  const total = isExact ? released.tables.length : 0;
  for (const [done, table] of released.tables.slice(0, total).entries()) {
    const grid = gridOf(released, table, line);
    for (const _ of wholeFacts({ grid, slack: options.slack, found, tried: () => void (counts.pairs += 1) }))
      yield { done, total };
    onlyPlaces(grid, found);
    for (const _ of liftsOf(grid, { options, counts, found })) yield { done, total };
    addEntropy(grid, options.weights, counts);
    yield { done: done + 1, total };
  }
  return { count, statements, ...counts };
}

interface Sink {
  readonly options: WholeGroupsOptions;
  readonly counts: Counts;
  readonly found: (statement: Statement) => void;
}

function liftsOf(grid: Grid, { options, counts, found }: Sink): ReturnType<typeof lifts> {
  return lifts({
    grid,
    places: options.places,
    most: options.mostLift,
    minimumPersons: options.minimumPersons ?? grid.released.recipe.minimumPersons,
    tried: (least, greatest) => {
      counts.lifts += 1;
      counts.possibleLifts += greatest > options.mostLift && least <= options.mostLift ? 1 : 0;
      counts.largestLift = Math.max(counts.largestLift, least);
    },
    found,
  });
}

/** The measure of each slice of the table along its bands or homes where all of them are told or known to be empty. */
function addEntropy({ axes, table, released }: Grid, weights: EntropyWeights, counts: Counts): void {
  const along = table.product === 'catchment' ? 1 : 5;
  const axis = axes[along];
  const categories = (axis?.shown ?? 1) - (released.recipe.totals ? 1 : 0);
  if (!axis || categories < 2) return;
  const slices = new Map<string, number[]>();
  table.status.forEach((status, row) => {
    const value = axis.column[row] ?? 0;
    if (status === 1 || value >= categories) return;
    const key = axes.map(({ column }, at) => (at === along ? '' : column[row])).join(' ');
    const figures = slices.get(key) ?? [];
    slices.set(key, figures);
    figures.push(status === 0 ? (table.persons[row] ?? 0) : 0);
  });
  for (const figures of slices.values()) {
    const measure = figures.length === categories ? entropyMeasure(figures, weights) : undefined;
    if (measure === undefined) continue;
    counts.entropyMeasures += 1;
    counts.largestEntropyMeasure = Math.max(counts.largestEntropyMeasure, measure);
  }
}
