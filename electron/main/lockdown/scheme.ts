import type { Protocol } from 'electron';

/** The scheme every page, worker and asset is loaded from. */
export const appScheme = 'app';

/** One host for each kind of window; each has a session, a preload and an origin of its own. */
export const appHosts = ['desk', 'vault', 'seal', 'look-up', 'report'] as const;

export type AppHost = (typeof appHosts)[number];

/** What `senderFrame.origin` must be for a window of `host`. `new URL(...).origin` is "null" for this scheme in Node. */
export function appOrigin(host: AppHost): string {
  return `${appScheme}://${host}`;
}

/** The address a window of `host` loads. */
export function entryAddress(host: AppHost): string {
  return `${appOrigin(host)}/index.html`;
}

/** Where the page of a host lies below the built renderer. The look-up window is the vault's own, and so is its page. */
export function pagePath(host: AppHost): string {
  return host === 'look-up' ? '/vault/look-up/index.html' : `/${host}/index.html`;
}

/** Declares the scheme to Chromium; only before `ready`. No bypassCSP, service workers, CORS or media streaming. */
export function registerAppScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges }]);
}

/** Whether a request may leave the page at all: this application's own addresses and what they made themselves. */
export function isLocalAddress(address: string): boolean {
  return address.startsWith('data:') || localPattern.test(address);
}

const localPattern = new RegExp(`^(?:blob:)?${appScheme}://(?:${appHosts.join('|')})/`);
