import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import german from '../../../renderer/desk/language/de/errors.json' with { type: 'json' };
import { repositoryRoot } from '../../../electron/launcher/repository.ts';

/** Folders whose refusals a window can show; the command line, the launcher and the demo speak English. */
const shown = ['shared', 'electron/handlers', 'electron/node', 'electron/main', 'renderer'];
const unseen = new Set(['demo-signed']);

function sources(folder: string): readonly string[] {
  return readdirSync(join(repositoryRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(repositoryRoot, folder, name), 'utf8'));
}

const codes = new Set(
  shown
    .flatMap(sources)
    .flatMap((text) => [...text.matchAll(/new Refusal\(\s*'([a-z0-9-]+)'/g)].map((match) => match[1] ?? '')),
);

it('has a German sentence for every refusal a window can show', () => {
  expect(codes.size).toBeGreaterThan(60);
  expect([...codes].filter((code) => !Object.hasOwn(german, code) && !unseen.has(code))).toEqual([]);
});
