import { beforeAll, describe, expect, it } from 'vitest';
import type { LinearSolver } from '../../../../shared/ports/linear-solver.ts';
import type { Dimension } from '../../../../shared/products/group-table.ts';
import { published, primary, secondary, type Block } from '../../../../shared/protect/secondary/block.ts';
import { frameOf } from '../../../../shared/protect/secondary/frame.ts';
import { auditBlock, protectBlock } from '../../../../shared/protect/secondary/protect-block.ts';
import { ended } from '../../../../shared/protect/secondary/steps.ts';
import { highsSolver } from '../../../support/highs.ts';
import {
  audited,
  plainRule,
  released,
  releaseOf,
  suppressed,
  tableFrom,
} from '../../../support/suppressed.ts';

let solver: LinearSolver;
const iterationLimit = 10_000;

beforeAll(async () => {
  solver = await highsSolver();
});

describe('the linked tables of the tests of the R package sdcTable (R3)', () => {
  const names = 'ABIJKLMN';
  const counts = [2, 2, 8, 8, 3, 3, 3, 7];
  const sums = ['ABIJ', 'KLMN', 'ABIJKN', 'LM'];
  const layers = names.length + sums.length;
  const sumOf = (letters: string) =>
    Array.from(letters).reduce((sum, one) => sum + (counts[names.indexOf(one)] ?? 0), 0);

  /** Each equation as two bounds: letters less their sum, and the other way round. */
  const weightsOf = (used: readonly string[]) =>
    used.flatMap((letters) =>
      [1, -1].map((sign) => {
        const total = names.length + sums.indexOf(letters);
        return Array.from({ length: layers }, (_, at) => {
          if (at === total) return -sign;
          return letters.includes(names[at] ?? '-') ? sign : 0;
        });
      }),
    );
  const blockOf = (used: readonly string[], hidden: string): Block => {
    const persons = Float64Array.from([...counts, ...sums.map(sumOf)]);
    const weights = weightsOf(used);
    const shape = { layers, ages: 1, genders: 1, ageTotal: false, genderTotal: false, face: -1, parts: [] };
    return {
      frame: frameOf({ ...shape, weights }),
      persons,
      state: Uint8Array.from(persons, (n, at) =>
        hidden.includes(names[at] ?? '-') && n < 4 ? primary : published,
      ),
      single: new Uint8Array(layers),
      cost: persons.slice(),
      outerLow: undefined,
      outerHigh: undefined,
      boundedByRule: true,
    };
  };
  const rule = plainRule(4);
  const exact = (used: readonly string[]) =>
    ended(auditBlock(blockOf(used, 'ABKLM'), rule, { solver, iterationLimit })).open.flatMap((need) =>
      need.exact ? [names[need.group]] : [],
    );

  it('finds K exactly only where both tables are looked at together', () => {
    expect(exact(sums.slice(0, 2))).toEqual([]);
    expect(exact(sums.slice(2))).toEqual([]);
    expect(new Set(exact(sums))).toEqual(new Set(['K']));
  });

  it('hides N for it, the cheapest that helps (R3 repaired)', () => {
    const block = blockOf(sums, 'ABKLM');
    const { settled, wholeBlock } = ended(protectBlock(block, rule, { solver, iterationLimit }));
    expect({ ...settled, wholeBlock }).toEqual({ open: [], notTested: [], wholeBlock: false });
    expect(Array.from(names).filter((_, at) => block.state[at] === secondary)).toEqual(['N']);
    expect([...block.state.subarray(names.length)]).toEqual([published, published, published, published]);
  });
});

describe('coarser zones beside the finest', () => {
  // Two zones of 3 and 40 persons in one coarser zone of 43, distinct persons at one moment.
  const table = tableFrom(
    'footfall',
    [axis('zone', 3), axis('time', 1), axis('age', 1), axis('gender', 1)],
    [3, 40, 43],
  );
  const release = releaseOf([released(table, 5)], { levels: [Int32Array.of(2, 2, -1)] });
  const rule = plainRule(5);

  it('bound a hidden zone by the coarser one less the others', () => {
    const states = [Uint8Array.of(1, 0, 0)];
    expect(audited(release, rule, { solver, iterationLimit, states })).toMatchObject({ narrow: 1, safe: 0 });
    const apart = releaseOf([released(table, 5)]);
    expect(audited(apart, rule, { solver, iterationLimit, states })).toMatchObject({ narrow: 0, safe: 1 });
  });

  it('are hidden, or another zone, until the range is wide', () => {
    const { states, audit } = suppressed(release, rule, { solver, iterationLimit });
    expect(audit).toMatchObject({ exact: 0, narrow: 0, notTested: 0, safe: 1 });
    expect(states[0]?.[0]).toBe(1);
    expect([states[0]?.[1], states[0]?.[2]]).toContain(2);
    expect(audited(release, rule, { solver, iterationLimit, states })).toMatchObject({ narrow: 0, safe: 1 });
    expect(audit.identities.map(({ name }) => name)).toContain('zone-levels');
  });
});

describe('footfall by daypart from stays beside dwell', () => {
  // Bands of 3 and 40 persons; their total of 43 is also the footfall of the daypart.
  const place = [axis('zone', 1), axis('time', 1)];
  const classes = [axis('age', 1), axis('gender', 1)];
  const footfall = tableFrom('footfall', [...place, ...classes], [43]);
  const dwell = tableFrom('dwell', [...place, axis('band', 3, true), ...classes], [3, 40, 43]);
  const release = releaseOf([released(footfall, 5), released(dwell, 5)], {
    presence: 'stays',
    timeBin: 'daypart',
  });
  const rule = plainRule(5);

  it('shows the same number twice: hidden in one table alone it is no cover', () => {
    const inOne = [Uint8Array.of(0), Uint8Array.of(1, 0, 2)];
    expect(audited(release, rule, { solver, iterationLimit, states: inOne })).toMatchObject({ exact: 1 });
    const apart = releaseOf([released(footfall, 5), released(dwell, 5)], {
      presence: 'events',
      timeBin: 'daypart',
    });
    expect(audited(apart, rule, { solver, iterationLimit, states: inOne })).toMatchObject({
      exact: 0,
      narrow: 0,
    });
  });

  it('hides the number in both tables or in neither', () => {
    const { states, audit } = suppressed(release, rule, { solver, iterationLimit });
    expect(audit).toMatchObject({ exact: 0, narrow: 0, notTested: 0, safe: 1 });
    expect(states[0]?.[0]).toBe(states[1]?.[2]);
    expect([...(states[1] ?? [])].filter((state) => state === 2).length).toBeGreaterThan(0);
    expect(audit.identities.map(({ name }) => name)).toContain('dwell-equals-footfall');
  });
});

function axis(name: Dimension['name'], size: number, hasTotal = false): Dimension {
  return { name, size, hasTotal };
}
