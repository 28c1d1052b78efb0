import type { Understanding } from '../extract/understanding.ts';
import { Attacker } from './attacks/attacker.ts';
import type { EarlierHanded } from './attacks/earlier-handed.ts';
import type { Reviewed } from './candidate-of-review.ts';
import type { Counter } from './counter.ts';
import { ExtractRisks } from './extract-risk.ts';
import { Kept } from './kept.ts';
import type { LoadedExtract } from './loading/finish-extract.ts';
import { Protector } from './protector.ts';
import type { ReviewPorts } from './review-ports.ts';
import { tallyKey, tallyOf } from './stage-tally.ts';

/** One loaded extract and all that answers for it. Work that began on it goes on with it, also where another one is loaded meanwhile. */
export interface LoadedReview extends Reviewed {
  readonly extract: LoadedExtract;
  readonly understanding: Understanding;
  readonly protector: Protector;
  readonly attacker: Attacker;
  readonly risks: ExtractRisks;
}

/** An extract as it was loaded. */
interface Loaded {
  readonly extract: LoadedExtract;
  readonly counter: Counter;
  readonly understanding: Understanding;
}

/** Makes what answers for an extract; nothing is counted yet. */
export function loadedReview(
  { extract, counter, understanding }: Loaded,
  ports: ReviewPorts,
  earlier: EarlierHanded,
): LoadedReview {
  const tallies = new Kept();
  const tally: Reviewed['tally'] = (recipe) =>
    tallies.of('tally', tallyKey(recipe), () => tallyOf(extract, counter, recipe));
  const protector = new Protector(counter, ports);
  return {
    extract,
    understanding,
    counter,
    tally,
    protector,
    attacker: new Attacker({ extract, counter, tally }, protector, ports, earlier),
    risks: new ExtractRisks(extract, counter, ports),
  };
}
