import type { Candidate } from '../../shared/ipc/vault-contract.ts';

/** Published groups of a candidate by `zone|start|age band|gender`, `start` in seconds, with their figure. */
export function publishedGroups(candidate: Candidate): ReadonlyMap<string, number> {
  const groups = new Map<string, number>();
  candidate.rowZone.forEach((zone, row) => {
    if (candidate.rowStatus[row] !== 0) return;
    const group = candidate.classes[candidate.rowClass[row] ?? -1];
    const key = [
      candidate.zones[zone]?.zoneId,
      candidate.rowStart[row],
      group?.ageBand ?? '',
      group?.gender ?? '',
    ].join('|');
    if (groups.has(key)) throw new Error(`group ${key} stands twice`);
    groups.set(key, candidate.rowPersons[row] ?? -1);
  });
  return groups;
}
