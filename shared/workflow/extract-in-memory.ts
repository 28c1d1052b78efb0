import type { ZoneShape } from '../geo/zone-shape.ts';
import type { BaseTable } from '../kernel/base-table.ts';
import type { DropReason, ObjectionReport } from '../extract/understanding.ts';

/** An extract after stage 1, as the vault holds it: numbers in flat columns, no identifier left. */
export interface ExtractInMemory {
  readonly name: string;
  readonly base: BaseTable;
  /** Position of each base cell by number, degrees WGS 84. */
  readonly latitude: Float64Array;
  readonly longitude: Float64Array;
  readonly cellsKnown: number;
  readonly persons: number;
  /** Age in years at the first event of the extract by person number, -1 unknown. */
  readonly ageOfPerson: Int16Array;
  /** Index into `genders` by person number. */
  readonly genderOfPerson: Uint8Array;
  readonly polygons: readonly ZoneShape[];
  readonly rowsRead: number;
  /** Rows that repeat another, by base cell; whether they count as outside the zones depends on the recipe. */
  readonly repeatsOfCell: Int32Array;
  readonly dropped: Readonly<Record<Exclude<DropReason, 'outsideZones' | 'duplicate'>, number>>;
  readonly rejects: readonly { readonly line: number; readonly reason: DropReason }[];
  readonly objections: ObjectionReport;
  readonly timeZone: string;
}
