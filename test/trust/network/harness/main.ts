import { join } from 'node:path';
import { app, BrowserWindow, type Session, session, type WebContents, type WebPreferences } from 'electron';
import { protocol } from 'electron/main';
import { createAnswer } from '../../../../electron/main/lockdown/answer.ts';
import { guardNavigation } from '../../../../electron/main/lockdown/navigation.ts';
import { denyNodeNetwork } from '../../../../electron/main/lockdown/node-stubs.ts';
import { appScheme, entryAddress, registerAppScheme } from '../../../../electron/main/lockdown/scheme.ts';
import {
  allowLocalRequestsOnly,
  denyDownloads,
  denyPermissions,
  denySpelling,
  useDeadProxy,
} from '../../../../electron/main/lockdown/session.ts';
import { applyLockedSwitches } from '../../../../electron/main/lockdown/switches.ts';
import { trustedTypesPath, trustedTypesScript } from '../../../../electron/main/lockdown/trusted-types.ts';
import { lockedWebPreferences } from '../../../../electron/main/lockdown/web-preferences.ts';
import { fireInMain, fireInPage, workerText } from '../vectors/fire.ts';
import { firedInNative } from './fired-in-native.ts';
import { type Fired, firedLine, type HarnessOrder, type Layer, layers, orderVariable } from './layers.ts';

// A small application made of the lockdown of the product, in which layers can be left out.
const order = JSON.parse(process.env[orderVariable] ?? '') as HarnessOrder;
const has = (layer: Layer): boolean => !order.without.includes(layer);

if (has('nodeStubs')) denyNodeNetwork();
app.enableSandbox();
if (has('switches')) applyLockedSwitches(app.commandLine);
registerAppScheme(protocol);
if (has('navigation')) guardNavigation(app);

async function lock(one: Session): Promise<void> {
  if (has('webRequest')) allowLocalRequestsOnly(one, { devTools: false });
  if (has('permissions')) denyPermissions(one);
  if (has('permissions')) denyDownloads(one);
  if (has('spelling')) denySpelling(one);
  if (has('proxy')) await useDeadProxy(one);
}

const page = `<!doctype html><html lang="en"><head><script src="${trustedTypesPath}"></script></head><body></body></html>`;
const text = (content: string, contentType: string) => ({
  bytes: new TextEncoder().encode(content),
  contentType,
});
const script = (content: string) => text(content, 'text/javascript; charset=utf-8');
const assets = new Map([
  ['/desk/index.html', text(page, 'text/html; charset=utf-8')],
  [trustedTypesPath, script(trustedTypesScript)],
  ['/assets/probe-worker.js', script("onmessage = ({ data }) => fetch('https://' + data + '/');")],
  ['/assets/probe-all.js', script(workerText())],
]);

function serve(one: Session): void {
  const answer = createAnswer({ host: 'desk', assets, files: {} });
  one.protocol.handle(appScheme, async (request) => {
    const given = await answer(request);
    if (has('headers')) return given;
    return new Response(given.body, { headers: { 'Content-Type': given.headers.get('Content-Type') ?? '' } });
  });
}

function preferences(own: Session): WebPreferences {
  const stock = order.without.length > 1;
  if (stock) return { session: own };
  const { preload: _none, ...locked } = lockedWebPreferences(own, '', false);
  return { ...locked, spellcheck: !has('spelling') };
}

async function openPage(own: Session): Promise<WebContents> {
  const window = new BrowserWindow({ show: false, webPreferences: preferences(own) });
  await window.loadURL(entryAddress('desk'));
  return window.webContents;
}

async function run(): Promise<void> {
  await app.whenReady();
  await lock(session.defaultSession);
  const own = session.fromPartition('probe', { cache: false });
  await lock(own);
  serve(own);
  const first = await openPage(own);
  const inPage = await fireInPage(first, () => openPage(own));
  await first.executeJavaScript("void new Worker('/assets/probe-all.js')").catch(() => undefined);
  const native = await firedInNative(join(import.meta.dirname, 'native.mjs'), {
    denied: has('nodeStubs'),
    locked: order.without.length < layers.length,
  });
  const fired: Fired = { pages: { probe: inPage }, main: fireInMain(), workers: { probe: 1 }, native };
  process.stdout.write(`${firedLine}${JSON.stringify(fired)}\n`);
}

process.on('uncaughtException', (error) => process.stdout.write(`uncaught ${error.message}\n`));
app.on('window-all-closed', () => undefined);
run().catch((error: unknown) => process.stdout.write(`failed ${String(error)}\n`));
