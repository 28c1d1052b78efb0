import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, vi } from 'vitest';
import type * as FilePromises from 'node:fs/promises';
import { createAnswer } from '../../../electron/main/lockdown/answer.ts';
import { createFileTickets } from '../../../electron/main/lockdown/file-tickets.ts';
import { tellTrial } from '../trial.ts';
import { hostilePaths } from './hostile-paths.ts';

const { opened } = vi.hoisted(() => ({ opened: [] as string[] }));
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof FilePromises>();
  return {
    ...real,
    open: (path: string, flags: string) => {
      opened.push(path);
      return real.open(path, flags);
    },
  };
});

const folder = mkdtempSync(join(tmpdir(), 'freigabe-paths-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = { bytes: new TextEncoder().encode('<p>'), contentType: 'text/html; charset=utf-8' };
const hosts = ['desk', 'vault', 'seal', 'look-up'] as const;

it('E4: leads nowhere and opens no file', async () => {
  const started = performance.now();
  const assets = new Map([
    ['/desk/index.html', page],
    ['/vault/index.html', page],
    ['/assets/a.js', page],
  ]);
  const tickets = createFileTickets('standing');
  const answer = createAnswer({ host: 'desk', assets, files: { '/basemap/': tickets } });
  const wrong: string[] = [];
  const addresses = [
    ...hostilePaths.map((path) => `app://desk/${path}`),
    ...['evil', 'desk.example', 'desk:80', 'user@desk', ...hosts.slice(1)].map(
      (host) => `app://${host}/index.html`,
    ),
    'file:///etc/passwd',
  ];
  for (const url of addresses) {
    const { status } = await answer({ url, method: 'GET', headers: new Headers() } as Request);
    if (status !== 404) wrong.push(`${status} ${url}`);
  }
  tellTrial({
    id: 'E4',
    what: 'hostile paths asked of the handler of the own protocol',
    trials: addresses.length,
    failed: wrong.length + opened.length,
    seconds: (performance.now() - started) / 1000,
  });
  expect(addresses.length).toBeGreaterThanOrEqual(200);
  expect(wrong).toEqual([]);
  expect(opened).toEqual([]);
  const file = join(folder, 'map.pmtiles');
  writeFileSync(file, 'map');
  const url = `app://desk/basemap/${tickets.issue(file)}`;
  expect((await answer(new Request(url))).status, 'a ticket is served').toBe(200);
  expect(opened, 'and that is seen').toEqual([file]);
});
