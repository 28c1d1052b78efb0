/** Fewer positions say nothing about where most are. */
const leastPositions = 20;
/** Nothing nearer to the middle than this is far, degrees. */
const leastFar = 10;
/** How many times as far from the middle as half of the positions are. */
const timesUsual = 10;

/**
 * How many positions, [latitude, longitude] in degrees, lie far from all others: in latitude or longitude ten times as far from the median as half of
 * them are, and ten degrees at least. 0 where there are fewer than 20 positions on Earth.
 */
export function farPositions(positions: readonly (readonly number[])[]): number {
  const onEarth = positions.filter(([y = 999, x = 999]) => Math.abs(y) <= 90 && Math.abs(x) <= 180);
  if (onEarth.length < leastPositions) return 0;
  const far = [0, 1].map((axis) => farOnAxis(onEarth.map((position) => position[axis] ?? 0)));
  return onEarth.filter((_, i) => far.some((isFar) => isFar[i] === true)).length;
}

function farOnAxis(values: readonly number[]): readonly boolean[] {
  const middle = median(values);
  const apart = values.map((value) => turned(Math.abs(value - middle)));
  const limit = Math.max(leastFar, timesUsual * median(apart));
  return apart.map((degrees) => degrees > limit);
}

/** The shorter way round the Earth. */
const turned = (degrees: number): number => Math.min(degrees, 360 - degrees);

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
