import { createStore } from 'zustand/vanilla';
import { createAttackSlice } from './attack-slice.ts';
import { createBundleSlice } from './bundle-slice.ts';
import { createCompareSlice } from './compare-slice.ts';
import { createDecideSlice } from './decide-slice.ts';
import { createDraftSlice } from './draft-slice.ts';
import { createExtractSlices } from './extract-slices.ts';
import { createFindingsSlice } from './findings-slice.ts';
import { createFrameSlice } from './frame-slice.ts';
import { createInspectSlice } from './inspect-slice.ts';
import { createLedgerSlice } from './ledger-slice.ts';
import { createPendingSlice } from './pending-slice.ts';
import { createPlantSlice } from './plant-slice.ts';
import { createProtectionSlice } from './protection-slice.ts';
import { createRangesSlice } from './ranges-slice.ts';
import { createRecipeSlice } from './recipe-slice.ts';
import { createReleaseSlice } from './release-slice.ts';
import { createRemedySlice } from './remedy-slice.ts';
import { createSettingsSlice } from './settings-slice.ts';
import { createTrustSlice } from './trust-slice.ts';
import { createViewSlice } from './view-slice.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Desk, DeskState } from './desk-state.ts';
import type { OpenVault } from './open-vault.ts';
import type { Services } from './services.ts';

export type DeskStore = StoreApi<DeskState>;

/** What a new view depends on; a change of any of it asks the vault again. */
const asksForView = ['draft', 'product', 'band', 'bin', 'brush', 'selectedZone', 'understanding'] as const;
/** What protection depends on, and what the recipe that is compared with is shown by. */
const asksForProtection = ['draft', 'understanding'] as const;
const asksForCompare = ['comparing', 'draft', 'product', 'reports'] as const;
const asksForCatchUp = ['comparing', 'compared', 'protecting', 'reports', 'draft'] as const;
/** What attacks belong to: they run when asked for, and end when another recipe is shown. */
const endsAttacks = ['draft', 'understanding'] as const;
/** What the findings of attacks depend on. */
const asksForFindings = ['draft', 'understanding', 'attackReports'] as const;
/** What a measurement of the extract belongs to. */
const endsRisk = ['understanding'] as const;
/** What the ranges of hidden groups depend on. */
const asksForRanges = ['view', 'selectedZone', 'rangesOpen'] as const;
/** What is kept of work in progress. */
const keptOf = [
  'draft',
  'mappings',
  'sources',
  'understanding',
  'timeZone',
  'extractZones',
  'noRegisterReason',
  'organisation',
  'comment',
  'continuing',
] as const;

/** The desk's state over the services it is handed. */
export function createDeskStore(services: Services): DeskStore {
  const open: OpenVault = { client: undefined, kind: undefined };
  const store = createStore<DeskState>()((set, get) => {
    const desk: Desk = { get, set, services };
    return {
      ...createFrameSlice(desk),
      ...createSettingsSlice(desk),
      ...createExtractSlices(desk, open),
      ...createRecipeSlice(desk),
      ...createViewSlice(desk, open),
      ...createRangesSlice(desk, open),
      ...createProtectionSlice(desk, open),
      ...createAttackSlice(desk, open),
      ...createRemedySlice(desk, open),
      ...createFindingsSlice(desk, open),
      ...createPlantSlice(desk, open),
      ...createCompareSlice(desk, open),
      ...createReleaseSlice(desk),
      ...createBundleSlice(desk),
      ...createDecideSlice(desk),
      ...createPendingSlice(desk),
      ...createDraftSlice(desk),
      ...createInspectSlice(desk),
      ...createLedgerSlice(desk),
      ...createTrustSlice(desk),
    };
  });
  store.subscribe((now, before) => {
    if (asksForView.some((key) => now[key] !== before[key])) now.refreshView();
    if (asksForProtection.some((key) => now[key] !== before[key])) now.refreshProtection();
    if (endsAttacks.some((key) => now[key] !== before[key])) {
      now.refreshAttacks();
      now.refreshRemedies();
      now.refreshPlant();
    }
    if (asksForFindings.some((key) => now[key] !== before[key])) now.refreshFindings();
    if (endsRisk.some((key) => now[key] !== before[key])) now.refreshRisk();
    if (asksForCompare.some((key) => now[key] !== before[key])) now.refreshCompare();
    if (asksForCatchUp.some((key) => now[key] !== before[key])) now.catchUp();
    keepInStep(now, before);
    if (asksForRanges.some((key) => now[key] !== before[key])) now.refreshRanges();
  });
  services.main.onOpen((opening) => void store.getState().open(opening));
  services.main.onBundleAttack((progress) => store.getState().heardBundleAttack(progress));
  services.main.onVaultGone((gone) => store.getState().vaultGone(gone.reason));
  return store;
}

/** The vault keeps to the policy, a decision to its bundle, and what came of the work is kept when it is released or changed. */
function keepInStep(now: DeskState, before: DeskState): void {
  if (now.draft !== before.draft) void now.keepToPolicy();
  if (now.bundle !== before.bundle) now.forgetDecision();
  if (now.receipt !== before.receipt && now.receipt !== undefined) void now.draftReleased();
  if (keptOf.some((key) => now[key] !== before[key])) now.keepDraft();
}
