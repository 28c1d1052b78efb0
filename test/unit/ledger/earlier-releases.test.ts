import { describe, expect, it } from 'vitest';
import { composedEpsilon } from '../../../shared/ledger/budget-of-periods.ts';
import {
  earlierReleases,
  entriesToCompare,
  type EarlierReleases,
} from '../../../shared/ledger/earlier-releases.ts';
import type { ReleaseEntry } from '../../../shared/ledger/ledger-entry.ts';
import type { Released } from '../../../shared/ledger/released.ts';
import { builtInPolicies } from '../../../shared/policy/policy.ts';
import { epsilonOf } from '../../../shared/protect/differential-privacy/zcdp.ts';
import type { Recipe } from '../../../shared/recipe/recipe.ts';
import { digestOf, entryOf } from '../../support/ledger-entries.ts';
import { exactRecipe, inA, releaseWith } from '../../support/small-release.ts';

const policy = builtInPolicies.default;
const noisy = (rho: string): Partial<Recipe> => ({
  guarantee: { kind: 'differentialPrivacy', rho, deltaExponent: 6 },
});

function held(
  entries: readonly ReleaseEntry[],
  candidate: Released,
  kept: readonly Released[] = [],
): EarlierReleases {
  const releases = new Map(entries.map(({ bundle }, i) => [bundle, kept[i] ?? candidate]));
  return earlierReleases({ entries, head: digestOf('head'), kept: releases, candidate, policy });
}

const codesOf = ({ findings }: EarlierReleases): readonly string[] => findings.map(({ code }) => code);
/** Of so many releases with rho 0.1 together. */
const epsilonOfTenths = (times: number): number => epsilonOf(times / 10, 1e-6);
const days = (from: string, to: string): Partial<Recipe> => ({ period: { from, to } });

describe('the gate of earlier releases', () => {
  const candidate = releaseWith({}, { footfall: [inA(40)] });

  it('holds where nothing was released, and says so with the head', () => {
    const { gate, predecessors } = held([], candidate);
    expect(gate).toEqual({
      id: 'earlier-releases',
      kind: 'attested',
      outcome: 'pass',
      detail: { compared: 0, ledger: digestOf('head') },
    });
    expect(predecessors).toEqual([]);
  });

  it('fails with the first finding in released figures, their groups and what they differ by', () => {
    const entry = entryOf('first');
    const { gate, predecessors } = held([entry], releaseWith({}, { footfall: [inA(39)] }), [candidate]);
    expect(gate.outcome).toBe('fail');
    expect(gate.detail).toEqual({
      compared: 1,
      ledger: digestOf('head'),
      findings: 1,
      code: 'figure-changed',
      product: 'footfall',
      earlier: entry.releaseId,
      larger: `${entry.releaseId}: a / 2026-05-03T22:00:00Z`,
      largerPersons: 40,
      smaller: 'a / 2026-05-03T22:00:00Z',
      smallerPersons: 39,
    });
    expect(predecessors).toEqual([{ releaseDigest: entry.releaseDigest, rule: 'compared' }]);
  });

  it('compares only classical releases of the product whose periods share a day', () => {
    const entries = [
      entryOf('same'),
      entryOf('day after', days('2026-05-05', '2026-05-05')),
      entryOf('week', days('2026-05-01', '2026-05-07')),
      entryOf('product', { products: ['frequency'] }),
      entryOf('noisy', noisy('0.1')),
    ];
    const asked = entriesToCompare(entries, exactRecipe).map(({ bundle }) => bundle);
    expect(asked).toEqual([entries[0]?.bundle, entries[2]?.bundle]);
    expect(entriesToCompare(entries, { ...exactRecipe, ...noisy('0.1') })).toEqual([]);
  });

  it('takes days as their time zones have them: a day in Kiritimati has ended when it begins in Honolulu', () => {
    const kiritimati = entryOf('kiritimati', { timeZone: 'Pacific/Kiritimati' });
    expect(entriesToCompare([kiritimati], { ...exactRecipe, timeZone: 'Pacific/Honolulu' })).toEqual([]);
    expect(entriesToCompare([kiritimati], exactRecipe)).toHaveLength(1);
  });

  it('never lets exact and noisy figures of one period meet', () => {
    expect(codesOf(held([entryOf('noisy', noisy('0.1'))], candidate))).toEqual(['guarantees-mixed']);
    const withNoise = releaseWith(noisy('0.1'), { footfall: [inA(40)] });
    expect(codesOf(held([entryOf('exact')], withNoise))).toEqual(['guarantees-mixed']);
    expect(codesOf(held([entryOf('exact', days('2026-06-01', '2026-06-02'))], withNoise))).toEqual([]);
  });

  it('charges a noisy period that comes out again until the budget is spent, so that averaging ends', () => {
    const again = releaseWith(noisy('0.1'), { footfall: [inA(41)] });
    const released: ReleaseEntry[] = [];
    let outcome = held(released, again).gate.outcome;
    while (outcome === 'pass' && released.length < 100) {
      released.push(entryOf(`${released.length}`, noisy('0.1')));
      outcome = held(released, again).gate.outcome;
    }
    const affordable = released.length;
    expect(epsilonOfTenths(affordable)).toBeLessThanOrEqual(policy.maximumEpsilonHundredths / 100);
    expect(epsilonOfTenths(affordable + 1)).toBeGreaterThan(policy.maximumEpsilonHundredths / 100);
    expect(affordable).toBeGreaterThan(1);
    expect(codesOf(held(released, again))).toEqual(['budget-exceeded']);
    expect(held(released.slice(0, 1), again).predecessors.map(({ rule }) => rule)).toEqual(['charged']);
  });

  it('finds nothing to subtract where noise is on every figure', () => {
    const figures = { footfall: [inA(22, undefined, 'all'), inA(21, undefined, 'male')] };
    const recipe = { byGender: true, totals: true };
    expect(codesOf(held([], releaseWith({ ...recipe, ...noisy('0.1') }, figures)))).toEqual([]);
    expect(codesOf(held([], releaseWith(recipe, figures)))).toEqual(['subtraction']);
  });

  it('does not go on without a bundle that must be compared', () => {
    const subject = { entries: [entryOf('first')], head: '', kept: new Map(), candidate, policy };
    expect(() => earlierReleases(subject)).toThrow('was not handed over');
  });
});

const charge = (from: number, to: number, rho = '0.1'): Parameters<typeof composedEpsilon>[1] => ({
  period: { from, to },
  products: ['footfall'],
  rho,
  deltaExponent: 6,
});

describe('budgets of overlapping periods', () => {
  it('adds up what one person may be in, also beyond the period of the candidate', () => {
    const epsilon = composedEpsilon([charge(0, 7), charge(6, 12)], charge(11, 17));
    expect(epsilon).toBe(epsilonOf(0.3, 1e-6));
  });

  it('leaves out periods that touch nobody of it', () => {
    expect(composedEpsilon([charge(0, 7), charge(20, 30)], charge(7, 14))).toBe(epsilonOf(0.1, 1e-6));
  });

  it('adds decimal text exactly', () => {
    const ten = Array.from({ length: 9 }, () => charge(0, 7, '0.1'));
    expect(composedEpsilon(ten, charge(0, 7, '0.1'))).toBe(epsilonOf(1, 1e-6));
    expect(composedEpsilon([charge(0, 7, '0.000001')], charge(0, 7, '2'))).toBe(epsilonOf(2.000001, 1e-6));
  });

  it('states the whole at the smallest delta any release promises', () => {
    const stricter = { ...charge(0, 7), deltaExponent: 9 };
    expect(composedEpsilon([stricter], charge(0, 7))).toBe(epsilonOf(0.2, 1e-9));
  });
});
