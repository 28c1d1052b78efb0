import type { Failure } from '../../../shared/base/failure.ts';
import type { FileLayout, MappedKind } from '../../../shared/extract/mapping-profile.ts';
import type { Dialect, Mapping } from '../../../shared/extract/profile.ts';
import type { FileKind } from '../../../shared/extract/source.ts';
import type { ExtractFindings } from '../../../shared/ipc/extract-findings.ts';
import type { KeptMappingProfile } from '../../../shared/ipc/kept-mapping-profile.ts';

type OfFiles<T> = Readonly<Partial<Record<FileKind, T>>>;

/** A kept mapping that files are read by, and how they would be read without it. */
export interface AppliedMapping {
  readonly id: string;
  readonly name: string;
  readonly kinds: readonly MappedKind[];
  /** Whether nobody asked for it: the layout of the files did. */
  readonly byItself: boolean;
  readonly before: {
    readonly mappings: OfFiles<Mapping>;
    readonly dialects: OfFiles<Dialect>;
    readonly timeZone: string;
  };
}

/** Mappings kept on this workstation, and the one that files are read by. */
export interface MappingSlice {
  readonly keptMappings: readonly KeptMappingProfile[];
  /** Names of files with kept mappings that could not be read and were set aside. */
  readonly mappingsSetAside: readonly string[];
  readonly mappingFailure: Failure | undefined;
  readonly appliedMapping: AppliedMapping | undefined;
  /** Name under which the mapping was written to a file, or kept, last. */
  readonly mappingTold:
    { readonly kind: 'kept' | 'exported' | 'imported'; readonly name: string } | undefined;
  /** How a first look found each file, before anybody corrected anything. */
  readonly firstLayouts: OfFiles<FileLayout>;
  readonly loadKeptMappings: () => Promise<void>;
  /** Reads files that were just looked at by the one kept mapping that fits them, if there is one and columns have names. */
  readonly offerMapping: (kinds: readonly MappedKind[]) => Promise<void>;
  readonly applyMapping: (id: string) => Promise<void>;
  /** Reads the files as they were read before a kept mapping was applied. */
  readonly undoMapping: () => Promise<void>;
  /** Keeps how the files are read under a name; one of that name is replaced. */
  readonly keepMapping: (name: string) => Promise<void>;
  readonly renameMapping: (id: string, name: string) => Promise<void>;
  readonly discardMapping: (id: string) => Promise<void>;
  readonly exportMapping: (id: string) => Promise<void>;
  readonly importMapping: () => Promise<void>;
}

/** A file with rejected lines that was written in this review. */
export interface RejectsWritten {
  readonly name: string;
  readonly listed: number;
  /** How many lines more than could be listed were rejected. */
  readonly more: number;
}

/** What is remarkable about the extract, and the rejected lines on disk. */
export interface RemarkableSlice {
  readonly extractFindings: ExtractFindings | undefined;
  readonly extractFindingsFailure: Failure | undefined;
  /** Asks for them unless they are known for what is open. */
  readonly findRemarkable: () => Promise<void>;
  readonly rejectsWritten: readonly RejectsWritten[];
  readonly rejectsFailure: Failure | undefined;
  readonly writeRejects: () => Promise<void>;
}
