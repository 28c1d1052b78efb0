import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../../../../../electron/launcher/repository.ts';

const lockdown = join(repositoryRoot, 'electron', 'main', 'lockdown', 'node-stubs.ts');

/** Runs a snippet in a Node of its own, since a process that lost its network cannot get it back. */
function inNode(body: string, deny: boolean): string {
  const source = `import { createServer } from 'node:net'; import { lookup } from 'node:dns';
    import dgram from 'node:dgram'; import http from 'node:http'; import dns from 'node:dns';
    ${deny ? `import { denyNodeNetwork } from ${JSON.stringify(lockdown)}; denyNodeNetwork();` : ''}
    const attempt = async (action) => { try { await action(); return 'open'; } catch (error) { return String(error.message); } };
    console.log(await attempt(async () => { ${body} })); process.exit(0);`;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', source];
  return spawnSync(process.execPath, args, {
    cwd: repositoryRoot,
    encoding: 'utf8',
    timeout: 30_000,
  }).stdout.trim();
}

const ways = {
  fetch:
    "await fetch('http://127.0.0.1:1').catch((error) => { if (/no network/.test(error.message)) throw error; });",
  http: "await new Promise((done, fail) => http.get('http://127.0.0.1:1', done).on('error', (e) => e.code ? done() : fail(e)));",
  'look-up': "await new Promise((done) => lookup('localhost', done));",
  'look-up by promise': "await dns.promises.lookup('localhost');",
  datagram: "dgram.createSocket('udp4').close();",
  'child process': "(await import('node:child_process')).spawnSync('true');",
  'worker thread': "new (await import('node:worker_threads')).Worker('1', { eval: true }).unref();",
  inspector:
    "(await import('node:inspector')).default.open(0, '127.0.0.1'); (await import('node:inspector')).default.close();",
  server: 'await new Promise((done) => createServer().listen(0, done));',
};

it.each(Object.entries(ways))('closes %s, which is open without it', (_name, body) => {
  expect(inNode(body, false)).toBe('open');
  expect(inNode(body, true)).toContain('no network');
});
