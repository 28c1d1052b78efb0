import { describe, expect, it } from 'vitest';
import { exactCounts, type CountRule } from '../../../shared/attacks/count-rule.ts';
import { gaussianCeiling } from '../../../shared/attacks/membership/ceilings.ts';
import { certaintyOverGroups } from '../../../shared/attacks/membership/certainty-over-groups.ts';
import { membershipAttack } from '../../../shared/attacks/membership/membership-attack.ts';
import {
  usualMembershipOptions,
  type MembershipOptions,
} from '../../../shared/attacks/membership/options.ts';
import type { TestedMembership } from '../../../shared/attacks/membership/result.ts';
import { synthesiseTraces, usualSynthesis } from '../../../shared/attacks/membership/synthesise-traces.ts';
import { seededRandom } from '../../../shared/attacks/random.ts';
import { cellKeyRule } from '../../../shared/attacks/rules/cell-key-rule.ts';
import { classicalRule } from '../../../shared/attacks/rules/classical-rule.ts';
import { gaussianRule } from '../../../shared/attacks/rules/gaussian-rule.ts';
import type { Traces } from '../../../shared/attacks/traces.ts';
import { noiseTable, noiseVariants } from '../../../shared/protect/cell-key/noise-table.ts';
import { noiseAt, noiseIntervals } from '../../../shared/protect/cell-key/perturb.ts';
import { played } from '../../support/played.ts';
import { hourlyTown, hourlyTraces } from '../../support/populations/hourly-town.ts';
import { certaintyByTrips } from '../../support/vectors/membership.ts';

// Every seed is fixed, so each test always passes or always fails. Where a limit is not a reference value, the standard error
// of a mean over 50 targets and 40 groups is about .01 (the intervals the attack reports itself are .01 to .02 to either side).
const town = hourlyTown('membership', 6000);
const traces = hourlyTraces(town);

type Case = Partial<MembershipOptions> & {
  readonly zeroMeansNobody?: boolean;
  readonly reference?: Traces;
};

function attacked(
  rule: CountRule,
  groupSize: number,
  { zeroMeansNobody = false, reference, ...options }: Case = {},
) {
  const input = { traces, rule, zeroMeansNobody, ...(reference === undefined ? {} : { reference }) };
  const result = played(
    membershipAttack(input, {
      ...usualMembershipOptions,
      targets: 50,
      knownShares: [1],
      seed: 'membership',
      groupSize,
      ...options,
    }),
  );
  if (result.outcome !== 'tested') throw new Error(result.reason);
  expect(result.targets).toBeGreaterThanOrEqual(50);
  return { ...result, full: leading(result) };
}

function leading({ knowledge }: TestedMembership) {
  const [first] = knowledge;
  if (first === undefined) throw new Error('no knowledge');
  return first;
}

const threshold = (minimumPersons: number): CountRule => classicalRule({ minimumPersons, roundingBase: 1 });

describe('the unit of privacy (A4.1)', () => {
  it.each(certaintyByTrips)(
    '%s trips at epsilon 0.66 each leave an attacker right %s of the time',
    (trips, share) => {
      const options = { epsilonPerGroup: 0.66, groupsPerPerson: trips, trials: 60_000, seed: 'trips' };
      // 60,000 games: standard error at most .002; reference values are given to .001.
      expect(Math.abs(certaintyOverGroups(options) - share)).toBeLessThan(0.005);
    },
  );

  it('for one trip is below the closed bound', () => {
    const share = certaintyOverGroups({
      epsilonPerGroup: 0.66,
      groupsPerPerson: 1,
      trials: 60_000,
      seed: 'one',
    });
    expect(share).toBeLessThan(0.659);
    // Exactly 1 - exp(-0.33) / 2, where the two densities cross at one half.
    expect(Math.abs(share - (1 - Math.exp(-0.33) / 2))).toBeLessThan(0.005);
  });
});

describe('figures as they are (A4.2, A4.7)', () => {
  it('give away members of small groups, the more the smaller', () => {
    const areas = [10, 100, 1000].map((size) => attacked(exactCounts, size).full.auc.mean);
    expect(areas[0]).toBeGreaterThanOrEqual(0.98);
    expect(areas[1]).toBeGreaterThanOrEqual(0.88);
    expect(areas[2]).toBeGreaterThan(0.7);
    expect(areas).toEqual(areas.toSorted((a, b) => b - a));
  });

  it('do so even to an attacker who takes all groups as independent, as the reference did', () => {
    const { full, nullControl } = attacked(exactCounts, 100, { statistic: 'independent' });
    expect(full.auc.mean).toBeGreaterThanOrEqual(0.88);
    expect(nullControl.auc.mean).toBeGreaterThan(0.47);
    expect(nullControl.auc.mean).toBeLessThan(0.53);
  });

  it('do so to somebody who knows a tenth of a trace', () => {
    const { knowledge } = attacked(exactCounts, 100, { knownShares: [1, 0.25, 0.1] });
    expect(knowledge.map(({ knownShare }) => knownShare)).toEqual([1, 0.25, 0.1]);
    for (const { auc } of knowledge) expect(auc.low).toBeGreaterThan(0.85);
  });

  it('prove who is not in by zeros, and never anything else', () => {
    const { full, nullControl } = attacked(exactCounts, 100, { zeroMeansNobody: true });
    expect(full.contradicted).toBeGreaterThan(0.9);
    expect(full.calibratedAccuracy.mean).toBeGreaterThan(0.95);
    expect(nullControl.auc.mean).toBeGreaterThan(0.47);
    expect(nullControl.auc.mean).toBeLessThan(0.53);
  });
});

describe('a threshold (A4.3)', () => {
  it('of 10 hides everybody in groups of 100', () => {
    expect(Math.abs(attacked(threshold(10), 100).full.auc.mean - 0.5)).toBeLessThanOrEqual(0.02);
  });

  it('of 10 does not hide people in groups of 1000, and helps more the higher it is', () => {
    const areas = [3, 10, 20].map((minimum) => attacked(threshold(minimum), 1000).full.auc);
    expect(areas[1]?.low).toBeGreaterThan(0.6);
    expect(areas.map(({ mean }) => mean)).toEqual(areas.map(({ mean }) => mean).toSorted((a, b) => b - a));
  });
});

describe('noise for each person (A4.4)', () => {
  it.each([0.05, 0.125, 0.5, 2])('of rho %s keeps the attack under the ceiling', (rho) => {
    // 168 hours, one zone in each: the noise of every figure has the variance 168 / (2 rho).
    const rule = gaussianRule({ sigma: Math.sqrt(town.hours / (2 * rho)), roundingBase: 1 });
    const { full } = attacked(rule, 100, { game: 'addRemove', statistic: 'independent' });
    const ceiling = gaussianCeiling(rho);
    expect(full.auc.low).toBeLessThanOrEqual(ceiling.auc);
    expect(full.calibratedAccuracy.low).toBeLessThanOrEqual(ceiling.accuracy);
    if (rho === 2) expect(full.auc.mean).toBeGreaterThanOrEqual(0.7);
    if (rho === 0.05) expect(full.auc.mean).toBeLessThan(0.62);
  });
});

describe('cell-key noise (A4.5)', () => {
  const table = noiseTable(noiseVariants.essI);
  const intervals = noiseIntervals(table);
  const noiseAlone: CountRule = (_, persons, random) => persons + noiseAt(intervals, persons, random.bits());

  it('helps little against membership inference', () => {
    expect(attacked(noiseAlone, 100).full.auc.mean).toBeGreaterThanOrEqual(0.88);
    const asPublished = cellKeyRule(table, { minimumPersons: 1, roundingBase: 1, showsZero: true });
    expect(attacked(asPublished, 100, { zeroMeansNobody: true }).full.auc.mean).toBeGreaterThanOrEqual(0.88);
  });
});

describe('an attacker with the release alone (A4.6)', () => {
  it('comes close to one who knows other people', () => {
    const random = seededRandom('membership', 'a release');
    const counts = new Float64Array(traces.groups);
    for (let i = 0; i < 100; i += 1) {
      const person = random.below(traces.persons);
      const own = traces.groupOf.subarray(traces.starts[person], traces.starts[person + 1]);
      for (const group of own) counts[group] = (counts[group] ?? 0) + 1;
    }
    const release = {
      zones: town.zones,
      bins: town.hours,
      figures: counts,
      centres: town.centres,
      persons: 100,
      rule: exactCounts,
      hiddenGuess: 0,
    };
    const reference = played(synthesiseTraces(release, { ...usualSynthesis, seed: 'membership' }));
    for (const statistic of ['independent', 'joint'] as const) {
      const informed = attacked(exactCounts, 100, { statistic }).full.auc.mean;
      const alone = attacked(exactCounts, 100, { statistic, reference }).full.auc.mean;
      expect((2 * alone - 1) / (2 * informed - 1)).toBeGreaterThanOrEqual(0.8);
    }
  });
});
