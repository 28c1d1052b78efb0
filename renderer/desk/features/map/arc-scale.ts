import type { Arcs } from '../../../../shared/ipc/view.ts';
import { niceBelow } from './class-breaks.ts';

/** Widths in pixels of the thinnest and the widest flow. */
const thinnest = 1.4;
const widest = 10;
/** Flows drawn while no zone is chosen; more would hide each other. */
const mostDrawn = 60;

/** Width of a flow: in proportion to its persons, up to `most`, but never too thin to be seen. */
export function arcWidth(persons: number, most: number): number {
  return Math.max(thinnest, Math.min(1, persons / Math.max(1, most)) * widest);
}

/** The figure the widest line stands for: as before while it still fits, so that widths keep their meaning in time. */
export function steadyMost(before: number, arcs: Arcs): number {
  const largest = arcs.value.reduce((most, value) => Math.max(most, value), 0);
  if (largest === 0) return before;
  return largest <= before && largest >= before / 3 ? before : largest;
}

/** Figures the legend shows a line for: up to three, ascending, none under the smallest that can be published. */
export function sampleFigures(most: number, smallest: number): readonly number[] {
  const wanted = [most / 10, most / 3, most].map(niceBelow);
  return [...new Set(wanted)].filter((figure) => figure > 0 && figure >= smallest);
}

/** The flows that are drawn: the largest, or all of them once a zone is chosen. They come largest first. */
export function drawnArcs(arcs: Arcs, chosen: boolean): Arcs {
  const count = chosen ? arcs.value.length : mostDrawn;
  return {
    from: arcs.from.subarray(0, count),
    to: arcs.to.subarray(0, count),
    value: arcs.value.subarray(0, count),
  };
}
