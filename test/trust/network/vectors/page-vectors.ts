import type { Target } from './target.ts';

/**
 * Ways out of a page. Each is handed to a page as text, so it uses nothing but its argument and what the page has. Those that
 * leave the page come last and get a window of their own.
 */
type PageVector = (target: Target) => unknown;

const element = {
  image: ({ host }: Target) => void (new Image().src = `https://${host}/a.png`),
  svgImage: ({ host }: Target) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image');
    image.setAttribute('href', `https://${host}/a.png`);
    svg.append(image);
    document.body.append(svg);
  },
  styleSheet: ({ host }: Target) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'stylesheet', href: `https://${host}/a.css` });
    document.head.append(link);
  },
  font: ({ host }: Target) => new FontFace('probe', `url(https://${host}/a.woff2)`).load(),
  script: ({ host }: Target) => {
    const script = document.createElement('script');
    script.src = `https://${host}/a.js`;
    document.head.append(script);
  },
  frame: ({ host }: Target) => {
    const frame = document.createElement('iframe');
    frame.src = `https://${host}/`;
    document.body.append(frame);
  },
  object: ({ host }: Target) => {
    const object = document.createElement('object');
    object.data = `https://${host}/a.pdf`;
    document.body.append(object);
  },
  media: ({ host }: Target) => {
    const video = document.createElement('video');
    Object.assign(video, { preload: 'auto', src: `https://${host}/a.webm` });
    document.body.append(video);
    video.load();
  },
  track: ({ host }: Target) => {
    const video = document.createElement('video');
    const track = document.createElement('track');
    Object.assign(video, { crossOrigin: 'anonymous' });
    Object.assign(track, { kind: 'subtitles', default: true, src: `https://${host}/a.vtt` });
    video.append(track);
    document.body.append(video);
    track.track.mode = 'showing';
  },
  icon: ({ host }: Target) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'icon', href: `https://${host}/a.ico` });
    document.head.append(link);
  },
  manifest: ({ host }: Target) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'manifest', href: `https://${host}/a.json` });
    document.head.append(link);
  },
} satisfies Record<string, PageVector>;

const hint = {
  dnsPrefetch: ({ host }: Target) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'dns-prefetch', href: `https://${host}/` });
    document.head.append(link);
  },
  preconnect: ({ host }: Target) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preconnect', href: `https://${host}/` });
    document.head.append(link);
  },
  prefetch: ({ host }: Target) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'prefetch', href: `https://${host}/a.js` });
    document.head.append(link);
  },
  preload: ({ host }: Target) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'preload', as: 'script', href: `https://${host}/a.js` });
    document.head.append(link);
  },
  modulePreload: ({ host }: Target) => {
    const link = document.createElement('link');
    Object.assign(link, { rel: 'modulepreload', href: `https://${host}/a.js` });
    document.head.append(link);
  },
  speculationRules: ({ host }: Target) => {
    const script = document.createElement('script');
    script.type = 'speculationrules';
    script.textContent = JSON.stringify({
      prefetch: [{ source: 'list', urls: [`https://${host}/`], eagerness: 'immediate' }],
    });
    document.head.append(script);
  },
} satisfies Record<string, PageVector>;

const connection = {
  fetchAddress: ({ address }: Target) => fetch(`https://${address}/`),
  fetchName: ({ host }: Target) => fetch(`https://${host}/`),
  webSocket: ({ host }: Target) => void new WebSocket(`wss://${host}/`),
  eventSource: ({ host }: Target) => void new EventSource(`https://${host}/`),
  beacon: ({ host }: Target) => navigator.sendBeacon(`https://${host}/`, 'x'),
  webTransport: ({ address }: Target) => {
    const inner = document.body.appendChild(document.createElement('iframe')).contentWindow;
    const Transport = globalThis.WebTransport ?? (inner as unknown as typeof globalThis).WebTransport;
    return new Transport(`https://${address}:443/`).ready;
  },
  stun: ({ address }: Target) => {
    const inner = document.body.appendChild(document.createElement('iframe')).contentWindow;
    const Peer = globalThis.RTCPeerConnection ?? (inner as unknown as typeof globalThis).RTCPeerConnection;
    const peer = new Peer({ iceServers: [{ urls: `stun:${address}:3478` }] });
    peer.createDataChannel('probe');
    return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
  stunName: ({ host }: Target) => {
    const inner = document.body.appendChild(document.createElement('iframe')).contentWindow;
    const Peer = globalThis.RTCPeerConnection ?? (inner as unknown as typeof globalThis).RTCPeerConnection;
    const peer = new Peer({ iceServers: [{ urls: `stun:${host}:3478` }] });
    peer.createDataChannel('probe');
    return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
  turn: ({ address }: Target) => {
    const inner = document.body.appendChild(document.createElement('iframe')).contentWindow;
    const Peer = globalThis.RTCPeerConnection ?? (inner as unknown as typeof globalThis).RTCPeerConnection;
    const urls = `turn:${address}:3478?transport=tcp`;
    const peer = new Peer({ iceServers: [{ urls, username: 'a', credential: 'b' }] });
    peer.createDataChannel('probe');
    return peer.createOffer().then((offer) => peer.setLocalDescription(offer));
  },
  ping: ({ host }: Target) => {
    const link = document.createElement('a');
    Object.assign(link, { href: '#probe', ping: `https://${host}/` });
    document.body.append(link);
    link.click();
  },
  worker: ({ host }: Target) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
    new Worker('/assets/probe-worker.js').postMessage(host);
  },
  blobWorker: ({ host }: Target) => {
    const text = `fetch('https://${host}/')`;
    void new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
  },
  spelling: () => {
    const field = document.createElement('textarea');
    Object.assign(field, { spellcheck: true, value: 'A sentense with a mistaek.' });
    document.body.append(field);
    field.focus();
  },
} satisfies Record<string, PageVector>;

/** All but those that leave the page, in the order they are tried. */
export const pageVectors: Readonly<Record<string, PageVector>> = { ...element, ...hint, ...connection };

/** Ways out that take the page with them. */
export const leavingVectors: Readonly<Record<string, PageVector>> = {
  navigation: ({ host }) => void (location.href = `https://${host}/`),
  form: ({ host }) => {
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', action: `https://${host}/` });
    document.body.append(form);
    form.submit();
  },
  windowOpen: ({ host }) => window.open(`https://${host}/`),
  metaRefresh: ({ host }) => {
    const meta = document.createElement('meta');
    Object.assign(meta, { httpEquiv: 'refresh', content: `0;url=https://${host}/` });
    document.head.append(meta);
  },
};

/** What the dictionary of the spelling checker is fetched from by a page that only has a text field. */
export const spellingHost = /(^|[.])(gvt1|google|googleapis)[.]com$/;
