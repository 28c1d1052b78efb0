import type { App, Session } from 'electron';
import { type AppHost, isLocalAddress } from './scheme.ts';

/** Settings that not every supported Electron has; they are used where they exist. */
interface NewerSession {
  setUSBProtectedClassesHandler?(handler: (details: { protectedClasses: string[] }) => string[]): void;
}

export interface SessionOptions {
  /** Lets Chromium's developer tools load themselves. */
  readonly devTools: boolean;
}

/** Name of the in-memory session partition of a host; pass it to `session.fromPartition` with `cache: false`. */
export function partitionName(host: AppHost): string {
  return `freigabe-${host}`;
}

/** Closes every session from its creation on, also one nobody meant to make. Call once, before `ready`. */
export function guardSessions(app: App): void {
  app.on('session-created', (session) => void lockSession(session, { devTools: !app.isPackaged }));
}

const locked = new WeakMap<Session, Promise<void>>();

/**
 * Closes a session: only local addresses are requested, every permission and device is denied, nothing is downloaded, no
 * spelling dictionary is fetched and what still tries meets a dead proxy. Resolves when the proxy is in force. A session
 * that is closed already stays as it is.
 */
export function lockSession(session: Session, options: SessionOptions): Promise<void> {
  const known = locked.get(session);
  if (known !== undefined) return known;
  allowLocalRequestsOnly(session, options);
  denyPermissions(session);
  denySpelling(session);
  denyDownloads(session);
  const done = useDeadProxy(session);
  locked.set(session, done);
  return done;
}

export function allowLocalRequestsOnly(session: Session, { devTools }: SessionOptions): void {
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, ({ url }, answer) => {
    const allowed = isLocalAddress(url) || (devTools && url.startsWith('devtools://'));
    answer({ cancel: !allowed });
  });
}

/** By default and never by list: newer versions of Electron know more permissions. */
export function denyPermissions(session: Session & NewerSession): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setUSBProtectedClassesHandler?.((details) => details.protectedClasses);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}

/** Chromium would ask a server for a dictionary within seconds of its start. */
export function denySpelling(session: Session): void {
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('app://desk/none/');
}

export function denyDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}

/** Nothing listens at port 1 of this machine, and nothing goes round it. */
export function useDeadProxy(session: Session): Promise<void> {
  return session.setProxy({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:1',
    proxyBypassRules: '<-loopback>',
  });
}
