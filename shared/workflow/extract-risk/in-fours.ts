/** A place on a plane, in any unit. */
interface Middle {
  readonly x: number;
  readonly y: number;
}

/**
 * Numbers groups of up to four places that lie beside each other: halves the places by their middle value, along the side on which they
 * spread most, until no more than four are left (a k-d tree; Bentley 1975). Groups count from 0.
 */
export function inFours(middles: readonly Middle[]): Int32Array {
  const groupOf = new Int32Array(middles.length);
  let groups = 0;
  const split = (members: readonly number[]): void => {
    if (members.length <= 4) {
      for (const member of members) groupOf[member] = groups;
      groups += 1;
      return;
    }
    const axis = spread(members, middles, 'x') >= spread(members, middles, 'y') ? 'x' : 'y';
    const sorted = members.toSorted((a, b) => at(middles, a, axis) - at(middles, b, axis) || a - b);
    const half = 4 * Math.ceil(sorted.length / 8);
    split(sorted.slice(0, half));
    split(sorted.slice(half));
  };
  if (middles.length > 0) split([...middles.keys()]);
  return groupOf;
}

function at(middles: readonly Middle[], member: number, axis: keyof Middle): number {
  return middles[member]?.[axis] ?? 0;
}

function spread(members: readonly number[], middles: readonly Middle[], axis: keyof Middle): number {
  const values = members.map((member) => at(middles, member, axis));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return high - low;
}
