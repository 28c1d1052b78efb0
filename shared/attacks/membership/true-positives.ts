import { everySecond, type Scores } from './separation.ts';

/**
 * For each target the share of games with it that are above all but 1 % of the games without any target (Carlini et al. 2022): how
 * many persons an attacker who must hardly ever be wrong is sure of. Scores of different targets are made comparable by mean and
 * standard deviation of the other half of their games without the target.
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
  const [byOdd, byEven] = [scaledBy(even, odd.without), scaledBy(odd, even.without)];
  return {
    without: Float64Array.from([...byOdd.without, ...byEven.without]),
    having: Float64Array.from([...byOdd.having, ...byEven.having]),
  };
}

function scaledBy({ without, having }: Scores, measure: Float64Array): Scores {
  const mean = measure.reduce((sum, score) => sum + score, 0) / measure.length;
  const squares = measure.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (measure.length - 1)) || 1e-9;
  const scale = (score: number): number => (score - mean) / deviation;
  return { without: without.map(scale), having: having.map(scale) };
}
