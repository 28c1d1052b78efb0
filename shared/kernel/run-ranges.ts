import type { CountOrder, RunRange } from './count-order.ts';

/**
 * Cuts the runs of all zones into about `count` ranges with as many presences each, by zones and, in a zone with many, by bins: a
 * pair of zone and bin is never in two, so that each range can be counted by itself.
 */
export function runRanges({ presences, slotBins }: CountOrder, count: number): readonly RunRange[] {
  const { sites, zoneStarts, runs } = presences;
  const { slot, starts, firstSlot } = sites;
  const { bins, binOfSlot } = slotBins;
  const shift = firstSlot - slotBins.firstSlot;
  const each = sites.person.length / count;
  const cuts = [{ from: 0, zone: 0, pair: 0 }];
  let before = 0;
  let rows = 0;
  for (let zone = 0; zone + 1 < zoneStarts.length; zone++) {
    const end = zoneStarts[zone + 1] ?? 0;
    for (let at = zoneStarts[zone] ?? 0; at < end; at++) {
      const run = runs[at] ?? 0;
      const bin = binOfSlot[(slot[run] ?? 0) + shift] ?? -1;
      if (bin === -1) continue;
      const pair = zone * bins + bin;
      if (pair !== before && rows >= each) {
        cuts.push({ from: at, zone, pair });
        rows = 0;
      }
      before = pair;
      rows += (starts[run + 1] ?? 0) - (starts[run] ?? 0);
    }
  }
  return cuts.map((cut, i) => ({ ...cut, to: cuts[i + 1]?.from ?? runs.length }));
}
