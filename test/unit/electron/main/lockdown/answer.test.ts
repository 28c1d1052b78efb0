import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnswer } from '../../../../../electron/main/lockdown/answer.ts';
import { headersOf, securityHeaders } from '../../../../../electron/main/lockdown/content-security-policy.ts';
import { appHosts } from '../../../../../electron/main/lockdown/scheme.ts';
import { createFileTickets } from '../../../../../electron/main/lockdown/file-tickets.ts';

const text = (value: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(value);
const html = 'text/html; charset=utf-8';
const assets = new Map([
  ['/desk/index.html', { bytes: text('<p>desk'), contentType: html }],
  ['/vault/index.html', { bytes: text('<p>vault'), contentType: html }],
  ['/vault/look-up/index.html', { bytes: text('<p>look-up'), contentType: html }],
  ['/assets/a.js', { bytes: text('1;'), contentType: 'text/javascript; charset=utf-8' }],
]);
const folder = mkdtempSync(join(tmpdir(), 'freigabe-answer-'));

function written(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const deskTickets = createFileTickets('standing');
const vaultTickets = createFileTickets('once');
const desk = createAnswer({ host: 'desk', assets, files: { '/basemap/': deskTickets } });
const vault = createAnswer({ host: 'vault', assets, files: { '/extract/': vaultTickets } });

const mebibyte = 1024 * 1024;

const askExtract = (path: string): Promise<Response> =>
  vault(new Request(`app://vault/extract/${vaultTickets.issue(path)}`));

describe('assets', () => {
  it('serves each host its own page and the shared assets', async () => {
    expect(await (await desk(new Request('app://desk/index.html'))).text()).toBe('<p>desk');
    expect(await (await vault(new Request('app://vault/index.html#x'))).text()).toBe('<p>vault');
    const lookUp = createAnswer({ host: 'look-up', assets, files: {} });
    expect(await (await lookUp(new Request('app://look-up/index.html'))).text()).toBe('<p>look-up');
    expect(await (await vault(new Request('app://vault/assets/a.js?v=1'))).text()).toBe('1;');
  });

  it.each([
    'app://vault/index.html',
    'app://evil/index.html',
    'app://desk/vault/index.html',
    'app://desk/desk/index.html',
    'app://desk/assets',
    'app://desk/assets/',
    'app://desk/assets/A.js',
    'app://desk/..%2f..%2fetc/passwd',
    'app://desk/assets%2fa.js',
    'app://desk/%5c..%5cpackage.json',
    'app://desk/assets/a.js%00',
    'app://desk/__proto__',
    'app://desk/basemap/',
    'app://desk/basemap/0123456789abcdef0123456789abcdef',
    'app://desk/extract/0123456789abcdef0123456789abcdef',
  ])('answers 404 to %s', async (address) => {
    expect((await desk(new Request(address))).status).toBe(404);
  });

  it('takes GET and HEAD only', async () => {
    const statuses = ['POST', 'PUT', 'DELETE', 'OPTIONS'].map(
      async (method) => (await desk(new Request('app://desk/index.html', { method }))).status,
    );
    expect(await Promise.all(statuses)).toEqual([405, 405, 405, 405]);
    const head = await desk(new Request('app://desk/index.html', { method: 'HEAD' }));
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '7', '']);
  });

  it('puts the security headers on every answer', async () => {
    const path = written('headers.bin', 'abc');
    const answers = await Promise.all([
      desk(new Request('app://desk/index.html')),
      desk(new Request('app://desk/nowhere')),
      desk(new Request('app://desk/index.html', { method: 'POST' })),
    ]);
    for (const answer of answers) expectHeaders(answer, securityHeaders);
    expectHeaders(
      await vault(new Request(`app://vault/extract/${vaultTickets.issue(path)}`)),
      headersOf('vault'),
    );
  });

  it('lets the vault alone compute with WebAssembly', () => {
    const allowing = appHosts.filter((host) =>
      headersOf(host)['Content-Security-Policy']?.includes('wasm-unsafe-eval'),
    );
    expect(allowing).toEqual(['vault']);
  });
});

function expectHeaders(answer: Response, headers: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(headers)) expect(answer.headers.get(name)).toBe(value);
}

describe('files by ticket', () => {
  it('serves an extract once, whole, with its length', async () => {
    const bytes = new Uint8Array(3_000_000).map((_, index) => index % 251);
    const ticket = vaultTickets.issue(written('extract.csv', bytes));
    const answer = await vault(new Request(`app://vault/extract/${ticket}`));
    expect(answer.headers.get('content-length')).toBe('3000000');
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), bytes)).toBe(0);
    expect((await vault(new Request(`app://vault/extract/${ticket}`))).status).toBe(404);
  });

  it("does not know another host's ticket", async () => {
    const ticket = vaultTickets.issue(written('other.csv', 'x'));
    expect((await desk(new Request(`app://desk/basemap/${ticket}`))).status).toBe(404);
    expect((await vault(new Request(`app://vault/extract/${ticket}`))).status).toBe(200);
  });

  it('serves an empty file, and refuses a folder and a file that is gone', async () => {
    expect(await (await askExtract(written('empty.csv', ''))).text()).toBe('');
    expect((await askExtract(folder)).status).toBe(404);
    expect((await askExtract(join(folder, 'gone.csv'))).status).toBe(404);
  });

  it('breaks off when the file is cut while it is read, and had read no further than it was asked to', async () => {
    const path = written('cut.csv', new Uint8Array(64 * mebibyte));
    const read = await readAll(await askExtract(path), () => truncateSync(path, 3 * mebibyte));
    expect(read).toEqual({ chunks: 3, error: 'The file became shorter while it was read.' });
  });

  it('breaks off when the file is changed while it is read', async () => {
    const path = written('changed.csv', new Uint8Array(4 * mebibyte));
    const read = await readAll(await askExtract(path), () =>
      writeFileSync(path, new Uint8Array(5 * mebibyte)),
    );
    expect(read).toEqual({ chunks: 4, error: 'The file changed while it was read.' });
  });

  it('serves byte ranges of a basemap as long as the ticket stands', async () => {
    const ticket = deskTickets.issue(written('map.pmtiles', '0123456789'));
    const ask = (range: string): Promise<Response> =>
      desk(new Request(`app://desk/basemap/${ticket}`, { headers: { range } }));
    const part = await ask('bytes=2-4');
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 2-4/10',
      '234',
    ]);
    expect(await (await ask('bytes=-3')).text()).toBe('789');
    const beyond = await ask('bytes=10-');
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
    deskTickets.revoke(ticket);
    expect((await ask('bytes=0-1')).status).toBe(404);
  });
});

/** Takes every chunk, doing something after the first, and says how many came before which error. */
async function readAll(
  answer: Response,
  afterFirst: () => void,
): Promise<{ chunks: number; error: string | undefined }> {
  let chunks = 0;
  try {
    for await (const chunk of answer.body ?? []) {
      chunks += chunk.length > 0 ? 1 : 0;
      if (chunks === 1) afterFirst();
    }
    return { chunks, error: undefined };
  } catch (error) {
    return { chunks, error: error instanceof Error ? error.message : 'unknown' };
  }
}
