import type { App, Session } from 'electron';
import { expect, it } from 'vitest';
import { guardSessions, lockSession } from '../../../../../electron/main/lockdown/session.ts';

type Listener = (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void;

/** A session that records what it is told; handlers are called as Electron would. */
function recordingSession(): { session: Session; told: Map<string, unknown[]> } {
  const told = new Map<string, unknown[]>();
  const record =
    (name: string) =>
    (...args: unknown[]): Promise<void> => {
      told.set(name, args);
      return Promise.resolve();
    };
  const webRequest = { onBeforeRequest: record('onBeforeRequest') };
  const session = new Proxy(
    { webRequest },
    {
      get: (target, name) => (name === 'webRequest' ? target.webRequest : record(String(name))),
    },
  );
  return { session: session as unknown as Session, told };
}

function lastOf(told: ReadonlyMap<string, unknown[]>, name: string): never {
  return told.get(name)?.at(-1) as never;
}

async function verdicts(devTools: boolean, urls: readonly string[]): Promise<readonly boolean[]> {
  const { session, told } = recordingSession();
  await lockSession(session, { devTools });
  const listener: Listener = lastOf(told, 'onBeforeRequest');
  const cancelled: boolean[] = [];
  for (const url of urls) listener({ url }, ({ cancel }) => cancelled.push(cancel));
  return cancelled;
}

it('cancels every request but local ones, and developer tools where they are off', async () => {
  const urls = [
    'https://example.org/',
    'app://desk/index.html',
    'devtools://devtools/x',
    'file:///etc/passwd',
  ];
  expect(await verdicts(false, urls)).toEqual([true, false, true, true]);
  expect(await verdicts(true, urls)).toEqual([true, false, false, true]);
});

it('denies permissions, devices, captures, downloads and spelling dictionaries', async () => {
  const { session, told } = recordingSession();
  await lockSession(session, { devTools: false });
  const request: (contents: unknown, name: string, answer: (granted: boolean) => void) => void = lastOf(
    told,
    'setPermissionRequestHandler',
  );
  const granted: boolean[] = [];
  request(undefined, 'geolocation', (answer) => granted.push(answer));
  const check: () => boolean = lastOf(told, 'setPermissionCheckHandler');
  const device: () => boolean = lastOf(told, 'setDevicePermissionHandler');
  expect([granted, check(), device()]).toEqual([[false], false, false]);
  expect(told.get('setSpellCheckerEnabled')).toEqual([false]);
  expect(told.get('on')?.[0]).toBe('will-download');
  expect(told.get('setDisplayMediaRequestHandler')).toBeDefined();
  expect(told.get('setProxy')).toEqual([
    { mode: 'fixed_servers', proxyRules: '127.0.0.1:1', proxyBypassRules: '<-loopback>' },
  ]);
});

it('closes a session that nobody meant to make, and each only once', async () => {
  const { session, told } = recordingSession();
  let created: ((session: Session) => void) | undefined;
  guardSessions({
    isPackaged: true,
    on: (_name: string, listener: (session: Session) => void) => void (created = listener),
  } as unknown as App);
  created?.(session);
  const listener: unknown = lastOf(told, 'onBeforeRequest');
  await lockSession(session, { devTools: true });
  expect(lastOf(told, 'onBeforeRequest')).toBe(listener);
});
