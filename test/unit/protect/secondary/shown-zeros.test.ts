import { beforeAll, expect, it } from 'vitest';
import type { LinearSolver } from '../../../../shared/ports/linear-solver.ts';
import { highsSolver } from '../../../support/highs.ts';
import {
  audited,
  oneBlock,
  plainRule,
  released,
  releaseOf,
  suppressed,
} from '../../../support/suppressed.ts';

let solver: LinearSolver;
const iterationLimit = 10_000;
const rule = plainRule(6, { zeroGroups: 'shown' });

beforeAll(async () => {
  solver = await highsSolver();
});

// Three ages of one person each, nobody of the other gender: with that shown as 0, the totals are at least 3.
const sparse = releaseOf([
  released(
    oneBlock([
      [1, 0],
      [1, 0],
      [1, 0],
    ]),
    6,
  ),
]);

it('finds a small total too narrow beside zeros that are shown, and safe where they are hidden', () => {
  const states = sparse.tables.map(({ underMinimum }) => underMinimum);
  const options = { solver, iterationLimit, states };
  expect(audited(sparse, rule, options).narrow).toBeGreaterThan(0);
  expect(audited(sparse, rule, { ...options, emptyHidden: [new Set([0])] })).toMatchObject({
    exact: 0,
    narrow: 0,
  });
});

it('hides the zeros of such a block, and of no other', () => {
  const result = suppressed(sparse, rule, { solver, iterationLimit });
  expect(result.audit).toMatchObject({ exact: 0, narrow: 0, notTested: 0 });
  expect(result.emptyHidden).toEqual([new Set([0])]);
  const full = releaseOf([
    released(
      oneBlock([
        [20, 0],
        [30, 0],
      ]),
      6,
    ),
  ]);
  expect(suppressed(full, rule, { solver, iterationLimit }).emptyHidden).toEqual([new Set()]);
});
