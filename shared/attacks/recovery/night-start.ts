import { largestRemainder } from './on-total.ts';

/**
 * Where a day's persons are in its first bin: first those who stay put all night (in each zone as many as its smallest figure of
 * the night), then the rest of that bin, then those it does not show, spread like the whole night. `counts` are the day's numbers by
 * bin and zone.
 */
export function nightStart(
  counts: Int32Array,
  zones: number,
  nightBins: number,
  persons: number,
): Int16Array {
  const least = Int32Array.from({ length: zones }, (_, zone) => leastOf(counts, zone, zones, nightBins));
  const start = new Int16Array(persons);
  let placed = 0;
  const place = (amounts: Int32Array): void => {
    for (const [zone, amount] of amounts.entries()) {
      start.fill(zone, placed, placed + amount);
      placed = Math.min(placed + amount, persons);
    }
  };
  place(least);
  place(counts.slice(0, zones).map((count, zone) => count - (least[zone] ?? 0)));
  if (placed < persons)
    place(spreadLikeNight(counts.subarray(0, nightBins * zones), zones, persons - placed));
  return start;
}

function leastOf(counts: Int32Array, zone: number, zones: number, nightBins: number): number {
  let least = counts[zone] ?? 0;
  for (let bin = 1; bin < nightBins; bin++) least = Math.min(least, counts[bin * zones + zone] ?? 0);
  return least;
}

function spreadLikeNight(night: Int32Array, zones: number, missing: number): Int32Array {
  const sums = new Float64Array(zones);
  for (let at = 0; at < night.length; at++) sums[at % zones] = (sums[at % zones] ?? 0) + (night[at] ?? 0);
  const all = sums.reduce((sum, value) => sum + value, 0);
  const share = sums.map((value) => (all === 0 ? 1 / zones : value / all));
  return largestRemainder(
    share.map((part) => part * missing),
    missing,
  );
}
