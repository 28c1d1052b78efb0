import { parseByteRange } from './byte-range.ts';
import { type Asset, type Assets } from './assets.ts';
import { headersOf } from './content-security-policy.ts';
import { openFile } from './file-stream.ts';
import type { FileTickets } from './file-tickets.ts';
import { type AppHost, appOrigin, pagePath } from './scheme.ts';
import { noteServed } from './served-pieces.ts';

/** What one window's session is served. */
export interface Site {
  readonly host: AppHost;
  readonly assets: Assets;
  /** Path prefix, such as `/extract/`, to the tickets that are valid behind it. */
  readonly files: Readonly<Record<string, FileTickets>>;
}

/** Answers requests of one session: its own host only, GET and HEAD only, exact paths only; anything else is 404 or 405. */
export function createAnswer(site: Site): (request: Request) => Promise<Response> {
  return async (request) => {
    const { status, headers, body } = await contentFor(site, request);
    return new Response(body, { status, headers: { ...headersOf(site.host), ...headers } });
  };
}

interface Content {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>> | null;
}

async function contentFor(site: Site, request: Request): Promise<Content> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  const path = pathOn(site.host, request.url);
  if (path === undefined) return refusal(404);
  const asset = findAsset(site, path);
  return asset === undefined ? answerFile(site, path, request) : answerAsset(asset, request);
}

function pathOn(host: AppHost, address: string): string | undefined {
  const origin = `${appOrigin(host)}/`;
  if (!address.startsWith(origin)) return undefined;
  return address.slice(origin.length - 1).split(/[?#]/, 1)[0];
}

function findAsset(site: Site, path: string): Asset | undefined {
  if (path === '/' || path === '/index.html') return site.assets.get(pagePath(site.host));
  return path.endsWith('.html') ? undefined : site.assets.get(path);
}

function answerAsset(asset: Asset, request: Request): Content {
  const headers = { 'Content-Type': asset.contentType, 'Content-Length': `${asset.bytes.length}` };
  return { status: 200, headers, body: request.method === 'HEAD' ? null : asset.bytes };
}

async function openTicket(site: Site, path: string): ReturnType<typeof openFile> {
  const prefix = Object.keys(site.files).find((each) => path.startsWith(each)) ?? '';
  const file = site.files[prefix]?.redeem(path.slice(prefix.length));
  return file === undefined ? undefined : openFile(file, site.host === 'vault' ? noteServed : undefined);
}

async function answerFile(site: Site, path: string, request: Request): Promise<Content> {
  const opened = await openTicket(site, path);
  if (opened === undefined) return refusal(404);
  const range = parseByteRange(request.headers.get('range'), opened.size);
  if (range === 'unsatisfiable') {
    await opened.close();
    return refusal(416, { 'Content-Range': `bytes */${opened.size}` });
  }
  const span = range === 'whole' ? opened.size : range.last - range.first + 1;
  const headers: Record<string, string> = {
    'Content-Type': 'application/octet-stream',
    'Content-Length': `${span}`,
    'Accept-Ranges': 'bytes',
  };
  if (range !== 'whole') headers['Content-Range'] = `bytes ${range.first}-${range.last}/${opened.size}`;
  const status = range === 'whole' ? 200 : 206;
  if (request.method === 'GET') return { status, headers, body: opened.stream(range) };
  await opened.close();
  return { status, headers, body: null };
}

function refusal(status: number, headers: Readonly<Record<string, string>> = {}): Content {
  return { status, headers, body: null };
}
