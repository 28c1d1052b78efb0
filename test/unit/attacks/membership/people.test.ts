import { expect, test } from 'vitest';
import { drawCrowd } from '../../../../shared/attacks/membership/crowd.ts';
import { stageOf } from '../../../../shared/attacks/membership/stage.ts';
import { drawTargets, sparseGroups, strataOf } from '../../../../shared/attacks/membership/strata.ts';
import { onSlots, touchedBy } from '../../../../shared/attacks/membership/touched.ts';
import { usualMembershipOptions } from '../../../../shared/attacks/membership/options.ts';
import { exactCounts } from '../../../../shared/attacks/count-rule.ts';
import { seededRandom } from '../../../../shared/attacks/random.ts';
import type { Traces } from '../../../../shared/attacks/traces.ts';
import { played } from '../../../support/played.ts';

function tracesOf(rows: readonly (readonly number[])[], groups: number): Traces {
  let at = 0;
  const starts = Uint32Array.from([0, ...rows.map((row) => (at += row.length))]);
  return { persons: rows.length, groups, starts, groupOf: Uint32Array.from(rows.flat()) };
}

const random = seededRandom('people', 'test');
const rows = Array.from({ length: 240 }, (_, p) =>
  Array.from({ length: 30 }, (__, g) => g).filter((g) => (p * 7 + g * g) % (3 + (p % 4)) === 0),
);
const traces = tracesOf(rows, 30);

test('people on slots are in the same groups, and in no others', () => {
  const targets = Uint32Array.of(3, 5);
  const touched = touchedBy(traces, targets);
  const short = played(onSlots(traces, touched));
  const wanted = new Set([...(rows[3] ?? []), ...(rows[5] ?? [])]);
  for (const [p, row] of rows.entries()) {
    const groups = [...short.groupOf.subarray(short.starts[p], short.starts[p + 1])].map(
      (slot) => touched.groups[slot],
    );
    expect(groups).toEqual(row.filter((group) => wanted.has(group)));
  }
});

test('a crowd is the plain sum of different people, a leaver among them and a stranger beside them', () => {
  const pool = Uint32Array.from({ length: 100 }, (_, p) => p);
  const { counts, leaver, stranger } = played(drawCrowd(traces, pool, 40, random));
  const members = [...pool.subarray(0, 40)];
  expect(new Set(members).size).toBe(40);
  expect(members).toContain(leaver);
  expect(members).not.toContain(stranger);
  for (let g = 0; g < 30; g += 1) expect(counts[g]).toBe(members.filter((p) => rows[p]?.includes(g)).length);
});

test('a crowd larger than half the pool has people twice', () => {
  const pool = Uint32Array.of(7);
  const { counts } = played(drawCrowd(traces, pool, 25, random));
  for (let g = 0; g < 30; g += 1) expect(counts[g]).toBe(rows[7]?.includes(g) ? 25 : 0);
});

test('strata are thirds of activity and halves of sparsity, and targets come evenly from them', () => {
  const strata = played(strataOf(traces, played(sparseGroups(traces))));
  expect(strata.persons.reduce((a, b) => a + b, 0)).toBe(rows.filter((row) => row.length > 0).length);
  const lengths = (activity: number): readonly number[] =>
    rows.flatMap((row, p) => (Math.floor((strata.of[p] ?? 0) / 2) === activity ? [row.length] : []));
  expect(Math.max(...lengths(0))).toBeLessThan(Math.min(...lengths(1)));
  expect(Math.max(...lengths(1))).toBeLessThan(Math.min(...lengths(2)));
  const drawn = drawTargets(strata, 24, random);
  expect(new Set(drawn).size).toBe(24);
  const perStratum = strata.persons.map((_, s) => [...drawn].filter((p) => strata.of[p] === s).length);
  const occupied = perStratum.filter((_, s) => (strata.persons[s] ?? 0) >= 24);
  expect(Math.max(...occupied) - Math.min(...occupied)).toBeLessThanOrEqual(1);
});

test('sparse groups are the quarter with the fewest persons, without the empty ones', () => {
  const few = tracesOf([[0], [0, 1], [0, 1, 2], [0, 1, 2, 3]], 6);
  expect([...played(sparseGroups(few))]).toEqual([0, 0, 0, 1, 0, 0]);
});

test('nobody is learned from and asked about', () => {
  const input = { traces, rule: exactCounts, zeroMeansNobody: true };
  const setting = stageOf(input, { ...usualMembershipOptions, seed: 's', groupSize: 10 });
  const stage = played(setting);
  const all = [...stage.targets, ...stage.reference.pool, ...stage.test.pool];
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBe(240);
  for (const [t, target] of stage.targets.entries())
    expect([...stage.groupOf.subarray(stage.cellStarts[t], stage.cellStarts[t + 1])]).toEqual(rows[target]);
});
