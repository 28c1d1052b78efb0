import type { Failure } from '../../../shared/base/failure.ts';
import type { GateResult } from '../../../shared/evidence/gate.ts';
import type {
  ColumnRole,
  Dialect,
  FileProfile,
  Mapping,
  TimeFormat,
} from '../../../shared/extract/profile.ts';
import type { FileKind, Source } from '../../../shared/extract/source.ts';
import type { Understanding } from '../../../shared/extract/understanding.ts';
import type { Basemap, KeyInfo, Opening, Settings } from '../../../shared/ipc/contract.ts';
import type { InspectedBundle } from '../../../shared/ipc/inspected-bundle.ts';
import type { Receipt } from '../../../shared/ipc/seal-outcome.ts';
import type { Progress } from '../../../shared/ipc/vault-contract.ts';
import type { View, ZoneShape } from '../../../shared/ipc/view.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import type { PresetName } from '../../../shared/recipe/presets.ts';
import type { Recipe, ZoneSource } from '../../../shared/recipe/recipe.ts';
import type { Draft } from './differences.ts';
import type { History } from './history.ts';
import type { Services } from './services.ts';

export const steps = ['extract', 'tune', 'approve', 'export'] as const;
export type Step = (typeof steps)[number] | 'inspect';
export type Phase = 'drag' | 'commit';
export type ByKind<T> = Readonly<Partial<Record<FileKind, T>>>;
export type Bin = number | 'total';

export interface FrameSlice {
  readonly version: string;
  readonly step: Step;
  /** The step somebody asked for that cannot be reached yet: the footer says what it needs. */
  readonly refusedStep: Step | undefined;
  go(step: Step): void;
  start(): Promise<void>;
  open(opening: Opening): Promise<void>;
}

/** How far reading the extract is. */
export type Reading =
  | { readonly kind: 'idle' }
  | { readonly kind: 'profiling' }
  | { readonly kind: 'loading'; readonly progress: Progress | undefined }
  | { readonly kind: 'cancelling'; readonly progress: Progress | undefined };

export interface ExtractSlice {
  readonly sources: ByKind<Source>;
  readonly profiles: ByKind<FileProfile>;
  readonly mappings: ByKind<Mapping>;
  readonly timeZone: string;
  readonly extractZones: ZoneSource;
  readonly noRegisterReason: string;
  readonly reading: Reading;
  readonly extractFailure: Failure | undefined;
  readonly understanding: Understanding | undefined;
  /** When the last review was closed and its raw data destroyed. */
  readonly wipedAt: string | undefined;
  chooseFile(kind: FileKind): Promise<void>;
  dropFile(file: File, kind: FileKind): Promise<void>;
  addSources(sources: ByKind<Source>): Promise<void>;
  removeFile(kind: FileKind): Promise<void>;
  openDemo(): Promise<void>;
  setRole(kind: FileKind, column: number, role: ColumnRole): void;
  setDialect(kind: FileKind, change: Partial<Dialect>): void;
  setTimeFormat(kind: FileKind, format: TimeFormat): void;
  setTimeZone(timeZone: string): void;
  setExtractZones(zones: ZoneSource): void;
  setNoRegisterReason(reason: string): void;
  load(): Promise<void>;
  cancelLoad(): void;
  closeReview(): Promise<void>;
  vaultGone(reason: string): void;
}

export interface RecipeSlice {
  readonly draft: History<Draft>;
  /** What the last step changed, and whether it was a change, an undo or a redo. */
  readonly lastChange:
    { readonly kind: 'change' | 'undo' | 'redo'; readonly before: Draft; readonly after: Draft } | undefined;
  readonly policyFailure: Failure | undefined;
  changeRecipe(change: Partial<Recipe>, phase?: Phase): void;
  choosePreset(name: PresetName): void;
  setPolicy(policy: Policy): void;
  openPolicy(): Promise<void>;
  undo(): void;
  redo(): void;
}

export interface ViewSlice {
  readonly shapes: readonly ZoneShape[];
  readonly view: View | undefined;
  /** The recipe and bin `view` answers; while they differ from what is wanted, `stale` is true. */
  readonly viewRecipe: Recipe | undefined;
  readonly viewBin: Bin;
  readonly stale: boolean;
  readonly viewFailure: Failure | undefined;
  readonly bin: Bin;
  readonly brush: { readonly from: number; readonly to: number } | undefined;
  readonly selectedZone: number | undefined;
  readonly playing: boolean;
  readonly basemap: Basemap | undefined;
  setBin(bin: Bin): void;
  setBrush(brush: { readonly from: number; readonly to: number } | undefined): void;
  selectZone(zone: number | undefined): void;
  setPlaying(playing: boolean): void;
  setBasemap(basemap: Basemap | undefined): void;
  openBasemap(): Promise<void>;
  clear(): void;
  refreshView(): void;
}

export interface ReleaseSlice {
  readonly organisation: string;
  readonly comment: string;
  readonly key: KeyInfo | undefined;
  readonly keyLabel: string;
  readonly sealing: boolean;
  readonly sealGates: readonly GateResult[];
  readonly sealFailure: Failure | undefined;
  readonly receipt: Receipt | undefined;
  setOrganisation(text: string): void;
  setComment(text: string): void;
  setKeyLabel(text: string): void;
  chooseKey(): Promise<void>;
  createKey(): Promise<void>;
  seal(): Promise<void>;
  reveal(): Promise<void>;
}

export interface BundleSlice {
  readonly bundle: InspectedBundle | undefined;
  readonly bundleOpening: boolean;
  readonly bundleFailure: Failure | undefined;
  readonly bundleBin: Bin;
  readonly bundleZone: number | undefined;
  readonly bundlePlaying: boolean;
  chooseBundle(): Promise<void>;
  showBundle(bundle: InspectedBundle): void;
  setBundleBin(bin: Bin): void;
  selectBundleZone(zone: number | undefined): void;
  setBundlePlaying(playing: boolean): void;
}

export interface SettingsSlice {
  readonly settings: Settings;
  readonly settingsFailure: Failure | undefined;
  changeSettings(change: Partial<Settings>): Promise<void>;
}

export type DeskState = FrameSlice &
  ExtractSlice &
  RecipeSlice &
  ViewSlice &
  ReleaseSlice &
  BundleSlice &
  SettingsSlice;

/** What a slice is made with. */
export interface Desk {
  readonly get: () => DeskState;
  readonly set: (change: Partial<DeskState>) => void;
  readonly services: Services;
}
