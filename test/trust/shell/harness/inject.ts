import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, session, type WebContents } from 'electron';
import { headersOf } from '../../../../electron/main/lockdown/content-security-policy.ts';
import { type AppHost, appHosts, entryAddress } from '../../../../electron/main/lockdown/scheme.ts';
import { partitionName } from '../../../../electron/main/lockdown/session.ts';
import { lockedWebPreferences } from '../../../../electron/main/lockdown/web-preferences.ts';
import { hostilePaths } from '../hostile-paths.ts';
import { pageProbes } from './page-probes.ts';
import { type Probed, probedLine } from './probed.ts';

// Loaded before the real application: asks each of its windows what they are allowed.
const permissionVariable = 'FREIGABE_PERMISSIONS';
const permissions = (process.env[permissionVariable] ?? '').split(' ');

/** Only windows of the application's own pages have one. */
function preloadOf(host: AppHost): string {
  return join(app.getAppPath(), 'out', 'preload', `${host}.cjs`);
}

async function openPage(host: AppHost): Promise<WebContents> {
  const own = session.fromPartition(partitionName(host), { cache: false });
  const webPreferences = lockedWebPreferences(own, preloadOf(host), false);
  const window = new BrowserWindow({ show: false, webPreferences });
  await window.loadURL(entryAddress(host));
  return window.webContents;
}

function workerPath(): string {
  const names = readdirSync(join(app.getAppPath(), 'out', 'renderer', 'assets'));
  const found = names.find((name) => /worker.*[.]m?js$/i.test(name));
  if (found === undefined) throw new Error('There is no worker among the assets.');
  return `/assets/${found}`;
}

async function probe(host: AppHost): Promise<Probed> {
  const page = await openPage(host);
  const ask = async (text: string): Promise<unknown> => page.executeJavaScript(text, true);
  const policy: Record<string, string> = {};
  for (const [name, attempt] of Object.entries(pageProbes))
    policy[name] = String(await ask(`(${String(attempt)})(${JSON.stringify(workerPath())})`).catch(String));
  const names = JSON.stringify(permissions);
  const told =
    await ask(`Promise.all(${names}.map(async (name) => [name, await navigator.permissions.query({ name })
    .then(({ state }) => state, () => 'unknown')])).then(Object.fromEntries)`);
  const served = await ask(`Promise.all(${JSON.stringify(hostilePaths)}.map((path) => fetch('/' + path)
    .then(({ status, url }) => (status === 404 || new URL(url).pathname === '/' ? [] : [path + ' ' + status]), () => [])))
    .then((all) => all.flat())`);
  const missing =
    await ask(`Promise.all(['/index.html', ${JSON.stringify(workerPath())}].map(async (path) => {
    const { headers } = await fetch(path);
    return Object.entries(${JSON.stringify(headersOf(host))}).filter(([name, value]) => headers.get(name) !== value).map(([name]) => path + ' ' + name);
  })).then((all) => all.flat())`);
  const constructors = await ask(
    "['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'WebTransport'].filter((name) => name in globalThis)",
  );
  return {
    host,
    policy,
    permissions: told as Probed['permissions'],
    served: served as readonly string[],
    asked: hostilePaths.length,
    missingHeaders: missing as readonly string[],
    constructors: constructors as readonly string[],
  };
}

async function run(): Promise<void> {
  await app.whenReady();
  while (BrowserWindow.getAllWindows().length < 2) await new Promise((resolve) => setTimeout(resolve, 200));
  const hosts = appHosts.filter((each) => existsSync(preloadOf(each)));
  const found = await Promise.all(hosts.map(probe));
  process.stdout.write(`${probedLine}${JSON.stringify(found)}\n`);
}

run().catch((error: unknown) => process.stdout.write(`probe failed: ${String(error)}\n`));
