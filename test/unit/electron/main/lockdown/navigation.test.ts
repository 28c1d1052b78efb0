import type { App, WebContents } from 'electron';
import { expect, it } from 'vitest';
import { guardNavigation } from '../../../../../electron/main/lockdown/navigation.ts';

type Listener = (event: { preventDefault(): void }) => void;

it('refuses every way to go elsewhere from the creation of a page on', () => {
  const listeners = new Map<string, Listener>();
  const told = new Map<string, unknown>();
  const contents = {
    on: (name: string, listener: Listener) => void listeners.set(name, listener),
    setWebRTCIPHandlingPolicy: (policy: string) => void told.set('webrtc', policy),
    setWindowOpenHandler: (handler: () => unknown) => void told.set('window', handler()),
  };
  let created: ((event: unknown, contents: WebContents) => void) | undefined;
  guardNavigation({
    on: (_name: string, listener: typeof created) => void (created = listener),
  } as unknown as App);
  created?.({}, contents as unknown as WebContents);
  expect(told).toEqual(
    new Map<string, unknown>([
      ['webrtc', 'disable_non_proxied_udp'],
      ['window', { action: 'deny' }],
    ]),
  );
  const refused = [...listeners].filter(([, listener]) => {
    let prevented = false;
    listener({ preventDefault: () => void (prevented = true) });
    return prevented;
  });
  expect(refused.map(([name]) => name).toSorted()).toEqual([
    'will-attach-webview',
    'will-frame-navigate',
    'will-navigate',
    'will-redirect',
  ]);
});
