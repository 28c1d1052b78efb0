import type { Session } from 'electron';
import { type AppHost, isLocalAddress } from './scheme.ts';

/** Settings that not every supported Electron has; they are used where they exist. */
interface NewerSession {
  setUSBProtectedClassesHandler?(handler: (details: { protectedClasses: string[] }) => string[]): void;
}

/** Name of the in-memory session partition of a host; pass it to `session.fromPartition` with `cache: false`. */
export function partitionName(host: AppHost): string {
  return `freigabe-${host}`;
}

/**
 * Closes a session: only local addresses are requested, every permission and device is denied, nothing is downloaded, no
 * spelling dictionary is fetched and what still tries meets a dead proxy. Resolves when the proxy is in force.
 */
export async function lockSession(session: Session, options: { readonly devTools: boolean }): Promise<void> {
  session.webRequest.onBeforeRequest({ urls: ['<all_urls>'] }, (details, answer) => {
    const allowed =
      isLocalAddress(details.url) || (options.devTools && details.url.startsWith('devtools://'));
    answer({ cancel: !allowed });
  });
  denyPermissions(session);
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('app://desk/none/');
  session.on('will-download', (event) => event.preventDefault());
  await session.setProxy({
    mode: 'fixed_servers',
    proxyRules: '127.0.0.1:1',
    proxyBypassRules: '<-loopback>',
  });
}

function denyPermissions(session: Session & NewerSession): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setUSBProtectedClassesHandler?.((details) => details.protectedClasses);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}
