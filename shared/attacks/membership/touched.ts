import type { Traces } from '../traces.ts';

/** The groups in which any target is, numbered from 0 as slots. */
export interface Touched {
  /** Group of each slot. */
  readonly groups: Uint32Array;
  /** Slot of each group, or -1. */
  readonly slotOf: Int32Array;
}

/** Gathers the groups of the targets: nothing else of a release tells anything about them. */
export function touchedBy({ groups, starts, groupOf }: Traces, targets: Uint32Array): Touched {
  const slotOf = new Int32Array(groups).fill(-1);
  const found: number[] = [];
  for (const target of targets) {
    for (let i = starts[target] ?? 0; i < (starts[target + 1] ?? 0); i += 1) {
      const group = groupOf[i] ?? 0;
      if (slotOf[group] !== -1) continue;
      slotOf[group] = found.length;
      found.push(group);
    }
  }
  return { groups: Uint32Array.from(found), slotOf };
}

/** The same people on the slots alone, so that each group of people is added up in a fraction of the time. */
export function onSlots({ persons, starts, groupOf }: Traces, { groups, slotOf }: Touched): Traces {
  const shortStarts = new Uint32Array(persons + 1);
  for (let p = 0; p < persons; p += 1) {
    let kept = 0;
    for (let i = starts[p] ?? 0; i < (starts[p + 1] ?? 0); i += 1)
      if ((slotOf[groupOf[i] ?? 0] ?? -1) >= 0) kept += 1;
    shortStarts[p + 1] = (shortStarts[p] ?? 0) + kept;
  }
  const slots = new Uint32Array(shortStarts[persons] ?? 0);
  let at = 0;
  for (const group of groupOf) {
    const slot = slotOf[group] ?? -1;
    if (slot < 0) continue;
    slots[at] = slot;
    at += 1;
  }
  return { persons, groups: groups.length, starts: shortStarts, groupOf: slots };
}
