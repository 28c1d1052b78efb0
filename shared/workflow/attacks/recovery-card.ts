import { attackRecovery, recoveryDefaults, recoveryVersion } from '../../attacks/recovery/attack-recovery.ts';
import { recoveryObstacle } from '../../attacks/recovery/recovery-obstacle.ts';
import type { RecoveryRelease } from '../../attacks/recovery/recovery-release.ts';
import type { RecoveryRates, RecoveryScored } from '../../attacks/recovery/recovery-result.ts';
import type { AttackReport } from '../../evidence/attack-report.ts';
import { addsNoise } from '../../recipe/guarantee.ts';
import type { Attack, AttackMaterial } from './attack-material.ts';
import { footfallSeries, type FootfallSeries } from './footfall-series.ts';
import { truePaths } from './true-paths.ts';

/** How many are followed: joining days takes time in the cube of a zone's persons. */
const howMany = { traces: 1500, tracesOfZone: 100, candidates: 100 } as const;

/** "Can they be followed?": how many more hours away from home the release lets an attacker place people in. */
export const recovery: Attack = function* (material) {
  const series = footfallSeries(material.released);
  if (typeof series === 'string') return untested(material, series);
  const reading = truePaths(material, series);
  let read = reading.next();
  for (; read.done !== true; read = reading.next()) yield { done: 0, total: 0 };
  const truth = read.value;
  const release = releaseOf(material, series, truth.counted);
  if (recoveryObstacle(release) !== undefined) return untested(material, 'too-large');
  const replay = material.replay !== undefined;
  const options = { ...recoveryDefaults, ...howMany, seed: material.seed, replay };
  const result = yield* attackRecovery(release, truth, options);
  if (result.kind !== 'scored') return untested(material, 'nothing-to-score');
  tellReplay(result, series, material);
  return reportOf(result, material);
};

function releaseOf(
  { recipe }: AttackMaterial,
  { clock, zones, figures, centres }: FootfallSeries,
  persons: number,
): RecoveryRelease {
  const { minimumPersons, roundingBase, zeroGroups, guarantee } = recipe;
  const { days, binsPerDay, nightBins } = clock;
  return {
    days,
    binsPerDay,
    nightBins,
    zones: zones.length,
    figures,
    centres,
    persons,
    isEveryoneSeen: false,
    rule: {
      minimumPersons,
      roundingBase,
      isNoisy: addsNoise(guarantee),
      isZeroShown: zeroGroups === 'shown' && guarantee.kind === 'classical',
    },
  };
}

function tellReplay(
  { replay: path }: RecoveryScored,
  { clock, zones }: FootfallSeries,
  { replay, released }: AttackMaterial,
): void {
  if (!path) return;
  replay?.({
    zoneIds: Array.from(zones, (zone) => released.zones[zone]?.zoneId ?? ''),
    binsPerDay: clock.binsPerDay,
    truth: Int32Array.from(path.truth),
    recovered: Int32Array.from(path.recovered),
    awayBins: path.awayBins,
    awayRight: path.awayRight,
  });
}

function common({
  policy,
  seed,
}: AttackMaterial): Pick<AttackReport, 'attack' | 'version' | 'seed' | 'limit'> {
  return { attack: 'recovery', version: recoveryVersion, seed, limit: policy.attacks.recoveryPoints };
}

function untested(material: AttackMaterial, reason: string): AttackReport {
  return { ...common(material), outcome: 'notTested', reason, parameters: {}, figures: {} };
}

function reportOf(
  { size, allHours, awayHours, uplift }: RecoveryScored,
  material: AttackMaterial,
): AttackReport {
  const measured = 100 * uplift.high;
  const { persons, bins, followed, targets } = size;
  return {
    ...common(material),
    outcome: measured <= material.policy.attacks.recoveryPoints ? 'pass' : 'fail',
    measured,
    parameters: {
      persons,
      bins,
      followed,
      targets,
      movement: awayHours.variant.movement,
      over: uplift.over,
    },
    figures: {
      allHours: allHours.attack,
      away: awayHours.attack,
      ...baselines(allHours, 'AllHours'),
      ...baselines(awayHours, 'Away'),
      uplift: uplift.rate,
      upliftLow: uplift.low,
      upliftHigh: uplift.high,
    },
  };
}

function baselines(rates: RecoveryRates, hours: string): AttackReport['figures'] {
  const { stayHome, busiestZone, randomLinking, anchorsOnly } = rates;
  return {
    [`stayHome${hours}`]: stayHome,
    [`busiestZone${hours}`]: busiestZone,
    [`null${hours}`]: randomLinking,
    [`anchorsOnly${hours}`]: anchorsOnly,
  };
}
