/** What a layer of a tile set most likely holds. */
export type TileLayerRole = 'water' | 'land' | 'road' | 'border' | 'place' | 'building' | 'skip' | 'other';

const roles: readonly (readonly [TileLayerRole, RegExp])[] = [
  ['skip', /poi|housenumber|address|contour|label|name/],
  ['water', /water|ocean|sea|river|lake/],
  ['place', /place|settlement|city/],
  ['road', /road|transport|street|highway|rail|path/],
  ['border', /bound|admin|border/],
  ['building', /building/],
  ['land', /land|park|earth|nature|green|wood/],
];

/** Guesses from its name, as tile sets agree on no names; a name nobody knows is drawn quietly as `other`. */
export function tileLayerRole(name: string): TileLayerRole {
  const plain = name.toLowerCase();
  return roles.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other';
}
