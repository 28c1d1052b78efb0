import { axisNames } from '../../ledger/axes.ts';
import { rangeOfFigure, remainder, showsFew, type CountRange } from '../../ledger/figure-range.ts';
import type { Grid } from '../../ledger/grid.ts';
import { differing, namedFigure } from '../../ledger/group-name.ts';
import { nestedPairs, type Join, type Reach } from '../../ledger/nested-pairs.ts';
import type { Steps } from '../../ledger/steps.ts';
import type { DifferencingFinding } from './finding.ts';
import { addsNoise } from '../../recipe/guarantee.ts';
import { relationOfTables } from './same-persons.ts';
import type { Sliver } from './zone-overlay.ts';

/** A table of the candidate or, where `id` is set, of an earlier release. */
export interface Side {
  readonly grid: Grid;
  readonly id?: string;
}

/** What comes of a pair that shows something, and how many pairs were tried. */
export interface PairSink {
  readonly found: (finding: DifferencingFinding) => void;
  readonly tried: () => void;
}

/** Two tables that may tell of each other, and what the map of one says of the zones of the other. */
export interface TablePair {
  readonly inner: Side;
  readonly outer: Side;
  readonly kind: 'products' | 'zone-maps';
  readonly holders?: Join['holders'];
  readonly sliverOf?: (smaller: string, larger: string) => Sliver | undefined;
}

const bandAxis = axisNames.indexOf('band');

/**
 * Every figure of the outer table whose group holds one of the inner table, where the persons are the same or some of them: finds
 * those that differ by few, and the same group with another figure in an earlier release.
 */
export function* lookAtTables(pair: TablePair, sink: PairSink): Steps<void> {
  const { inner, outer, holders } = pair;
  const relation = relationOfTables(tableOf(outer), tableOf(inner));
  if (relation === 'unlike' || relation === 'holds') return;
  const isSame = relation === 'same';
  yield* nestedPairs(
    { inner: inner.grid, outer: outer.grid, ...(holders && { holders }) },
    (small, large, reach) => {
      if (!takesAllBands(pair, large)) return;
      sink.tried();
      const left = remainder(rangeAt(outer, large), rangeAt(inner, small));
      const code = judge(pair, {
        reach,
        left,
        isSame,
        isOther: figureAt(inner, small) !== figureAt(outer, large),
      });
      if (code === undefined) return;
      sink.found({ code, ...told(pair, [small, large], reach), left, ...(!isSame && filtered(reach)) });
    },
  );
}

/** Bands of different products mean different things: only all bands together hold those of another product. */
function takesAllBands({ inner, outer }: TablePair, row: number): boolean {
  if (inner.grid.table.product === outer.grid.table.product) return true;
  const axis = outer.grid.axes[bandAxis];
  const place = axis?.places[axis.column[row] ?? 0];
  return place?.from === 0 && place.to === Infinity;
}

interface Difference {
  readonly reach: Reach;
  readonly left: CountRange;
  readonly isSame: boolean;
  readonly isOther: boolean;
}

/** Figures of one group in two releases must agree; figures of two groups must not differ by few. */
function judge(
  { inner, outer }: TablePair,
  { reach, left, isSame, isOther }: Difference,
): 'figure-changed' | 'subtraction' | undefined {
  const isOneGroup = reach === 0 && isSame;
  const minimum = Math.max(
    inner.grid.released.recipe.minimumPersons,
    outer.grid.released.recipe.minimumPersons,
  );
  if (!isOneGroup) return showsFew(left, minimum) ? 'subtraction' : undefined;
  const isApart = left.low > 0 || left.high < 0;
  return inner.id !== outer.id && isOther && (isApart || roundsAlike(inner, outer))
    ? 'figure-changed'
    : undefined;
}

/** Whether the same persons have the same figure in both. */
function roundsAlike(inner: Side, outer: Side): boolean {
  const [a, b] = [inner.grid.released.recipe, outer.grid.released.recipe];
  const isNoisy = addsNoise(a.guarantee) || addsNoise(b.guarantee);
  return !isNoisy && a.roundingBase === b.roundingBase;
}

function figureAt({ grid }: Side, row: number): number {
  return grid.table.persons[row] ?? -1;
}

function told(
  { inner, outer, kind, sliverOf }: TablePair,
  [small, large]: readonly [number, number],
  reach: Reach,
): Omit<DifferencingFinding, 'code'> {
  const smaller = namedFigure(inner.grid, small, inner.id);
  const larger = namedFigure(outer.grid, large, outer.id);
  const earlier = inner.id ?? outer.id;
  const [ofInner, ofOuter] = [inner.grid.table.product, outer.grid.table.product];
  const sliver = sliverOf?.(smaller.group.zone, larger.group.zone);
  return {
    kind,
    product: ofOuter,
    ...(ofInner !== ofOuter && { largerProduct: ofOuter, smallerProduct: ofInner }),
    ...(earlier !== undefined && { earlier }),
    larger,
    smaller,
    differsBy: differing(reach),
    ...(sliver && { sliver }),
  };
}

function filtered(reach: Reach): Pick<DifferencingFinding, 'differsBy'> {
  return { differsBy: [...differing(reach), 'population'] };
}

function rangeAt({ grid }: Side, row: number): CountRange {
  return rangeOfFigure(grid.table.persons[row] ?? 0, grid.released.recipe);
}

function tableOf({ grid }: Side): {
  readonly product: Grid['table']['product'];
  readonly recipe: Grid['released']['recipe'];
} {
  return { product: grid.table.product, recipe: grid.released.recipe };
}
