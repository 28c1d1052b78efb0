import type { ZoneShape } from '../../../../shared/ipc/view.ts';

type Place = readonly [number, number];
type Line = Place[];

/** A key of an edge that is the same in both directions. */
function edgeKey([ax, ay]: Place, [bx, by]: Place): string {
  const [a, b] = [`${ax} ${ay}`, `${bx} ${by}`];
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function edgesOf(ring: readonly Place[]): readonly (readonly [Place, Place])[] {
  return ring.slice(1).map((to, i): readonly [Place, Place] => [ring[i] ?? to, to]);
}

/** The border of a zone as lines. Edges two of its polygons share lie inside it and are left out. */
export function outerBorders(polygons: ZoneShape['polygons']): Line[] {
  const rings = polygons.flat();
  if (polygons.length < 2) return rings.map((ring) => [...ring]);
  const times = new Map<string, number>();
  for (const ring of rings)
    for (const [from, to] of edgesOf(ring)) {
      const key = edgeKey(from, to);
      times.set(key, (times.get(key) ?? 0) + 1);
    }
  return rings.flatMap((ring) => {
    const lines: Line[] = [];
    let open: Line | undefined;
    for (const [from, to] of edgesOf(ring)) {
      const isInside = (times.get(edgeKey(from, to)) ?? 0) > 1;
      if (!isInside && open === undefined) lines.push((open = [from]));
      open = isInside ? undefined : open;
      open?.push(to);
    }
    return lines;
  });
}
