import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../electron/launcher/repository.ts';
import { filesUnder, productSources, readSource, type ReadSource } from './product-sources.ts';

interface OfflineRule {
  readonly name: string;
  /** What in a file breaks the rule. */
  readonly finds: (source: ReadSource) => readonly string[];
  /** Where the rule holds; everywhere when left out. */
  readonly within?: RegExp;
  /** The places that may, each for the reason in its README. */
  readonly except?: RegExp;
  /** Lines that must be caught. */
  readonly planted: readonly string[];
}

/** Addresses that are names: identifiers of formats, never requested. */
const namesOfFormats = [
  'https://in-toto.io/Statement/v1',
  'https://datapackage.org/profiles/2.0/',
  'https://json-schema.org/draft/2020-12/schema',
  'http://www.w3.org/2000/svg',
];
const address = /\b(?:https?|wss?|ftp):\/\//;

const calls =
  (pattern: RegExp) =>
  (source: ReadSource): readonly string[] =>
    source.names.filter((name) => pattern.test(name));
const imports =
  (pattern: RegExp) =>
  (source: ReadSource): readonly string[] =>
    source.modules.filter((name) => pattern.test(name));

const rules: readonly OfflineRule[] = [
  {
    name: 'no address of the network',
    finds: ({ texts }) =>
      texts.filter((text) => address.test(text) && !namesOfFormats.some((name) => text.startsWith(name))),
    planted: [
      "const a = 'https://tiles.example.org/1.png';",
      'const b = `wss://${host}/x`;',
      'const c = <a>http://x</a>;',
    ],
  },
  {
    name: 'no network module of Node',
    finds: imports(
      /^(?:node:)?(?:https?|http2|net|tls|dgram|dns|dns\/promises|inspector)$|^(?:undici|ws|axios|got)$/,
    ),
    except: /^electron\/main\/lockdown\/node-stubs[.]ts$/,
    planted: [
      "import net from 'node:net';",
      "import { get } from 'https';",
      "const x = await import('node:dns/promises');",
    ],
  },
  {
    name: 'no child process but in the set-up scripts and the command line',
    finds: imports(/^(?:node:)?(?:child_process|cluster)$/),
    except: /^electron\/(?:launcher|cli)\//,
    planted: ["import { spawn } from 'node:child_process';"],
  },
  {
    name: 'no thread of Node but in the command line and the process with native DuckDB',
    finds: imports(/^(?:node:)?worker_threads$/),
    except:
      /^electron\/(?:cli\/|main\/lockdown\/node-stubs[.]ts|main\/native\/(?:start-thread|thread-entry)[.]ts)/,
    planted: ["import { Worker } from 'node:worker_threads';"],
  },
  {
    name: 'no fetch outside the pages',
    within: /^(?:electron|shared)\//,
    finds: calls(/^(?:globalThis[.]|net[.])?fetch$/),
    planted: ['await fetch(path);', 'await globalThis.fetch(path);'],
  },
  {
    name: 'no other way out of a page',
    finds: calls(
      /^(?:.*[.])?(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|RTCPeerConnection|sendBeacon|importScripts)$/,
    ),
    planted: ['new XMLHttpRequest();', 'navigator.sendBeacon(a);', 'new window.WebSocket(a);'],
  },
  {
    name: 'no way for Electron to open, update or report',
    finds: calls(/^(?:shell[.](?:openExternal|openPath)|autoUpdater|crashReporter|netLog)$/),
    planted: ['await shell.openExternal(a);', 'autoUpdater.checkForUpdates();', 'crashReporter.start(a);'],
  },
  {
    name: 'no text that becomes code or markup',
    finds: calls(
      /^eval$|^Function$|[.](?:innerHTML|outerHTML|insertAdjacentHTML|document[.]write)$|^dangerouslySetInnerHTML$/,
    ),
    planted: [
      'eval(a);',
      'new Function(a);',
      'node.innerHTML = a;',
      'const d = <p dangerouslySetInnerHTML={a} />;',
    ],
  },
  {
    name: 'no chance outside the random port',
    finds: calls(/^(?:Math[.]random|.*[.]?getRandomValues|.*[.]?randomUUID)$/),
    except: /^electron\/(?:node|main|cli)\/|^renderer\/vault\/entry[.]ts$/,
    planted: ['Math.random();', 'crypto.getRandomValues(a);'],
  },
  {
    name: 'no clock in shared code',
    within: /^shared\//,
    finds: calls(/^(?:Date[.]now|performance[.]now|performance)$/),
    planted: ['Date.now();', 'performance.now();'],
  },
  {
    name: 'nothing a page keeps on disk',
    within: /^renderer\//,
    finds: calls(
      /^(?:.*[.])?(?:localStorage|sessionStorage|indexedDB|caches|cookieStore|showSaveFilePicker)$|[.]cookie$/,
    ),
    planted: ["localStorage.setItem('a', b);", 'window.indexedDB.open(a);', 'document.cookie = a;'],
  },
];

const sources = productSources();
const holdsAt = (rule: OfflineRule, path: string): boolean =>
  (rule.within?.test(path) ?? true) && !(rule.except?.test(path) ?? false);

describe.each(rules)('$name', (rule) => {
  it('holds in every source', () => {
    const breaches = sources
      .filter(({ path }) => holdsAt(rule, path))
      .flatMap((source) => rule.finds(source).map((found) => `${source.path}: ${found}`));
    expect(breaches).toEqual([]);
  });

  it.each(rule.planted)('catches %s', (line) => {
    expect(rule.finds(readSource('planted.tsx', line))).not.toEqual([]);
  });
});

describe('pages and styles', () => {
  const inline = /<script(?![^>]*\bsrc=)|\son[a-z]+=|<style|\sstyle=/i;
  const files = filesUnder(join(repositoryRoot, 'renderer')).filter((file) => /[.](?:html|css)$/.test(file));

  it.each(files.map((file) => relative(repositoryRoot, file)))(
    '%s names no address and carries no inline code',
    (file) => {
      const text = readFileSync(join(repositoryRoot, file), 'utf8');
      expect(text).not.toMatch(address);
      if (file.endsWith('.html')) expect(text).not.toMatch(inline);
    },
  );

  it('are recognised when they would', () => {
    expect('<script>go()</script>').toMatch(inline);
    expect('<p onclick="go()">').toMatch(inline);
    expect('<script type="module" src="./entry.ts"></script>').not.toMatch(inline);
  });
});

it('reads the sources at all', () => {
  expect(sources.length).toBeGreaterThan(50);
});
