import { sharedColumn } from './shared-column.ts';
import type { SitePresences } from './site-presences.ts';

/**
 * Presences in zones: person p was in zone z in slot t. A zone is a set of sites, and its presences are the runs of those, by
 * slot: `runs[zoneStarts[z]]` to `runs[zoneStarts[z + 1] - 1]`. Where a zone has several sites, somebody who was at two of
 * them in one slot stands in two of its runs. A site may lie in several zones, of different levels.
 */
export interface Presences {
  readonly sites: SitePresences;
  readonly zoneStarts: Int32Array;
  readonly runs: Int32Array;
}

/**
 * Presences of sites in the zones of each level: `zoneOfSite` is the zone of each site at one level, -1 for none. Only runs are put in
 * order, no presence is moved: another grid or a coarser level costs a fraction of a count.
 */
export function presencesInZones(
  sites: SitePresences,
  zoneOfSite: readonly Int32Array[],
  zones: number,
): Presences {
  const zoneStarts = sharedColumn(zones + 1);
  for (const zoneOf of zoneOfSite)
    zoneOf.forEach((zone, site) => {
      if (zone === -1) return;
      const own = (sites.runStarts[site + 1] ?? 0) - (sites.runStarts[site] ?? 0);
      zoneStarts[zone + 1] = (zoneStarts[zone + 1] ?? 0) + own;
    });
  for (let zone = 0; zone < zones; zone++)
    zoneStarts[zone + 1] = (zoneStarts[zone + 1] ?? 0) + (zoneStarts[zone] ?? 0);
  const runs = sharedColumn(zoneStarts[zones] ?? 0);
  const next = zoneStarts.slice();
  const { order, siteOf } = bySlot(sites);
  for (const zoneOf of zoneOfSite)
    for (let i = 0; i < order.length; i++) {
      const run = order[i] ?? 0;
      const zone = zoneOf[siteOf[run] ?? 0] ?? -1;
      if (zone === -1) continue;
      const place = next[zone] ?? 0;
      next[zone] = place + 1;
      runs[place] = run;
    }
  return { sites, zoneStarts, runs };
}

/** All runs by slot, and the site of each. */
function bySlot({ runStarts, slot, slots }: SitePresences): {
  readonly order: Int32Array;
  readonly siteOf: Int32Array;
} {
  const siteOf = new Int32Array(slot.length);
  for (let site = 0; site + 1 < runStarts.length; site++)
    siteOf.fill(site, runStarts[site], runStarts[site + 1]);
  const next = new Int32Array(slots + 1);
  for (let run = 0; run < slot.length; run++) {
    const at = (slot[run] ?? 0) + 1;
    next[at] = (next[at] ?? 0) + 1;
  }
  for (let at = 0; at < slots; at++) next[at + 1] = (next[at + 1] ?? 0) + (next[at] ?? 0);
  const order = new Int32Array(slot.length);
  for (let run = 0; run < slot.length; run++) {
    const at = slot[run] ?? 0;
    const place = next[at] ?? 0;
    next[at] = place + 1;
    order[place] = run;
  }
  return { order, siteOf };
}
