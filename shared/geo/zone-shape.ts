/** A ring of [longitude, latitude] pairs in degrees WGS 84, first and last point equal. */
export type Ring = readonly (readonly [number, number])[];

/** One zone of a release: its id and name in files, and its polygons (outer ring first, then holes). */
export interface ZoneShape {
  readonly zoneId: string;
  readonly name: string;
  readonly polygons: readonly (readonly Ring[])[];
  /** Id of the coarser zone it lies in, where the zone file names one. */
  readonly parent?: string;
}

/** Zones and, for every cell by number, the index of its zone; -1 when it lies in none. */
export interface ZoneAssignment {
  readonly shapes: readonly ZoneShape[];
  readonly zoneOfCell: Int32Array;
}
