import { describe, expect, it } from 'vitest';
import { settleFew } from '../../../shared/attacks/differencing/settle-few.ts';
import { systemBuilder } from '../../../shared/attacks/differencing/system-builder.ts';
import { seededRandom } from '../../../shared/attacks/random.ts';
import { highsSolver } from '../../support/highs.ts';

const solver = await highsSolver();
const minimumPersons = 4;
const [atoms, most] = [5, 6];

/** Every way to put 0 to 6 persons into five atoms. */
function* allTables(): Generator<readonly number[]> {
  for (let code = 0; code < (most + 1) ** atoms; code++)
    yield Array.from({ length: atoms }, (_, i) => Math.floor(code / (most + 1) ** i) % (most + 1));
}

const sumAt = (table: readonly number[], at: readonly number[]): number =>
  at.reduce((sum, atom) => sum + (table[atom] ?? 0), 0);

/**
 * Sums of a few atoms are told, and what is asked is held against every table in whole numbers that agrees with them. Linear
 * programming may miss what only whole numbers show, and may never claim what a table refutes.
 */
describe('groups of few persons from sums', () => {
  it('are those that no table of whole numbers refutes, up to what only whole numbers show', () => {
    const random = seededRandom('1', 'sums');
    let [claimed, missed] = [0, 0];
    const tables = [...allTables()];
    for (let round = 0; round < 60; round++) {
      const truth = Array.from({ length: atoms }, () => random.below(most + 1));
      const told = Array.from({ length: 3 + random.below(2) }, () =>
        truth.flatMap((_, atom) => (random.uniform() < 0.5 ? [atom] : [])),
      ).filter((at) => at.length > 1);
      const agreeing = tables.filter((table) => told.every((at) => sumAt(table, at) === sumAt(truth, at)));
      const builder = systemBuilder();
      const variables = truth.map(() => builder.add());
      for (const v of variables) builder.sum([v], { low: 0, high: most });
      for (const at of told) builder.sum(at, { low: sumAt(truth, at), high: sumAt(truth, at) });
      const asked = [...variables.map((v) => [v]), [0, 1], [1, 2, 3]];
      const targets = asked.map((at) => builder.sumOf(at));
      const settled = settleFew(builder.built(), targets, { minimumPersons, solver, iterationLimit: 1000 });
      asked.forEach((at, i) => {
        const values = agreeing.map((table) => sumAt(table, at));
        const isFew = Math.min(...values) >= 1 && Math.max(...values) < minimumPersons;
        const isClaimed = settled.few.some(({ target }) => target === targets[i]);
        if (isClaimed) expect(isFew).toBe(true);
        claimed += isClaimed ? 1 : 0;
        missed += isFew && !isClaimed ? 1 : 0;
      });
      expect(settled).toMatchObject({ contradicted: false, gaveUp: 0 });
    }
    expect(claimed).toBeGreaterThan(20);
    expect(missed).toBeLessThanOrEqual(0.05 * claimed);
  });
});
