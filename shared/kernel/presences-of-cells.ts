import type { BaseTable } from './base-table.ts';
import { presencesBySite } from './presences-by-site.ts';
import type { SitePresences } from './site-presences.ts';

/** Presences of a base table at its `cells` base cells, in slots of so many seconds, however many events tell of each. */
export function presencesOfCells(
  { person, second, cell }: BaseTable,
  cells: number,
  slotSeconds: number,
  visitsAtOnce?: number,
): SitePresences {
  const { firstSlot, slots } = slotRange(second, slotSeconds);
  const visitsOfSite = new Int32Array(cells);
  for (let i = 0; i < cell.length; i++) {
    const at = cell[i] ?? 0;
    visitsOfSite[at] = (visitsOfSite[at] ?? 0) + 1;
  }
  const own = { visitsOfSite, presences: cell.length, firstSlot, slots, inOneSlot: true };
  return presencesBySite(
    {
      ...own,
      collect: ({ first, end, next }, to) => {
        const latest = new Int32Array(end - first).fill(-1);
        for (let i = 0; i < cell.length; i++) {
          const at = (cell[i] ?? 0) - first;
          if (at < 0 || at >= end - first) continue;
          const who = person[i] ?? 0;
          const slot = Math.floor((second[i] ?? 0) / slotSeconds) - firstSlot;
          const place = next[at] ?? 0;
          if (latest[at] === who && to.first[place - 1] === slot) continue;
          latest[at] = who;
          next[at] = place + 1;
          to.person[place] = who;
          to.first[place] = slot;
        }
      },
    },
    visitsAtOnce,
  );
}

function slotRange(
  second: Int32Array,
  slotSeconds: number,
): { readonly firstSlot: number; readonly slots: number } {
  if (second.length === 0) return { firstSlot: 0, slots: 0 };
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < second.length; i++) {
    low = Math.min(low, second[i] ?? 0);
    high = Math.max(high, second[i] ?? 0);
  }
  const firstSlot = Math.floor(low / slotSeconds);
  return { firstSlot, slots: Math.floor(high / slotSeconds) - firstSlot + 1 };
}
