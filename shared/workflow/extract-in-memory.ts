import type { SensitivePlace } from '../geo/masked-cells.ts';
import type { ZoneShape } from '../geo/zone-shape.ts';
import type { BaseTable } from '../kernel/base-table.ts';
import type { DropReason, ObjectionReport } from '../extract/understanding.ts';
import type { PopulationFile } from '../products/population-file.ts';
import type { RejectList } from './loading/reject-list.ts';

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
  /** 1 for persons who consented explicitly, by person number. */
  readonly consentOfPerson: Uint8Array;
  /** Holder of each person's contract, -1 unknown; absent where the extract names no holders. */
  readonly holderOfPerson: Int32Array | undefined;
  /** A number per person from their identifier alone, the same in every review: it settles ties and leaves the vault never. */
  readonly tieOfPerson: Int32Array;
  /** How far each base cell reaches, metres, 0 where the reference does not say. */
  readonly cellRange: Float64Array;
  /** What the cell reference says of each base cell, an index into `siteKinds`; absent where the events state their positions. */
  readonly siteKind?: Uint8Array;
  /** People without an objection whose events bear several pseudonyms; each counts once. */
  readonly severalPseudonyms: number;
  readonly places: readonly SensitivePlace[];
  readonly polygons: readonly ZoneShape[];
  /** Public numbers of inhabitants, where a file with them was opened. */
  readonly population: PopulationFile | undefined;
  readonly rowsRead: number;
  /** Rows that repeat another, by base cell; whether they count as outside the zones depends on the recipe. */
  readonly repeatsOfCell: Int32Array;
  readonly dropped: Readonly<Record<Exclude<DropReason, 'outsideZones' | 'duplicate'>, number>>;
  readonly rejects: readonly { readonly line: number; readonly reason: DropReason }[];
  /** All of them, as far as they are listed; without it those above are all. */
  readonly allRejects?: Pick<RejectList, 'length' | 'more' | 'slice'>;
  readonly objections: ObjectionReport;
  readonly timeZone: string;
  /** Whether the events were made by this application: then nobody is behind them, and single paths may be shown. */
  readonly isGenerated: boolean;
}
