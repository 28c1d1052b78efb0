import { rangeOfFigure, remainder, showsFew } from './figure-range.ts';
import type { Finding } from './finding.ts';
import { gridOf } from './grid.ts';
import { differing, namedFigure } from './group-name.ts';
import { nestedPairs } from './nested-pairs.ts';
import type { Released } from './released.ts';
import { finished, type Steps } from './steps.ts';
import { zoneLine } from './zone-map.ts';

/**
 * Pairs of figures of one classical release whose difference shows a group of fewer persons than its threshold: a group and one
 * inside it, such as a district and one of its zones. Where noise is on every figure no difference shows anything.
 */
export function findingsWithin(released: Released): readonly Finding[] {
  return finished(lookWithin(released, () => undefined));
}

/** That, step by step. `onPair` is told of every pair that is tried. */
export function* lookWithin(released: Released, onPair: () => void): Steps<readonly Finding[]> {
  const { recipe, zones } = released;
  if (recipe.guarantee.kind !== 'classical') return [];
  const line = zoneLine(zones, recipe.zones);
  const findings: Finding[] = [];
  for (const table of released.tables) {
    const grid = gridOf(released, table, line);
    const range = (row: number): ReturnType<typeof rangeOfFigure> =>
      rangeOfFigure(table.persons[row] ?? 0, recipe);
    yield* nestedPairs({ inner: grid, outer: grid }, (inner, outer, reach) => {
      if (reach === 0) return;
      onPair();
      if (!showsFew(remainder(range(outer), range(inner)), recipe.minimumPersons)) return;
      findings.push({
        code: 'subtraction',
        product: table.product,
        larger: namedFigure(grid, outer),
        smaller: namedFigure(grid, inner),
        differsBy: differing(reach),
      });
    });
  }
  return findings;
}
