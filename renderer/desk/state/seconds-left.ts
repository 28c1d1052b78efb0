/** Seconds and parts below which an estimate would be a guess. */
const fewestSeconds = 2;
const leastDone = 0.02;

/** Seconds until work is done that took `elapsed` seconds for the part `done` (0 to 1); `undefined` while it is too early to say. */
export function secondsLeft(elapsed: number, done: number | undefined): number | undefined {
  if (done === undefined || done < leastDone || elapsed < fewestSeconds) return undefined;
  return Math.max(0, Math.round((elapsed * (1 - done)) / done));
}
