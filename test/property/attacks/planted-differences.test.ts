import { describe, expect, it } from 'vitest';
import { differencing, foundAnything } from '../../../shared/attacks/differencing/differencing.ts';
import { highsSolver } from '../../support/highs.ts';
import { cleanDifferences, plantedDifferences, type Planted } from '../../support/planted-differences.ts';
import { wholeRun } from '../../support/whole-run.ts';

const solver = await highsSolver();

function isCaught({ subject }: Planted): boolean {
  return foundAnything(wholeRun(differencing(subject, solver)));
}

/** Whether a subtraction of two figures was found, sums aside. */
function isCaughtAsPair({ subject }: Planted): boolean {
  const { count } = wholeRun(differencing(subject, solver));
  return count.nested + count.products + count.earlier + count['zone-maps'] > 0;
}

/** Groups of one to four persons that readers could work out, and where nothing can be. */
describe('planted differences (A2.3)', () => {
  const planted = plantedDifferences('1');
  const missed = planted.filter((one) => !isCaught(one));

  it('are a hundred', () => {
    expect(planted).toHaveLength(100);
  });

  it('are all caught where two figures show them', () => {
    const pairs = planted.filter(({ figures }) => figures === 'pair');
    expect(pairs).toHaveLength(70);
    expect(pairs.filter((one) => !isCaughtAsPair(one)).map(({ name }) => name)).toEqual([]);
  });

  it('are caught in at least 95 of 100 cases where it takes three', () => {
    const triples = planted.filter(({ figures }) => figures === 'triple');
    const missedTriples = missed.filter(({ figures }) => figures === 'triple');
    expect(missedTriples.map(({ name }) => name).slice(0, 5)).toEqual([]);
    expect(missedTriples.length).toBeLessThanOrEqual(0.05 * triples.length);
  });

  it('are not seen in twenty releases without any', () => {
    const clean = cleanDifferences('2');
    expect(clean).toHaveLength(20);
    expect(clean.filter(isCaught).map(({ name }) => name)).toEqual([]);
  });
});
