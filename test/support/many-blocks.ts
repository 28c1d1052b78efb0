import type { ProtectionRule } from '../../shared/protect/secondary/protection-rule.ts';
import type { Release } from '../../shared/protect/secondary/release.ts';
import { plainRule, released, releaseOf, tableFrom } from './suppressed.ts';

const minimumPersons = 7;

/** Footfall of so many zones by age and gender: each zone is a block of its own, most of them with something to hide. */
export function manyBlocks(zones: number): { readonly release: Release; readonly rule: ProtectionRule } {
  const numbers = Array.from({ length: zones }, (_, zone) => {
    const personsIn = (i: number, j: number): number => ((zone * 7 + i * 5 + j * 11 + i * j * zone) % 23) + 1;
    const summed = [0, 1, 2].map((i) => withSum([0, 1, 2].map((j) => personsIn(i, j))));
    return [...summed, [0, 1, 2, 3].map((j) => summed.reduce((sum, row) => sum + (row[j] ?? 0), 0))];
  });
  const table = tableFrom(
    'footfall',
    [
      { name: 'zone', size: zones, hasTotal: false },
      { name: 'time', size: 1, hasTotal: false },
      { name: 'age', size: 4, hasTotal: true },
      { name: 'gender', size: 4, hasTotal: true },
    ],
    numbers.flat(2),
  );
  return {
    release: releaseOf([released(table, minimumPersons)]),
    rule: plainRule(minimumPersons, { rule: true, contributor: true }),
  };
}

function withSum(row: readonly number[]): readonly number[] {
  return [...row, row.reduce((a, b) => a + b, 0)];
}
