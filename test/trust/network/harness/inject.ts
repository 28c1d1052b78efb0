import { join } from 'node:path';
import { app, BrowserWindow, session, type WebContents } from 'electron';
import { type AppHost, entryAddress } from '../../../../electron/main/lockdown/scheme.ts';
import { partitionName } from '../../../../electron/main/lockdown/session.ts';
import { lockedWebPreferences } from '../../../../electron/main/lockdown/web-preferences.ts';
import { type Attempt, fireInMain, fireInPage, workerText } from '../vectors/fire.ts';
import { firedInNative } from './fired-in-native.ts';
import { type Fired, firedLine } from './layers.ts';

// Loaded before the real application: once its desk is drawn, every way out is tried in each window, in their workers and in main.
const settleMilliseconds = 4000;
const seen: WebContents[] = [];

app.on('web-contents-created', (_event, contents) => seen.push(contents));

function pageOf(host: AppHost): WebContents | undefined {
  return seen.find((each) => !each.isDestroyed() && each.getURL().startsWith(`app://${host}/`));
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Runs a text in every worker of a page; says in how many. */
async function fireInWorkers(page: WebContents): Promise<number> {
  const { debugger: tool } = page;
  tool.attach('1.3');
  const workers: string[] = [];
  tool.on('message', (_event, method, params: { sessionId: string; targetInfo?: { type: string } }) => {
    if (method === 'Target.attachedToTarget' && params.targetInfo?.type === 'worker')
      workers.push(params.sessionId);
  });
  await tool.sendCommand('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: true,
  });
  await pause(500);
  for (const each of workers) await tool.sendCommand('Runtime.evaluate', { expression: workerText() }, each);
  tool.detach();
  return workers.length;
}

async function untilDrawn(): Promise<WebContents> {
  for (;;) {
    const desk = pageOf('desk');
    const drawn: unknown = await desk
      ?.executeJavaScript("document.querySelector('.map-frame canvas') !== null")
      .catch(() => false);
    if (desk !== undefined && drawn === true) return desk;
    await pause(200);
  }
}

/** A window of the real session of `host`, as the application would open it later. */
async function openPage(host: AppHost): Promise<WebContents> {
  const own = session.fromPartition(partitionName(host), { cache: false });
  const preload = join(app.getAppPath(), 'out', 'preload', `${host}.cjs`);
  const window = new BrowserWindow({
    show: false,
    webPreferences: lockedWebPreferences(own, preload, false),
  });
  await window.loadURL(entryAddress(host));
  return window.webContents;
}

async function run(): Promise<void> {
  await app.whenReady();
  const desk = await untilDrawn();
  await pause(settleMilliseconds);
  const vault = pageOf('vault');
  if (vault === undefined) throw new Error('There is no vault.');
  const workers = { desk: await fireInWorkers(desk), vault: await fireInWorkers(vault) };
  const pages: Record<string, readonly Attempt[]> = {};
  for (const page of [vault, await openPage('seal'), await openPage('look-up'), desk]) {
    const before = page.getURL();
    pages[before] = await fireInPage(page, () => Promise.resolve(page));
    if (page.getURL().split('#')[0] !== before.split('#')[0]) throw new Error(`${before} was left.`);
  }
  const native = await firedInNative(join(__dirname, 'native.mjs'), { denied: true, locked: true });
  const fired: Fired = { workers, pages, main: fireInMain(), native };
  process.stdout.write(`${firedLine}${JSON.stringify(fired)}\n`);
}

run().catch((error: unknown) => process.stdout.write(`inject failed: ${String(error)}\n`));
