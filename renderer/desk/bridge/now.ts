/** Seconds since 1970 UTC by the clock of this machine. */
export function now(): number {
  return Math.floor(Date.now() / 1000);
}
