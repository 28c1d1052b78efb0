import { axisNames, type AxisName } from './axes.ts';
import { rangeOfFigure, showsFew, type CountRange } from './figure-range.ts';
import type { Finding } from './finding.ts';
import type { Grid } from './grid.ts';
import { namedFigure } from './group-name.ts';
import { stretchKey, type Stretch } from './stretch.ts';

/** Dimensions along which persons add up, so that figures can be added and taken away. */
const additive: readonly AxisName[] = ['age', 'gender', 'band'];
/** Enough for every list of breaks; a longer one is not worked through. */
const mostCuts = 64;

/** A figure that stands for the persons between two cuts. */
interface Edge {
  readonly grid: Grid;
  readonly row: number;
  readonly place: Stretch;
  readonly range: CountRange;
}

/**
 * Groups that show once figures of two releases are added and taken away along one dimension, such as ages cut in different
 * places. Sums between cuts with bounds are a system of differences, whose tightest bounds are shortest paths.
 */
export function combinationsOf(earlier: Grid, later: Grid, earlierId: string): readonly Finding[] {
  return additive.flatMap((name) => {
    const at = axisNames.indexOf(name);
    if (!cutsDiffer(earlier, later, at)) return [];
    const lines = linesAlong([earlier, later], at);
    return [...lines.values()].flatMap((edges) => {
      const [first] = edges;
      if (first === undefined || edges.every(({ grid }) => grid === first.grid)) return [];
      const named = edges.find(({ grid }) => grid === later) ?? first;
      const minimum = Math.max(...[earlier, later].map(({ released }) => released.recipe.minimumPersons));
      if (!showsSomething(edges, minimum)) return [];
      const smaller = namedFigure(named.grid, named.row);
      const { product } = later.table;
      return [{ code: 'combination' as const, product, earlier: earlierId, smaller, differsBy: [name] }];
    });
  });
}

function cutsDiffer(earlier: Grid, later: Grid, at: number): boolean {
  const keys = ({ axes }: Grid): string =>
    (axes[at]?.places ?? []).slice(0, axes[at]?.shown).map(stretchKey).join();
  return keys(earlier) !== keys(later);
}

function linesAlong(grids: readonly Grid[], at: number): ReadonlyMap<string, readonly Edge[]> {
  const lines = new Map<string, Edge[]>();
  for (const grid of grids) {
    const names = grid.axes.map(({ places }, axis) => (axis === at ? [] : places.map(stretchKey)));
    for (const row of grid.rows) {
      const key = grid.axes.map(({ column }, axis) => names[axis]?.[column[row] ?? 0] ?? '').join();
      const place = grid.axes[at]?.places[grid.axes[at].column[row] ?? 0];
      if (place === undefined) continue;
      const range = rangeOfFigure(grid.table.persons[row] ?? 0, grid.released.recipe);
      const edges = lines.get(key);
      if (edges) edges.push({ grid, row, place, range });
      else lines.set(key, [{ grid, row, place, range }]);
    }
  }
  return lines;
}

function showsSomething(edges: readonly Edge[], minimumPersons: number): boolean {
  const cuts = [...new Set(edges.flatMap(({ place }) => [place.from, place.to]))].toSorted((a, b) => a - b);
  if (cuts.length > mostCuts) return true;
  const most = tightest(edges, cuts);
  return most.some((row, from) =>
    row.some((high, to) => from < to && showsFew({ low: -(most[to]?.[from] ?? 0), high }, minimumPersons)),
  );
}

/** `most[i][j]`: the most by which the persons below cut j can exceed those below cut i. */
function tightest(edges: readonly Edge[], cuts: readonly number[]): readonly Float64Array[] {
  const at = new Map(cuts.map((cut, i) => [cut, i]));
  const most = cuts.map((_, i) => Float64Array.from(cuts, (__, j) => (j <= i ? 0 : Infinity)));
  for (const { place, range } of edges) {
    const [from, to] = [at.get(place.from) ?? 0, at.get(place.to) ?? 0];
    lower(most[from], to, range.high);
    lower(most[to], from, -range.low);
  }
  most.forEach((through, k) => {
    for (const row of most) through.forEach((bound, j) => lower(row, j, (row[k] ?? Infinity) + bound));
  });
  return most;
}

function lower(row: Float64Array | undefined, at: number, bound: number): void {
  if (row && bound < (row[at] ?? Infinity)) row[at] = bound;
}
