import type { Failure } from '../../../shared/base/failure.ts';
import type { GateResult } from '../../../shared/evidence/gate.ts';
import type {
  ColumnRole,
  Dialect,
  FileProfile,
  Finding,
  Mapping,
  TimeFormat,
} from '../../../shared/extract/profile.ts';
import type { FileKind, Source } from '../../../shared/extract/source.ts';
import type { Understanding } from '../../../shared/extract/understanding.ts';
import type { Basemap, KeyInfo, Opening, Settings } from '../../../shared/ipc/contract.ts';
import type { InspectedBundle } from '../../../shared/ipc/inspected-bundle.ts';
import type { Receipt } from '../../../shared/ipc/seal-outcome.ts';
import type { GroupRange } from '../../../shared/ipc/protection.ts';
import type { Progress } from '../../../shared/ipc/vault-contract.ts';
import type { View, ZoneShape } from '../../../shared/ipc/view.ts';
import type { EngineChoice } from '../../../shared/policy/engine-choice.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { Product } from '../../../shared/products/product.ts';
import type { Recipe, ZoneSource } from '../../../shared/recipe/recipe.ts';
import type { AttackSlice } from './attack-state.ts';
import type { DecideSlice, PendingSlice } from './decide-state.ts';
import type { Draft } from './differences.ts';
import type { DraftSlice } from './draft-state.ts';
import type { ExtractRiskSlice } from './extract-risk-state.ts';
import type { FindingsSlice } from './findings-state.ts';
import type { History } from './history.ts';
import type { InspectSlice } from './inspect-state.ts';
import type { LedgerSlice } from './ledger-state.ts';
import type { LeftFromFile } from './recipe-from-file.ts';
import type { MappingSlice, RemarkableSlice } from './mapping-state.ts';
import type { PlantSlice } from './plant-state.ts';
import type { RemedySlice } from './remedy-state.ts';
import type { CompareSlice, ProtectionSlice } from './protection-state.ts';
import type { Services } from './services.ts';
import type { TrustSlice } from './trust-state.ts';

export const steps = ['extract', 'tune', 'attacks', 'approve', 'export'] as const;
export type Step = (typeof steps)[number] | 'inspect' | 'decide';
export type Phase = 'drag' | 'commit';
export type ByKind<T> = Readonly<Partial<Record<FileKind, T>>>;
export type Bin = number | 'total';

export interface FrameSlice {
  readonly version: string;
  readonly step: Step;
  /** The step somebody asked for that cannot be reached yet: the footer says what it needs. */
  readonly refusedStep: Step | undefined;
  readonly go: (step: Step) => void;
  readonly start: () => Promise<void>;
  readonly open: (opening: Opening) => Promise<void>;
}

/** How far reading the extract is. */
export type Reading =
  | { readonly kind: 'idle' }
  /** Somebody is choosing a file, or one that was dropped is being taken. */
  | { readonly kind: 'choosing' }
  | { readonly kind: 'profiling' }
  | { readonly kind: 'closing' }
  | { readonly kind: 'loading'; readonly progress: Progress | undefined }
  | { readonly kind: 'cancelling'; readonly progress: Progress | undefined };

/** What an extract was read by, so that a later change can be told. */
export interface ReadAs {
  readonly sources: ByKind<Source>;
  readonly mappings: ByKind<Mapping>;
  readonly timeZone: string;
}

/** Files of one kind among those that were dropped. */
export interface DroppedFiles {
  readonly kind: FileKind;
  readonly files: readonly File[];
}

/** A chosen file that the vault could not look at, and why. */
export interface RefusedSource {
  readonly source: Source;
  readonly failure: Failure;
}

export interface ExtractSlice {
  readonly sources: ByKind<Source>;
  /** Files that the newest look found refused; whoever asks goes by `refusalOf`. */
  readonly refused: ByKind<RefusedSource>;
  readonly profiles: ByKind<FileProfile>;
  readonly mappings: ByKind<Mapping>;
  /** How the officer says a file is written, where the guess was wrong. */
  readonly dialects: ByKind<Dialect>;
  readonly timeZone: string;
  readonly extractZones: ZoneSource;
  readonly noRegisterReason: string;
  readonly reading: Reading;
  readonly extractFailure: Failure | undefined;
  readonly understanding: Understanding | undefined;
  /** The event file the open extract was read from; the files chosen since may be others. */
  readonly openSource: Source | undefined;
  /** How the open extract was read. */
  readonly readAs: ReadAs | undefined;
  /** Names of bundles that were dropped together with files of an extract, and not opened. */
  readonly leftAside: readonly string[];
  /** What reads files in the vault of the open review, and why. */
  readonly engine: EngineChoice | undefined;
  /** When the last review was closed and its raw data destroyed. */
  readonly wipedAt: string | undefined;
  /** What became of files with rejected lines then. */
  readonly rejectsAfterWipe: { readonly deleted: readonly string[]; readonly left: readonly string[] };
  /** Asks for one file of a kind or several, or for a folder of them. */
  readonly chooseFile: (kind: FileKind, folder?: boolean) => Promise<void>;
  /** Takes all files that were dropped together. */
  readonly dropFiles: (dropped: readonly DroppedFiles[]) => Promise<void>;
  readonly noteLeftAside: (names: readonly string[]) => void;
  readonly addSources: (sources: ByKind<Source>) => Promise<void>;
  readonly removeFile: (kind: FileKind) => Promise<void>;
  readonly openDemo: () => Promise<void>;
  readonly setRole: (kind: FileKind, column: number, role: ColumnRole) => void;
  readonly setDialect: (kind: FileKind, change: Partial<Dialect>) => Promise<void>;
  readonly setTimeFormat: (kind: FileKind, format: TimeFormat) => void;
  readonly setHasOffset: (kind: FileKind, hasOffset: boolean) => void;
  /** Does what a finding about a file offers. */
  readonly takeOffer: (kind: FileKind, finding: Finding) => void;
  readonly setTimeZone: (timeZone: string) => void;
  readonly setExtractZones: (zones: ZoneSource) => void;
  readonly setNoRegisterReason: (reason: string) => void;
  readonly load: () => Promise<void>;
  readonly cancelLoad: () => void;
  /** Opens the vault's own window in which an identifier is looked up. */
  readonly openLookUp: () => Promise<void>;
  /** `deleteRejects`: files with rejected lines that were written in this review go too. */
  readonly closeReview: (deleteRejects?: boolean) => Promise<void>;
  /** Looks at all files anew, as their dialects say. */
  readonly lookAgain: () => Promise<void>;
  /** Ends a vault that the policy, as it stands now, would not have let be started. */
  readonly keepToPolicy: () => Promise<void>;
  readonly vaultGone: (reason: string) => void;
}

export interface RecipeSlice {
  readonly draft: History<Draft>;
  /** What the last step changed, and whether it was a change, an undo or a redo. */
  readonly lastChange:
    { readonly kind: 'change' | 'undo' | 'redo'; readonly before: Draft; readonly after: Draft } | undefined;
  readonly policyFailure: Failure | undefined;
  /** Recipe files opened or saved since the start, by file name; each can be chosen like a preset. */
  readonly ownRecipes: Readonly<Record<string, Recipe>>;
  /** What a recipe file asked for that does not fit the open extract, and so was left as it was. */
  readonly leftFromFile: readonly LeftFromFile[];
  readonly recipeFailure: Failure | undefined;
  readonly changeRecipe: (change: Partial<Recipe>, phase?: Phase) => void;
  /** Switches the promise, and sets what the other one needs, in one step. */
  readonly chooseGuarantee: (kind: Recipe['guarantee']['kind']) => void;
  /** A built-in preset, or a recipe file by its name. */
  readonly choosePreset: (name: string) => void;
  readonly openRecipe: () => Promise<void>;
  readonly saveRecipe: () => Promise<void>;
  readonly setPolicy: (policy: Policy) => void;
  readonly openPolicy: () => Promise<void>;
  readonly undo: () => void;
  readonly redo: () => void;
}

export interface ViewSlice {
  readonly shapes: readonly ZoneShape[];
  readonly view: View | undefined;
  /** The recipe and bin `view` answers; while they differ from what is wanted, `stale` is true. */
  readonly viewRecipe: Recipe | undefined;
  readonly viewBin: Bin;
  readonly viewProduct: Product;
  readonly viewBand: number | undefined;
  /** Zone whose flows or whose visitors' homes `view` shows. */
  readonly viewFrom: number | undefined;
  readonly stale: boolean;
  readonly viewFailure: Failure | undefined;
  /** The table that is looked at, whether it is part of the release or not. */
  readonly product: Product;
  /** One band of dwell or frequency by index; `undefined`: all together. */
  readonly band: number | undefined;
  /** Which zones are shown: 0 the finest, then the coarser levels of the recipe in their order. */
  readonly level: number;
  readonly bin: Bin;
  readonly brush: { readonly from: number; readonly to: number } | undefined;
  readonly selectedZone: number | undefined;
  readonly playing: boolean;
  readonly basemap: Basemap | undefined;
  readonly setProduct: (product: Product) => void;
  readonly setBand: (band: number | undefined) => void;
  readonly setLevel: (level: number) => void;
  readonly setBin: (bin: Bin) => void;
  readonly setBrush: (brush: { readonly from: number; readonly to: number } | undefined) => void;
  readonly selectZone: (zone: number | undefined) => void;
  readonly setPlaying: (playing: boolean) => void;
  readonly setBasemap: (basemap: Basemap | undefined) => void;
  readonly openBasemap: () => Promise<void>;
  readonly clear: () => void;
  /** Asks for the view that is wanted unless it was asked for already; `again` asks all the same. */
  readonly refreshView: (again?: boolean) => void;
}

/** What a reader could work out about the hidden groups of the selected zone; asked for only while it is open. */
export interface RangesSlice {
  readonly rangesOpen: boolean;
  /** Absent until they are known for what is shown. */
  readonly ranges: readonly GroupRange[] | undefined;
  readonly rangesFailure: Failure | undefined;
  readonly openRanges: (open: boolean) => void;
  readonly refreshRanges: () => void;
}

export interface ReleaseSlice {
  readonly organisation: string;
  readonly comment: string;
  readonly key: KeyInfo | undefined;
  readonly keyLabel: string;
  readonly signAttempted: boolean;
  readonly sealing: boolean;
  readonly sealGates: readonly GateResult[];
  readonly sealFailure: Failure | undefined;
  readonly receipt: Receipt | undefined;
  /** Seconds since 1970 UTC by the clock of this machine. */
  readonly now: () => number;
  readonly setOrganisation: (text: string) => void;
  readonly setComment: (text: string) => void;
  readonly setKeyLabel: (text: string) => void;
  readonly chooseKey: () => Promise<void>;
  readonly createKey: () => Promise<void>;
  /** Notes that somebody tried to sign, so that what is missing is shown where it is missing. */
  readonly noteSignAttempt: () => void;
  readonly seal: () => Promise<void>;
  readonly reveal: () => Promise<void>;
}

export interface BundleSlice {
  readonly bundle: InspectedBundle | undefined;
  readonly bundleOpening: boolean;
  readonly bundleFailure: Failure | undefined;
  /** The table that is looked at; the first of the bundle until one is chosen. */
  readonly bundleProduct: Product | undefined;
  readonly bundleBand: number | undefined;
  readonly bundleLevel: number;
  readonly bundleBin: Bin;
  readonly bundleZone: number | undefined;
  readonly bundlePlaying: boolean;
  /** A bundle that was dropped: its path is known to dialogs alone, so say how it is opened. */
  readonly refuseDroppedBundle: (name: string) => void;
  readonly chooseBundle: () => Promise<void>;
  readonly showBundle: (bundle: InspectedBundle) => void;
  readonly setBundleProduct: (product: Product) => void;
  readonly setBundleBand: (band: number | undefined) => void;
  readonly setBundleLevel: (level: number) => void;
  readonly setBundleBin: (bin: Bin) => void;
  readonly selectBundleZone: (zone: number | undefined) => void;
  readonly setBundlePlaying: (playing: boolean) => void;
}

export interface SettingsSlice {
  readonly settings: Settings;
  readonly settingsFailure: Failure | undefined;
  readonly changeSettings: (change: Partial<Settings>) => Promise<void>;
}

export type DeskState = FrameSlice &
  ExtractSlice &
  ExtractRiskSlice &
  MappingSlice &
  RemarkableSlice &
  RecipeSlice &
  ViewSlice &
  RangesSlice &
  ProtectionSlice &
  AttackSlice &
  RemedySlice &
  FindingsSlice &
  PlantSlice &
  CompareSlice &
  ReleaseSlice &
  BundleSlice &
  DecideSlice &
  PendingSlice &
  DraftSlice &
  InspectSlice &
  LedgerSlice &
  TrustSlice &
  SettingsSlice;

/** What a slice is made with. */
export interface Desk {
  readonly get: () => DeskState;
  readonly set: (change: Partial<DeskState>) => void;
  readonly services: Services;
}
