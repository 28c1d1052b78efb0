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
  const least = counts.slice(0, zones);
  const sums = new Float64Array(zones);
  for (let at = 0; at < nightBins * zones; at++) {
    const zone = at % zones;
    least[zone] = Math.min(least[zone] ?? 0, counts[at] ?? 0);
    sums[zone] = (sums[zone] ?? 0) + (counts[at] ?? 0);
  }
  const start = new Int16Array(persons);
  let placed = 0;
  const place = (zone: number, amount: number): void => {
    start.fill(zone, placed, placed + amount);
    placed = Math.min(placed + amount, persons);
  };
  for (const [zone, amount] of least.entries()) place(zone, amount);
  for (let zone = 0; zone < zones; zone++) place(zone, (counts[zone] ?? 0) - (least[zone] ?? 0));
  const missing = persons - placed;
  if (missing === 0) return start;
  const all = sums.reduce((sum, value) => sum + value, 0);
  const share = sums.map((value) => (all === 0 ? missing / zones : (value / all) * missing));
  for (const [zone, amount] of largestRemainder(share, missing).entries()) place(zone, amount);
  return start;
}
