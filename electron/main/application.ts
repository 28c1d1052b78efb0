import { app, type BrowserWindow, ipcMain, session } from 'electron';
import { join } from 'node:path';
import { bundleAttackMessage, type DeskMessage, openMessage } from '../../shared/ipc/channels.ts';
import type { Opening } from '../../shared/ipc/contract.ts';
import type { OpenRequest } from '../handlers/opening.ts';
import type { Dialogs, ExtractDialogs, LeaveDialog, OpenPurpose } from '../handlers/ports/dialogs.ts';
import type { Journal } from '../handlers/ports/journal.ts';
import { systemClock } from '../node/clock.ts';
import { createDecisionStore } from '../node/decision-store.ts';
import { createDraftStore } from '../node/draft-store.ts';
import { auditGround } from '../node/audit-ground.ts';
import { createAuditLog } from '../node/audit-log.ts';
import { createLedgerStore } from '../node/ledger-store.ts';
import { createMappingStore } from '../node/mapping-store.ts';
import { createPendingStore } from '../node/pending-store.ts';
import { createTrustStore } from '../node/trust-store.ts';
import { createWitnessStore } from '../node/witness-store.ts';
import { type Appearance, createAppearance } from './appearance.ts';
import type { StartArguments } from './arguments.ts';
import { createExtractFiles, createMapFiles, extractPrefix, mapPrefix } from './extract-files.ts';
import { createProcessBench } from './bench/process-bench.ts';
import { chosenForTest } from './chosen-for-test.ts';
import { type ComposedHandlers, composeHandlers, type HandlerGround } from './handlers.ts';
import { type HostGround, prepareHost } from './host-material.ts';
import { createLeaveDialog } from './leave-dialog.ts';
import { createLeaving, type LeavingPorts } from './leaving.ts';
import { localFiles } from './local-files.ts';
import { type Assets, readAssets } from './lockdown/assets.ts';
import type { FileTickets } from './lockdown/file-tickets.ts';
import { lockSession } from './lockdown/session.ts';
import { createLookUpWindow } from './look-up-window.ts';
import type { MenuActions } from './menu.ts';
import { nativeStarter } from './native/native-starter.ts';
import { createReportPrinter } from './print/report-printer.ts';
import { oneDialog } from './one-dialog.ts';
import { createPreparedDialogs } from './prepared-dialogs.ts';
import { createSealWindow } from './seal-window.ts';
import { serveChannels } from './serve.ts';
import { createSystemDialogs } from './system-dialogs.ts';
import { createProcessKeys } from './unlock/process-keys.ts';
import { softwareIdentity } from './software.ts';
import { createVaultHost, type VaultHost } from './vault-host.ts';
import { vaultWindows } from './vault-window.ts';
import { createDeskWindow, loadPage, type WindowMaterial } from './window.ts';

/** The application once its window is there. */
export interface RunningApplication {
  /** Brings the window to the front and hands it what a second start asks for. */
  readonly open: (request: OpenRequest) => void;
}

/** Makes sessions, windows and handlers, and loads the desk. `built` is the folder of the built application. */
export async function startApplication(start: StartArguments, built: string): Promise<RunningApplication> {
  const userData = app.getPath('userData');
  const devTools = !app.isPackaged;
  const clock = systemClock;
  const journal = await startJournal(userData);
  const appearance = await createAppearance(join(userData, 'settings.json'), start.settings);
  let vault: VaultHost | undefined;
  const extractFiles = createExtractFiles(async (files) => vault?.allow(files));
  const mapFiles = createMapFiles();
  const ground = {
    assets: readAssets(join(built, 'renderer')),
    preloads: join(built, 'preload'),
    devTools,
    background: appearance.background,
  };
  await lockSession(session.defaultSession, { devTools });
  const material = await materials(ground, {
    [mapPrefix]: mapFiles.tickets,
    [extractPrefix]: extractFiles.tickets,
  });
  const window = createDeskWindow(material.desk);
  const desk = (): BrowserWindow => window;
  const { settings } = appearance;
  const dialogs = chooseDialogs(desk, appearance);
  vault = createVaultHost({
    windows: vaultWindows(material.vault),
    desk,
    lookUpWindow: createLookUpWindow({ material: material.lookUp, desk, settings }),
    clock,
    journal,
    startNative: await nativeStarter({ built, userData, solver: solverIn(ground.assets), extractFiles }),
    choose: chosenForTest(app.isPackaged, process.env),
    revokeFiles: extractFiles.revokeAll,
  });
  const composed = composeHandlers({
    ...storesIn(userData),
    ...bundleTools(built, ground.assets),
    clock,
    dialogs,
    extractFiles,
    files: localFiles,
    journal,
    keys: createProcessKeys(join(built, 'main', 'unlock.js'), clock),
    mapFiles,
    sealWindow: createSealWindow({ material: material.seal, desk, settings }),
    settingsStore: appearance.store,
    vault,
    settings,
    apply: appearance.apply,
    opening: start.request,
    tellAttack: (progress) => send(window, bundleAttackMessage, progress),
  });
  serveChannels(ipcMain, { handlers: composed.handlers, reportDefect: defectReporter(journal) });
  const open = opener(window, composed);
  appearance.showMenu(menuActions(dialogs, open));
  leaveOnClose(window, composed, { ...dialogs, journal, settled: appearance.store.settled });
  await loadPage(window, 'desk');
  vault.prepare();
  return { open };
}

/** What the windows of each host are made of. */
async function materials(
  ground: HostGround,
  files: Readonly<Record<typeof mapPrefix | typeof extractPrefix, FileTickets>>,
): Promise<Readonly<Record<'desk' | 'vault' | 'seal' | 'lookUp', WindowMaterial>>> {
  const [desk, vault, seal, lookUp] = await Promise.all([
    prepareHost(ground, 'desk', { [mapPrefix]: files[mapPrefix] }),
    prepareHost(ground, 'vault', { [extractPrefix]: files[extractPrefix] }),
    prepareHost(ground, 'seal', {}),
    prepareHost(ground, 'look-up', {}),
  ]);
  return { desk, vault, seal, lookUp };
}

async function startJournal(userData: string): Promise<Journal> {
  const file = join(userData, 'ledger', 'audit.jsonl');
  const journal = createAuditLog(file, auditGround(softwareIdentity().version));
  await journal.start().catch(() => undefined);
  return journal;
}

/** What is kept in the folder of the application's data. */
function storesIn(
  userData: string,
): Pick<HandlerGround, 'decisions' | 'drafts' | 'ledger' | 'mappings' | 'pending' | 'trust' | 'witness'> {
  return {
    decisions: createDecisionStore(join(userData, 'decisions'), () => systemClock.now().slice(0, 10)),
    drafts: createDraftStore(join(userData, 'drafts'), systemClock),
    ledger: createLedgerStore(join(userData, 'ledger')),
    mappings: createMappingStore(join(userData, 'mappings'), systemClock),
    pending: createPendingStore(join(userData, 'pending')),
    trust: createTrustStore(userData),
    witness: createWitnessStore(join(userData, 'witness.json')),
  };
}

function chooseDialogs(
  desk: () => BrowserWindow,
  appearance: Appearance,
): Dialogs & ExtractDialogs & LeaveDialog {
  const prepared = app.isPackaged ? undefined : process.env['FREIGABE_TEST_DIALOGS'];
  if (prepared !== undefined && prepared !== '') return createPreparedDialogs(prepared);
  const startFolder = app.getPath('documents');
  const modal = { window: desk, language: () => appearance.settings().language };
  return { ...oneDialog(createSystemDialogs({ ...modal, startFolder })), ...createLeaveDialog(modal) };
}

function opener(window: BrowserWindow, { resolve }: ComposedHandlers): RunningApplication['open'] {
  return (request) => {
    if (window.isDestroyed()) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    if (request.kind === 'nothing') return;
    void tell(window, resolve(request));
  };
}

async function tell(window: BrowserWindow, opening: Promise<Opening>): Promise<void> {
  send(window, openMessage, await opening);
}

function send(window: BrowserWindow, message: DeskMessage, payload: unknown): void {
  if (!window.isDestroyed()) window.webContents.send(message, payload);
}

/** What works on opened bundles: the process that attacks them, and the printer of reports. */
function bundleTools(built: string, assets: Assets): Pick<HandlerGround, 'bench' | 'printer'> {
  return {
    bench: createProcessBench(join(built, 'main', 'bench.js'), solverIn(assets)),
    printer: createReportPrinter(),
  };
}

/** The bytes of the solver, which the vault's window is served as well. */
function solverIn(assets: Assets): Uint8Array<ArrayBuffer> {
  const [, asset] = [...assets].find(([path]) => /^\/assets\/highs-[^/]*\.wasm$/.test(path)) ?? [];
  if (asset === undefined) throw new Error('The solver was not built.');
  return asset.bytes;
}

function menuActions(dialogs: Dialogs & ExtractDialogs, open: RunningApplication['open']): MenuActions {
  const choose = async (purpose: OpenPurpose, requestFor: (path: string) => OpenRequest): Promise<void> => {
    const path = await dialogs.openFile(purpose);
    if (path !== undefined) open(requestFor(path));
  };
  const chooseExtract = async (): Promise<void> => {
    const paths = await dialogs.openFiles('events');
    const files = paths.map((path) => ({ kind: 'events' as const, path }));
    if (files.length > 0) open({ kind: 'extract', files });
  };
  return {
    openExtract: () => void chooseExtract(),
    openBundle: () => void choose('bundle', (path) => ({ kind: 'bundle', path })),
    openDemo: () => open({ kind: 'demo' }),
    lookUp: () => open({ kind: 'lookUp' }),
  };
}

/** What closing the window needs beside the handlers. */
interface LeavingGround extends LeaveDialog, Pick<LeavingPorts, 'settled'> {
  readonly journal: Journal;
}

/** The window goes only after the vault is gone and that is on record, and not at all if somebody asked wants to stay. */
function leaveOnClose(
  window: BrowserWindow,
  { handlers, rejectsWritten }: ComposedHandlers,
  { leave: ask, journal, settled }: LeavingGround,
): void {
  const leave = createLeaving({
    written: rejectsWritten,
    ask,
    settled,
    hide: () => window.hide(),
    close: async (deleteRejects) => {
      await handlers['review.close']({ deleteRejects }).catch(() => undefined);
      await journal.record('app.closed');
    },
    end: () => {
      window.destroy();
      app.quit();
    },
  });
  window.on('close', (event) => {
    event.preventDefault();
    void leave();
  });
}

function defectReporter(journal: Journal): (channel: string, error: unknown) => void {
  return (channel, error) => {
    const kind = error instanceof Error ? error.name : typeof error;
    void journal.record('defect', { channel, kind });
    if (!app.isPackaged) process.stderr.write(`${channel}: ${error instanceof Error ? error.stack : kind}\n`);
  };
}
