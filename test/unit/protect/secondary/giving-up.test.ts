import { beforeAll, expect, it } from 'vitest';
import { blanksHold } from '../../../../shared/evidence/figure-gates.ts';
import type { LinearSolver } from '../../../../shared/ports/linear-solver.ts';
import type { Dimension } from '../../../../shared/products/group-table.ts';
import { presets } from '../../../../shared/recipe/presets.ts';
import { highsSolver } from '../../../support/highs.ts';
import {
  audited,
  plainRule,
  released,
  releaseOf,
  suppressed,
  tableFrom,
} from '../../../support/suppressed.ts';

/** A solver that gives up on everything, as one does that has no iterations left. */
const helpless: LinearSolver = {
  open: () => ({ solve: () => ({ kind: 'gaveUp' }), close: () => undefined }),
};
const iterationLimit = 10_000;
const rule = plainRule(5, { rule: true, contributor: true });

let solver: LinearSolver;
beforeAll(async () => {
  solver = await highsSolver();
});

// 30 persons on one day, 20 on two: 70 visits, which are 40 + 3 + 27.
const classes = [axis('age', 1), axis('gender', 1)];
const days = tableFrom('footfall', [axis('zone', 1), axis('time', 3), ...classes], [40, 3, 27]);
const bands = tableFrom('frequency', [axis('zone', 1), axis('band', 3, true), ...classes], [30, 20, 50]);
const release = releaseOf([released(days, 5), released(bands, 5)], {
  timeBin: 'day',
  daysOfBands: [
    { low: 1, high: 1 },
    { low: 2, high: 2 },
  ],
});
const open = [Uint8Array.of(0, 1, 0), new Uint8Array(3)];

it('counts what a solver gave up as not tested, never as safe', () => {
  const audit = audited(release, rule, { solver: helpless, iterationLimit, states: open });
  expect(audit).toMatchObject({ exact: 0, narrow: 0, safe: 0, notTested: 1 });
  expect(audited(release, rule, { solver, iterationLimit, states: open })).toMatchObject({ exact: 1 });
});

it('hides more where the solver gives up within suppression, and tells what was left untested', () => {
  const known = suppressed(release, rule, { solver, iterationLimit });
  const found = suppressed(release, rule, { solver: helpless, iterationLimit });
  expect(found.audit.exact + found.audit.narrow + found.audit.safe + found.audit.notTested).toBe(1);
  expect(hidden(found.states)).toBeGreaterThanOrEqual(hidden(known.states));
  const again = audited(release, rule, { solver, iterationLimit, states: found.states });
  expect(again).toMatchObject({ exact: 0, narrow: 0, notTested: 0 });
});

it('fails the gate as not tested, with the number', () => {
  const audit = audited(release, rule, { solver: helpless, iterationLimit, states: open });
  const gate = blanksHold(presets.conservative, audit);
  expect(gate).toMatchObject({ id: 'recoverable-blanks', outcome: 'notTested' });
  expect(gate.detail).toMatchObject({ notTested: 1 });
});

function hidden(states: readonly Uint8Array[]): number {
  return states.reduce((sum, own) => sum + own.filter((state) => state === 2).length, 0);
}

function axis(name: Dimension['name'], size: number, hasTotal = false): Dimension {
  return { name, size, hasTotal };
}
