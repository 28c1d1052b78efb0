import { axisNames } from '../../ledger/axes.ts';
import { rangeOfFigure, remainder, type CountRange } from '../../ledger/figure-range.ts';
import type { NamedFigure } from '../../ledger/finding.ts';
import type { Grid } from '../../ledger/grid.ts';
import { namedFigure } from '../../ledger/group-name.ts';
import { nestedPairs, type Reach } from '../../ledger/nested-pairs.ts';
import type { Steps } from '../../ledger/steps.ts';
import { unknownCategory } from '../../recipe/age-bands.ts';
import type { Statement } from './statement.ts';

/** What is asked of a table, and who is told. */
export interface FactSearch {
  readonly grid: Grid;
  /** k*: a part that may lack up to so many persons of its whole discloses. */
  readonly slack: number;
  readonly tried: () => void;
  readonly found: (statement: Statement) => void;
}

/**
 * Figures that leave at most k* persons of a group outside one of its categories (the k*-rule, Lupp and Langsrud 2021), as a reader
 * of the figures can prove it: a published part of a published whole, along any dimension, coarser zones included. Rounding leaves
 * a range, and only a range that ends at k* or below is a fact. That something is unknown tells nothing of anybody, and a
 * dimension with one value tells nothing either.
 */
export function* wholeFacts({ grid, slack, tried, found }: FactSearch): Steps<void> {
  const splits = grid.axes.map(({ shown }) => shown > 2);
  yield* nestedPairs({ inner: grid, outer: grid }, (part, whole, reach) => {
    if (reach === 0 || !tells(splits, reach)) return;
    tried();
    const [ofWhole, ofPart] = [rangeAt(grid, whole), rangeAt(grid, part)];
    const outside = remainder(ofWhole, ofPart);
    if (outside.high > slack || outside.high < 0) return;
    const [group, category] = [namedFigure(grid, whole), namedFigure(grid, part)];
    if (isUnknown(category)) return;
    found({
      kind: outside.high === 0 ? 'everyone' : 'allBut',
      product: grid.table.product,
      group: group.group,
      category: category.group,
      persons: group.persons,
      exceptions: outside.high,
      share: Math.max(0, 1 - outside.high / ofWhole.low),
    });
  });
}

/** Whether the part is told from the whole by one dimension that has at least two values besides the total. */
function tells(splits: readonly boolean[], reach: Reach): boolean {
  const along = axisNames.flatMap((_, axis) => ((reach & (1 << axis)) === 0 ? [] : [axis]));
  return along.length === 1 && along.every((axis) => splits[axis]);
}

function isUnknown({ group }: NamedFigure): boolean {
  return [group.other, group.age, group.gender].includes(unknownCategory);
}

function rangeAt({ table, released }: Grid, row: number): CountRange {
  return rangeOfFigure(table.persons[row] ?? 0, released.recipe);
}
