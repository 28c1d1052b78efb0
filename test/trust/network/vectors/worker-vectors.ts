import type { Target } from './target.ts';

/** Ways out of a worker; handed over as text like those of a page. */
export const workerVectors: Readonly<Record<string, (target: Target) => unknown>> = {
  fetchAddress: ({ address }) => fetch(`https://${address}/`),
  fetchName: ({ host }) => fetch(`https://${host}/`),
  webSocket: ({ host }) => void new WebSocket(`wss://${host}/`),
  eventSource: ({ host }) => void new EventSource(`https://${host}/`),
  importScripts: ({ host }) =>
    (globalThis as unknown as { importScripts(url: string): void }).importScripts(`https://${host}/a.js`),
  request: ({ host }) => {
    const request = new XMLHttpRequest();
    request.open('GET', `https://${host}/`);
    request.send();
  },
  webTransport: ({ address }) => new WebTransport(`https://${address}:443/`).ready,
  innerWorker: ({ host }) => {
    const text = `fetch('https://${host}/')`;
    void new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  },
};
