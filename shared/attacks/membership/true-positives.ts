import { everySecond, type Scores } from './separation.ts';

/** Scatter below this share of what the target adds makes no score more certain, as few games cannot show it. */
const leastScatter = 0.1;

/**
 * For each target the share of games with it that are above all but 1 % of the games without any target (Carlini et al. 2022): how
 * many persons an attacker who must hardly ever be wrong is sure of. Scores of different targets are made comparable as likelihood
 * ratios, by what the other half of the target's games says: moved by the mean without it, then scaled by what the target adds
 * over the variance.
 */
export function truePositivesAtOnePercent(targets: readonly Scores[]): readonly number[] {
  const scaled = targets.map(comparable);
  const outs = Float64Array.from(scaled.flatMap(({ without }) => [...without])).toSorted();
  const threshold = outs[outs.length - 1 - Math.floor(outs.length / 100)] ?? Infinity;
  return scaled.map(({ having }) => having.filter((score) => score > threshold).length / having.length);
}

function comparable(scores: Scores): Scores {
  const finite = [...scores.without, ...scores.having].filter((score) => Number.isFinite(score));
  const floor = Math.min(0, ...finite) - 1;
  const lifted: Scores = {
    without: scores.without.map((score) => Math.max(score, floor)),
    having: scores.having.map((score) => Math.max(score, floor)),
  };
  const [even, odd] = [everySecond(lifted, 0), everySecond(lifted, 1)];
  const [byOdd, byEven] = [scaledBy(even, odd), scaledBy(odd, even)];
  return {
    without: Float64Array.from([...byOdd.without, ...byEven.without]),
    having: Float64Array.from([...byOdd.having, ...byEven.having]),
  };
}

function scaledBy({ without, having }: Scores, others: Scores): Scores {
  const centre = mean(others.without);
  const added = Math.max(0, mean(others.having) - centre);
  const variance = mean(others.without.map((score) => (score - centre) ** 2));
  const slope = added === 0 ? 0 : added / (variance + leastScatter * added * added);
  const scale = (score: number): number => (score - centre) * slope;
  return { without: without.map(scale), having: having.map(scale) };
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
