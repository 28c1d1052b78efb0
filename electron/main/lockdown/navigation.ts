import type { App, WebContents } from 'electron';

/** Denies every new page, from its creation on, any way to go elsewhere. Call once, before the first window. */
export function guardNavigation(app: App): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
}

/** Refuses navigation, redirects, new windows and embedded views, and keeps WebRTC from opening UDP sockets. */
export function guardContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', refuse);
  contents.on('will-frame-navigate', refuse);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
}

function refuse(event: { preventDefault(): void }): void {
  event.preventDefault();
}
