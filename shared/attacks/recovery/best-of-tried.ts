import type { Baselines } from './baselines.ts';
import type { RecoveryRates, RecoveryResult, RecoverySize, RecoveryVariant } from './recovery-result.ts';
import type { RecoveredPath } from './score-traces.ts';
import { sumOfBins, type BinTally, type Targets } from './targets.ts';
import { upliftOf } from './uplift.ts';

/** A reading of the figures with a model of movement, and how often it was right. */
export interface Tried {
  readonly variant: RecoveryVariant;
  readonly hits: BinTally;
  readonly random: BinTally;
  readonly best: RecoveredPath | undefined;
}

/** All that was tried on the same targets. */
export interface AllTried {
  readonly targets: Targets;
  readonly fixed: Omit<Baselines<BinTally>, 'randomLinking'>;
  readonly tried: readonly Tried[];
}

/**
 * What the attacker reaches with the best of all that was tried, at all hours and at those away from home, beside guesses that need no
 * attack. `replay`: with the path that was recovered best.
 */
export function bestOfTried(
  size: RecoverySize,
  { targets, fixed, tried }: AllTried,
  replay: boolean,
): RecoveryResult {
  const { scored } = targets;
  const away = bestOf(tried, 'away');
  const all = bestOf(tried, 'all');
  const baselines: Baselines<BinTally> = { ...fixed, randomLinking: away.random };
  const awayHours = ratesOf(away, baselines, scored, 'away');
  const names = ['stayHome', 'busiestZone', 'randomLinking', 'anchorsOnly'] as const;
  const over = names.reduce((best, name) => (awayHours[name] > awayHours[best] ? name : best));
  const uplift = upliftOf(scored.away, away.hits.away, baselines[over].away);
  if (uplift === undefined) return { kind: 'nothingToScore', size };
  return {
    kind: 'scored',
    size,
    allHours: ratesOf(all, { ...fixed, randomLinking: all.random }, scored, 'all'),
    awayHours,
    uplift: { ...uplift, over },
    replay: replay ? away.best : undefined,
  };
}

function bestOf(tried: readonly Tried[], hours: keyof BinTally): Tried {
  const best = tried.toSorted((a, b) => sumOfBins(b.hits[hours]) - sumOfBins(a.hits[hours]))[0];
  if (best === undefined) throw new Error('A recovery attack tried nothing.');
  return best;
}

function ratesOf(
  { variant, hits }: Tried,
  baselines: Baselines<BinTally>,
  scored: BinTally,
  hours: keyof BinTally,
): RecoveryRates {
  const rate = (right: BinTally): number => sumOfBins(right[hours]) / sumOfBins(scored[hours]);
  return {
    attack: rate(hits),
    stayHome: rate(baselines.stayHome),
    busiestZone: rate(baselines.busiestZone),
    randomLinking: rate(baselines.randomLinking),
    anchorsOnly: rate(baselines.anchorsOnly),
    variant,
  };
}
