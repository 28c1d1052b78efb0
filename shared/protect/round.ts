/** Nearest multiple of `base`, ties up. Both are positive whole numbers. */
export function roundToBase(value: number, base: number): number {
  return Math.floor((2 * value + base) / (2 * base)) * base;
}
