import { published, secondary } from './block.ts';
import type { Bounds } from './bounds.ts';
import { jobKey, type Job } from './jobs.ts';
import type { Link, Slot } from './links.ts';
import { forEachGroup, ruleFor } from './load-block.ts';
import type { OuterBounds } from './outer-bounds.ts';
import { hideEmpty, type Progress, type Run } from './suppression-run.ts';

/** Hides what other blocks publish about the unsolved ones, and returns the blocks to look at again. */
export function* openLinked(
  run: Run,
  unsolved: readonly Job[],
  outer: OuterBounds,
): Generator<Progress, readonly Job[]> {
  const keys = new Set(unsolved.map(jobKey));
  const again = new Map<string, Job>(unsolved.map((job) => [jobKey(job), job]));
  for (const link of outer.links) {
    yield run.progress;
    const near = [link.whole, ...link.parts].filter((slot) => keys.has(jobKey(slot)));
    for (const slot of near) {
      if (hideAcross(run, link, slot, outer) === 0) continue;
      again.set(jobKey(slot), slot);
      for (const one of [link.whole, ...link.parts]) again.set(jobKey(one), one);
    }
  }
  return [...again.values()];
}

/**
 * Hides the other side of a link for the classes in which it bounds `slot`, and its empty groups where they are shown; returns how
 * much that was.
 */
function hideAcross(run: Run, link: Link, slot: Slot, outer: OuterBounds): number {
  const bounds = outer.of(slot.family, slot.block);
  const { loading, identities } = run;
  const others = slot === link.whole ? link.parts : [link.whole];
  let hidden = 0;
  for (const other of others) {
    const family = identities.families[other.family];
    if (family === undefined) continue;
    const { classes } = family.frame;
    const layers = family.layersOf(other.block);
    const members = layers[other.layer] ?? [];
    if (tellsOf(bounds, slot.layer * classes, classes) && ruleFor(loading, layers).zeroGroups === 'shown') {
      hideEmpty(run, layers);
      hidden += 1;
    }
    forEachGroup(loading.release, classes, [members], ({ table, at, group }) => {
      const own = loading.states[table];
      if (own === undefined || own[at] !== published) return;
      if ((bounds?.low[slot.layer * classes + group] ?? 0) <= 0) return;
      own[at] = secondary;
      hidden += 1;
    });
  }
  return hidden;
}

/** Whether anything is known from elsewhere about how many people a layer has at least. */
function tellsOf(bounds: Bounds | undefined, from: number, classes: number): boolean {
  return bounds?.low.subarray(from, from + classes).some((low) => low > 0) === true;
}
