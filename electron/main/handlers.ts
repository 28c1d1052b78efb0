import { shell } from 'electron';
import type { BundleAttackProgress } from '../../shared/ipc/bundle-calls.ts';
import type { Handlers, Settings } from '../../shared/ipc/contract.ts';
import { appStart } from '../handlers/app-start.ts';
import { auditedGround } from '../handlers/audited.ts';
import { attackEarlier } from '../handlers/attack-earlier.ts';
import { basemapOpen } from '../handlers/basemap-open.ts';
import { bundleAgain } from '../handlers/bundle-again.ts';
import { bundleAttack, bundleAttackStop } from '../handlers/bundle-attack.ts';
import { bundleChoose } from '../handlers/bundle-choose.ts';
import { bundleCompare } from '../handlers/bundle-compare.ts';
import { bundleJudge } from '../handlers/bundle-judge.ts';
import { createBundlePaths, rememberingPaths } from '../handlers/bundle-paths.ts';
import { bundlePrint } from '../handlers/bundle-print.ts';
import { bundleReveal } from '../handlers/bundle-reveal.ts';
import { decisionChanges } from '../handlers/decision-changes.ts';
import { decisionElsewhere } from '../handlers/decision-elsewhere.ts';
import { decisionLook } from '../handlers/decision-look.ts';
import { decisionSign } from '../handlers/decision-sign.ts';
import { draftDiscard } from '../handlers/draft-discard.ts';
import { draftSave } from '../handlers/draft-save.ts';
import { filesChoose } from '../handlers/files-choose.ts';
import { filesDropped } from '../handlers/files-dropped.ts';
import { keyChoose } from '../handlers/key-choose.ts';
import { keyCreate } from '../handlers/key-create.ts';
import { createKeyRing } from '../handlers/key-ring.ts';
import { createLastExport } from '../handlers/last-export.ts';
import { type OpenRequest, resolveOpening } from '../handlers/opening.ts';
import { ledgerOverview } from '../handlers/ledger-overview.ts';
import { lookUpOpen } from '../handlers/lookup-open.ts';
import { mappingDiscard, mappingExport, mappingImport, mappingSave } from '../handlers/mapping-kept.ts';
import { createOpenedBundles } from '../handlers/opened-bundles.ts';
import { pendingDrop } from '../handlers/pending-drop.ts';
import { pendingImport } from '../handlers/pending-import.ts';
import { pendingList } from '../handlers/pending-list.ts';
import { policyOpen } from '../handlers/policy-open.ts';
import type { BundleBench } from '../handlers/ports/bundle-bench.ts';
import type { Clock } from '../handlers/ports/clock.ts';
import type { DecisionStore } from '../handlers/ports/decision-store.ts';
import type { Dialogs, ExtractDialogs } from '../handlers/ports/dialogs.ts';
import type { DraftStore } from '../handlers/ports/draft-store.ts';
import type { ExtractFiles } from '../handlers/ports/extract-files.ts';
import type { Files } from '../handlers/ports/files.ts';
import type { Journal } from '../handlers/ports/journal.ts';
import type { Keys } from '../handlers/ports/keys.ts';
import type { Ledger } from '../handlers/ports/ledger.ts';
import type { MapFiles } from '../handlers/ports/map-files.ts';
import type { MappingStore } from '../handlers/ports/mapping-store.ts';
import type { PendingStore } from '../handlers/ports/pending-store.ts';
import type { ReportPrinter } from '../handlers/ports/report-printer.ts';
import type { SealWindow } from '../handlers/ports/seal-window.ts';
import type { SettingsStore } from '../handlers/ports/settings-store.ts';
import type { ListStore } from '../handlers/ports/trust-store.ts';
import type { Vault } from '../handlers/ports/vault.ts';
import type { Witness } from '../handlers/ports/witness.ts';
import { bundleReader } from '../handlers/read-bundle.ts';
import { releaseElsewhere } from '../handlers/release-elsewhere.ts';
import { releaseSeal } from '../handlers/release-seal.ts';
import { rejectsSave } from '../handlers/rejects-save.ts';
import { recipeOpen } from '../handlers/recipe-open.ts';
import { recipeSave } from '../handlers/recipe-save.ts';
import { reviewClose } from '../handlers/review-close.ts';
import { reviewOpen } from '../handlers/review-open.ts';
import { signersList } from '../handlers/signers-list.ts';
import { ledgerRemember } from '../handlers/ledger-remember.ts';
import { trustImport } from '../handlers/trust-import.ts';
import { trustLists } from '../handlers/trust-lists.ts';
import { trustWithLedgers } from '../handlers/trust-with-ledgers.ts';
import { settingsSave } from '../handlers/settings-save.ts';
import { nodeCrypto } from '../node/crypto.ts';
import { createRejectsFiles } from '../node/rejects-files.ts';
import { softwareIdentity } from './software.ts';

/** Everything the handlers are made on. */
export interface HandlerGround {
  readonly bench: BundleBench;
  readonly clock: Clock;
  readonly decisions: DecisionStore;
  readonly dialogs: Dialogs & ExtractDialogs;
  readonly drafts: DraftStore;
  readonly extractFiles: ExtractFiles;
  readonly files: Files;
  readonly journal: Journal;
  readonly keys: Keys;
  readonly ledger: Ledger;
  readonly mapFiles: MapFiles;
  readonly mappings: MappingStore;
  readonly pending: PendingStore;
  readonly printer: ReportPrinter;
  readonly sealWindow: SealWindow;
  readonly settingsStore: SettingsStore;
  readonly trust: ListStore;
  readonly vault: Vault;
  readonly witness: Witness;
  readonly settings: () => Settings;
  readonly apply: (settings: Settings) => void;
  readonly opening: OpenRequest;
  /** Tells the desk how far attacks on a bundle are. */
  readonly tellAttack: (progress: BundleAttackProgress) => void;
}

export interface ComposedHandlers {
  readonly handlers: Handlers;
  /** Turns what the menu or a second start asks for into what the desk may hold. */
  readonly resolve: (request: OpenRequest) => ReturnType<typeof resolveOpening>;
  /** Names of the lists of rejected lines that were written in the open review. */
  readonly rejectsWritten: () => Promise<readonly string[]>;
}

/** What handlers work on: the ports, each of them audited, and what lasts as long as the application. */
function sharedGround(ground: HandlerGround) {
  const audited = auditedGround(ground, nodeCrypto);
  return {
    ...audited,
    trust: trustWithLedgers(audited.trust, { ...audited, crypto: nodeCrypto }),
    crypto: nodeCrypto,
    lastExport: createLastExport(),
    opened: createOpenedBundles(),
    paths: createBundlePaths(),
    rejectsFiles: createRejectsFiles(),
    ring: createKeyRing(),
    software: softwareIdentity(),
  };
}

/** Makes the handler of every channel. */
export function composeHandlers(ground: HandlerGround): ComposedHandlers {
  const shared = sharedGround(ground);
  const readBundle = rememberingPaths(bundleReader(shared), shared.paths);
  const resolve: ComposedHandlers['resolve'] = (request) =>
    resolveOpening(request, { extractFiles: shared.extractFiles, readBundle });
  const handlers: Handlers = {
    'app.start': appStart({
      version: shared.software.version,
      settings: ground.settings,
      opening: () => resolve(ground.opening),
      drafts: ground.drafts,
    }),
    'draft.save': draftSave(ground),
    'draft.discard': draftDiscard(ground),
    'mapping.list': () => ground.mappings.list(),
    'mapping.save': mappingSave(ground),
    'mapping.discard': mappingDiscard(ground),
    'mapping.export': mappingExport(ground),
    'mapping.import': mappingImport(ground),
    'settings.save': settingsSave({ settings: ground.settingsStore, apply: ground.apply }),
    'review.open': reviewOpen(shared),
    'review.close': reviewClose(shared),
    'rejects.save': rejectsSave(shared),
    'attack.earlier': attackEarlier(shared),
    'lookup.open': lookUpOpen(shared),
    'files.choose': filesChoose(shared),
    'files.dropped': filesDropped(shared),
    'policy.open': policyOpen(shared),
    'recipe.open': recipeOpen(shared),
    'recipe.save': recipeSave(shared),
    'basemap.open': basemapOpen(shared),
    'key.create': keyCreate(shared),
    'key.choose': keyChoose(shared),
    'release.seal': releaseSeal(shared),
    'release.elsewhere': releaseElsewhere(shared),
    'signers.list': signersList(shared),
    'trust.lists': trustLists(shared),
    'trust.import': trustImport(shared),
    'ledger.remember': ledgerRemember(shared),
    'decision.look': decisionLook(shared),
    'decision.changes': decisionChanges(shared),
    'decision.sign': decisionSign(shared),
    'decision.elsewhere': decisionElsewhere(shared),
    'pending.list': pendingList(shared),
    'pending.import': pendingImport(shared),
    'pending.drop': pendingDrop(shared),
    'ledger.overview': ledgerOverview(shared),
    'bundle.choose': bundleChoose({ dialogs: ground.dialogs, readBundle }),
    'bundle.again': bundleAgain({ ...shared, readBundle }),
    'bundle.judge': bundleJudge(shared),
    'bundle.compare': bundleCompare(shared),
    'bundle.print': bundlePrint(shared),
    'bundle.attack': bundleAttack({ ...shared, tell: ground.tellAttack }),
    'bundle.attack.stop': bundleAttackStop(shared),
    'bundle.reveal': bundleReveal({ ...shared, reveal: (path) => shell.showItemInFolder(path) }),
  };
  return { handlers, resolve, rejectsWritten: shared.rejectsFiles.names };
}
