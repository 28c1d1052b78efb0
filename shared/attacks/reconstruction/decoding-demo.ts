import type { LinearSolver } from '../../ports/linear-solver.ts';
import { seededRandom, type SeededRandom } from '../random.ts';
import { decodeBits, type SubsetCounts } from './decode-bits.ts';

/** Invented secrets: how many bits, over how many random subsets they are counted, standard deviation of the noise, and how often. */
export interface DemoOptions {
  readonly bits: number;
  readonly queries: number;
  readonly deviation: number;
  readonly repetitions: number;
  readonly iterationLimit: number;
}

/** Share of secret bits that were read right; runs that the solver gave up are not in it. */
export interface DemoResult {
  readonly share: number;
  readonly decoded: number;
  readonly gaveUp: number;
}

/** Shows on invented bits why answering many questions about the same persons with little noise gives them away. */
export function* decodingDemo(
  options: DemoOptions,
  solver: LinearSolver,
  seed: string,
): Generator<{ readonly done: number; readonly total: number }, DemoResult> {
  let [right, decoded] = [0, 0];
  for (let done = 0; done < options.repetitions; done += 1) {
    yield { done, total: options.repetitions };
    const random = seededRandom(seed, `decoding ${done}`);
    const secret = Uint8Array.from({ length: options.bits }, () => random.below(2));
    const found = decodeBits(askedOf(secret, options, random), solver, options.iterationLimit);
    if (found === undefined) continue;
    decoded += 1;
    right += found.filter((bit, i) => bit === secret[i]).length;
  }
  const share = decoded === 0 ? 0 : right / (decoded * options.bits);
  return { share, decoded, gaveUp: options.repetitions - decoded };
}

function askedOf(
  secret: Uint8Array,
  { queries, deviation }: DemoOptions,
  random: SeededRandom,
): SubsetCounts {
  const subsets = Array.from({ length: queries }, () =>
    [...secret.keys()].filter(() => random.below(2) === 1),
  );
  const starts = new Int32Array(queries + 1);
  subsets.forEach((subset, query) => (starts[query + 1] = (starts[query] ?? 0) + subset.length));
  const answers = Int32Array.from(subsets, (subset) => {
    const truth = subset.reduce((sum, person) => sum + (secret[person] ?? 0), 0);
    return truth + Math.round(deviation * normal(random));
  });
  return { bits: secret.length, starts, members: Int32Array.from(subsets.flat()), answers };
}

/** A draw of the standard normal distribution (Box and Muller 1958). */
function normal(random: SeededRandom): number {
  return Math.sqrt(-2 * Math.log(1 - random.uniform())) * Math.cos(2 * Math.PI * random.uniform());
}
