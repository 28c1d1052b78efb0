/** Scores of the games about one target: game i without the target and with it comes from the same other people. */
export interface Scores {
  readonly without: Float64Array;
  readonly having: Float64Array;
}

/** The area under the curve of one target, as sums from which games can be left out. */
export interface Separation {
  readonly auc: number;
  /** The area without game i, for each i. */
  readonly aucLeavingOut: Float64Array;
}

/**
 * How often a score with the target is above a score without it, ties half: the area under the curve, from 0 to 1. Pairs of the
 * same other people are left out, since they would be told apart too easily. At least 3 games.
 */
export function separationOf({ without, having }: Scores): Separation {
  const games = without.length;
  const touching = new Float64Array(games);
  let total = 0;
  for (let i = 0; i < games; i += 1) {
    for (let j = 0; j < games; j += 1) {
      if (i === j) continue;
      const won = above(having[i] ?? 0, without[j] ?? 0);
      total += won;
      touching[i] = (touching[i] ?? 0) + won;
      touching[j] = (touching[j] ?? 0) + won;
    }
  }
  const fewer = (games - 1) * (games - 2);
  return {
    auc: total / (games * (games - 1)),
    aucLeavingOut: touching.map((sum) => (total - sum) / fewer),
  };
}

function above(a: number, b: number): number {
  if (a > b) return 1;
  return a === b ? 0.5 : 0;
}

/** The threshold that tells these scores apart best; a score above it is taken for "in". */
export function bestThreshold({ without, having }: Scores): number {
  const outs = without.toSorted();
  const ins = having.toSorted();
  const cuts = Float64Array.from([...outs, ...ins]).toSorted();
  let best = { gain: 0, from: Number.NaN, to: Number.NaN };
  for (const [at, cut] of cuts.entries()) {
    const gain = shareAbove(ins, cut) - shareAbove(outs, cut);
    if (gain > best.gain) best = { gain, from: cut, to: cuts[at + 1] ?? cut };
  }
  if (best.gain === 0)
    return middle(cuts[Math.floor((cuts.length - 1) / 2)] ?? 0, cuts[Math.floor(cuts.length / 2)] ?? 0);
  return middle(best.from, best.to);
}

/** Between two scores; just above the lower one where that is a proof. */
function middle(a: number, b: number): number {
  return Math.max(a, -Number.MAX_VALUE) / 2 + Math.max(b, -Number.MAX_VALUE) / 2;
}

function shareAbove(sorted: Float64Array, cut: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if ((sorted[half] ?? 0) > cut) high = half;
    else low = half + 1;
  }
  return 1 - low / sorted.length;
}

/** Mean of the shares decided rightly with and without the target; a score on the threshold is a coin flip. */
export function balancedAccuracy({ without, having }: Scores, threshold: number): number {
  const ins = having.reduce((sum, score) => sum + above(score, threshold), 0) / having.length;
  const outs = without.reduce((sum, score) => sum + above(threshold, score), 0) / without.length;
  return (ins + outs) / 2;
}

/** Every second game, from `first` (0 or 1) on. */
export function everySecond({ without, having }: Scores, first: 0 | 1): Scores {
  const half = (scores: Float64Array): Float64Array => scores.filter((_, i) => i % 2 === first);
  return { without: half(without), having: half(having) };
}

/** Balanced accuracy where the threshold is set on one half of the games and tried on the other, both ways round. */
export function crossedAccuracy(scores: Scores): number {
  const [even, odd] = [everySecond(scores, 0), everySecond(scores, 1)];
  return (balancedAccuracy(odd, bestThreshold(even)) + balancedAccuracy(even, bestThreshold(odd))) / 2;
}
