/** `published` carries a figure; `suppressed` and `zero` do not count as one. Without `zeroGroups: 'shown'` zero is `suppressed`. */
export type GroupStatus = 'published' | 'suppressed' | 'zero';

/**
 * One row of a released table. `zoneId` is the zone (of flows: where they begin); `destinationId` where they end; `homeId` the
 * home zone, `unknown` or `all`; `start` is UTC (`2026-05-04T16:00:00Z`), `startLocal` the same instant with its offset;
 * `band` a dwell band or a band of days visited, or `all`. What a product or its recipe does not tell is absent. `persons` is
 * the released number of distinct persons, absent when suppressed, 0 when `zero`. `estimate` is what it comes to in the whole
 * population, of published groups of a recipe that extrapolates. `trips` is how often the persons of a flow went.
 */
export interface TableRow {
  readonly zoneId: string;
  readonly destinationId?: string;
  readonly homeId?: string;
  readonly start?: string;
  readonly startLocal?: string;
  readonly band?: string;
  readonly ageBand?: string;
  readonly gender?: string;
  readonly persons?: number;
  readonly estimate?: number;
  readonly trips?: number;
  readonly status: GroupStatus;
}
