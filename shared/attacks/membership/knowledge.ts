import { seededRandom } from '../random.ts';

/** Which cells the attacker knows: 1, others 0. At least one of each target, drawn at random. */
export function knownCells(cellStarts: Uint32Array, share: number, seed: string): Uint8Array {
  const random = seededRandom(seed, `membership knowledge ${share}`);
  const known = new Uint8Array(cellStarts.at(-1) ?? 0);
  for (let t = 0; t + 1 < cellStarts.length; t += 1) {
    const first = cellStarts[t] ?? 0;
    const cells = (cellStarts[t + 1] ?? 0) - first;
    let needed = Math.min(cells, Math.max(1, Math.floor(cells * share)));
    for (let i = 0; i < cells && needed > 0; i += 1) {
      if (random.below(cells - i) >= needed) continue;
      known[first + i] = 1;
      needed -= 1;
    }
  }
  return known;
}
