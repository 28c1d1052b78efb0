import type { Steps } from '../../protect/secondary/steps.ts';
import { seededRandom } from '../random.ts';
import { busiestZones, fixedBaselines, randomLinking } from './baselines.ts';
import { bestOfTried, type Tried } from './best-of-tried.ts';
import { movements } from './movement.ts';
import type { Paths } from './night-zones.ts';
import { readCounts, readingsOf } from './reading.ts';
import { recoverTraces, type FollowLimits } from './recover-traces.ts';
import { binsOf, type RecoveryRelease } from './recovery-release.ts';
import { recoveryObstacle } from './recovery-obstacle.ts';
import type { RecoveryResult, RecoverySize } from './recovery-result.ts';
import { scoreTraces } from './score-traces.ts';
import { drawTargets, sumOfBins, type TargetNumbers, type Targets } from './targets.ts';
import { zonePlane } from './zone-plane.ts';

/** Version of the method. */
export const recoveryVersion = 1;

/** What is tried, and how much of it. */
export interface RecoveryOptions extends FollowLimits, TargetNumbers {
  readonly seed: string;
  /** The caller says that the data are generated and wants the path that was recovered best. */
  readonly replay: boolean;
}

/** Enough for intervals of about a point, and under a minute for a city of 100,000 persons. */
export const recoveryDefaults: Omit<RecoveryOptions, 'seed'> = {
  traces: 3000,
  tracesOfZone: 200,
  candidates: 200,
  targets: 2000,
  dayAnchors: 0,
  replay: false,
};

interface Progress {
  readonly done: number;
  readonly total: number;
}

/**
 * Tries to follow persons through a release of persons by time and zone (Xu et al. 2017, "Trajectory Recovery From Ash"), with every
 * reading of the figures and every model of movement, and keeps the best for the attacker. `truth` is for scoring alone: zone of person
 * p in bin t, -1 where not seen; its bins are those of the release. One variant's day at a time counts as progress.
 */
export function* attackRecovery(
  release: RecoveryRelease,
  truth: Paths,
  options: RecoveryOptions,
): Generator<Progress, RecoveryResult> {
  requireFit(release, truth);
  const readings = readingsOf(release);
  const course = { done: 0, total: readings.length * movements.length * release.days };
  const work = attempt(release, truth, { options, onDay: () => (course.done += 1) });
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    yield { ...course };
  }
}

function requireFit(release: RecoveryRelease, truth: Paths): void {
  const { figures, zones, centres } = release;
  const bins = binsOf(release);
  if (figures.length !== bins * zones || centres.length !== 2 * zones || truth.bins !== bins) {
    throw new Error('Figures, centres and truth of a recovery attack do not fit each other.');
  }
  const obstacle = recoveryObstacle(release);
  if (obstacle !== undefined)
    throw new Error(`A release with the obstacle ${obstacle} cannot be attacked by recovery.`);
}

interface Attempt {
  readonly options: RecoveryOptions;
  readonly onDay: () => void;
}

function* attempt(
  release: RecoveryRelease,
  truth: Paths,
  { options, onDay }: Attempt,
): Steps<RecoveryResult> {
  const targets = yield* drawTargets(truth, release, options, seededRandom(options.seed, 'recovery targets'));
  yield;
  const busiest = yield* busiestZones(truth, release.zones);
  const fixed = yield* fixedBaselines(targets.list, busiest, release);
  const plane = zonePlane(release.centres);
  const tried: Tried[] = [];
  let followed = 0;
  for (const reading of readingsOf(release)) {
    const counts = yield* readCounts(release, reading);
    const random = randomLinking(targets.list, counts, release.zones);
    yield;
    for (const movement of movements) {
      const traces = yield* recoverTraces({
        release,
        days: release.days,
        movement,
        plane,
        counts,
        limits: options,
        random: seededRandom(options.seed, `recovery ${reading.completion} ${reading.window} ${movement}`),
        onDay,
      });
      const score = yield* scoreTraces(targets.list, traces, release, plane);
      tried.push({ variant: { ...reading, movement }, random, ...score });
      followed = traces.paths;
    }
  }
  const size = sizeOf(release, truth, targets);
  return bestOfTried(
    { ...size, followed, variants: tried.length },
    { targets, fixed, tried },
    options.replay,
  );
}

function sizeOf(
  release: RecoveryRelease,
  truth: Paths,
  { list, withoutNight, scored }: Targets,
): Omit<RecoverySize, 'followed' | 'variants'> {
  return {
    persons: truth.paths,
    bins: binsOf(release),
    targets: list.length,
    withoutNight,
    scoredBins: sumOfBins(scored.all),
    awayBins: sumOfBins(scored.away),
  };
}
