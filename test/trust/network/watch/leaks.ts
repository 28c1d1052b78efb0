import { mainTargets, nativeTargets, pageTargets, workerTargets } from '../vectors/targets.ts';
import { spellingHost } from '../vectors/page-vectors.ts';
import type { Target } from '../vectors/target.ts';
import { describeFrame, type Frame } from './frame.ts';

/** Which ways out were seen on the cable, by name, and what was seen of none. */
export interface Leaks {
  readonly page: readonly string[];
  readonly worker: readonly string[];
  readonly main: readonly string[];
  readonly native: readonly string[];
  /** Frames of no known way out, one line each. */
  readonly other: readonly string[];
}

export const noLeaks: Leaks = { page: [], worker: [], main: [], native: [], other: [] };

/** Tells the frames to the ways out they belong to. */
export function leaksOf(frames: readonly Frame[]): Leaks {
  const seen = (targets: readonly Target[]): readonly string[] =>
    targets.filter((target) => frames.some((frame) => belongs(frame, target))).map(({ name }) => name);
  const known = [...pageTargets, ...workerTargets, ...mainTargets, ...nativeTargets];
  const other = frames.filter((frame) => !known.some((target) => belongs(frame, target)));
  return {
    page: seen(pageTargets),
    worker: seen(workerTargets),
    main: seen(mainTargets),
    native: seen(nativeTargets),
    other: [...new Set(other.map(describeFrame))],
  };
}

function belongs(frame: Frame, target: Target): boolean {
  if (target.name === 'spelling') return frame.name !== undefined && spellingHost.test(frame.name);
  return frame.to === target.address || frame.name === target.host;
}
