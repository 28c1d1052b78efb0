import type { Steps } from '../base/steps.ts';

/** More bands than this are never made. */
const mostBands = 4096;
/** An interval stands in about so many bands at most, taken over all of them. */
const bandsOfInterval = 8;
/** Intervals that are gone through in a step. */
const intervalsOfStep = 1 << 14;

/** Intervals on a line by number, sorted into bands, so that few have to be looked at for any place. Made by `banding`. */
export class Bands {
  /** Where the first band begins, and how many bands there are to a unit. */
  readonly low: number;
  readonly perUnit: number;
  /** Where the numbers of each band begin. */
  readonly starts: Int32Array;
  private readonly numbers: Int32Array;

  constructor(low: number, perUnit: number, starts: Int32Array, numbers: Int32Array) {
    this.low = low;
    this.perUnit = perUnit;
    this.starts = starts;
    this.numbers = numbers;
  }

  /** Numbers of all intervals that hold a place between the least and the greatest of them, and some beside; ascending. */
  at(place: number): Int32Array {
    const band = bandOf(place, this);
    return this.numbers.subarray(this.starts[band], this.starts[band + 1]);
  }

  /** Numbers of all intervals that have a place in common with this one, and some beside; each once. */
  between(low: number, high: number): Iterable<number> {
    const [first, last] = [bandOf(low, this), bandOf(high, this)];
    const numbers = this.numbers.subarray(this.starts[first], this.starts[last + 1]);
    return first === last ? numbers : new Set(numbers);
  }
}

interface Scale {
  readonly low: number;
  readonly perUnit: number;
  readonly starts: Int32Array;
}

function bandOf(place: number, { low, perUnit, starts }: Scale): number {
  return Math.max(0, Math.min(starts.length - 2, Math.floor((place - low) * perUnit)));
}

/** Sorts intervals into bands; `lows[i]` is not above `highs[i]`. */
export function* banding(lows: Float64Array, highs: Float64Array): Steps<Bands> {
  const total = lows.length;
  let [low, high, lengths] = [Infinity, -Infinity, 0];
  for (let i = 0; i < total; i++) {
    const [from, to] = [lows[i] ?? 0, highs[i] ?? 0];
    low = Math.min(low, from);
    high = Math.max(high, to);
    lengths += to - from;
    if (i % intervalsOfStep === intervalsOfStep - 1) yield { done: i, total };
  }
  const count = howMany(total, lengths / (high - low));
  const perUnit = high > low ? count / (high - low) : 0;
  const scale = { low, perUnit, starts: new Int32Array(count + 1) };
  const numbers = yield* sorted({ ...scale, lows, highs });
  return new Bands(low, perUnit, scale.starts, numbers);
}

/** `crowd` is how many intervals hold a place on average. */
function howMany(intervals: number, crowd: number): number {
  const room = crowd > 0 ? (bandsOfInterval * intervals) / crowd : mostBands;
  return Math.max(1, Math.floor(Math.min(mostBands, intervals / 2, room)));
}

interface Intervals extends Scale {
  readonly lows: Float64Array;
  readonly highs: Float64Array;
}

/** Fills in where each band starts, and gives the numbers of the intervals band by band. */
function* sorted(intervals: Intervals): Steps<Int32Array> {
  const { starts } = intervals;
  yield* eachIn(intervals, (band) => {
    starts[band + 1] = (starts[band + 1] ?? 0) + 1;
  });
  for (let band = 1; band < starts.length; band++)
    starts[band] = (starts[band] ?? 0) + (starts[band - 1] ?? 0);
  const next = starts.slice();
  const numbers = new Int32Array(starts.at(-1) ?? 0);
  yield* eachIn(intervals, (band, interval) => {
    const at = next[band] ?? 0;
    numbers[at] = interval;
    next[band] = at + 1;
  });
  return numbers;
}

/** Tells every band of every interval, in the order of the intervals. */
function* eachIn(intervals: Intervals, tell: (band: number, interval: number) => void): Steps<void> {
  const { lows, highs } = intervals;
  const total = lows.length;
  for (let i = 0; i < total; i++) {
    const last = bandOf(highs[i] ?? 0, intervals);
    for (let band = bandOf(lows[i] ?? 0, intervals); band <= last; band++) tell(band, i);
    if (i % intervalsOfStep === intervalsOfStep - 1) yield { done: i, total };
  }
}
