import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorCodes } from '../../../shared/bundle/error-codes.ts';
import { gateIds } from '../../../shared/evidence/gate.ts';

const desk = new URL('../../../renderer/desk/', import.meta.url);

function keysOf(value: unknown, way: string): readonly string[] {
  if (typeof value !== 'object' || value === null) return [way];
  return Object.entries(value).flatMap(([name, inner]) => keysOf(inner, `${way}.${name}`));
}

function textsOf(language: 'de' | 'en'): ReadonlyMap<string, readonly string[]> {
  const folder = new URL(`language/${language}/`, desk);
  const files = readdirSync(folder).toSorted();
  return new Map(
    files.map((file) => [
      file,
      keysOf(JSON.parse(readFileSync(new URL(file, folder), 'utf8')), file.slice(0, -5)).toSorted(),
    ]),
  );
}

function sources(folder: URL): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return sources(new URL(`${entry.name}/`, folder));
    return /\.tsx?$/.test(entry.name) ? [readFileSync(new URL(entry.name, folder), 'utf8')] : [];
  });
}

describe('the languages', () => {
  const english = textsOf('en');
  const known = new Set([...english.values()].flat());

  it('have the same files with the same keys', () => {
    const without = (texts: typeof english) => [...texts].filter(([file]) => file !== 'errors.json');
    expect(without(textsOf('de'))).toEqual(without(english));
  });

  it('have a German sentence for every English one of an error, whose message is the English fallback', () => {
    const german = new Set(textsOf('de').get('errors.json'));
    expect(german.size).toBeGreaterThan(30);
    expect((english.get('errors.json') ?? []).filter((key) => !german.has(key))).toEqual([]);
  });

  it('name every code of the verifier', () => {
    expect(Object.keys(errorCodes).filter((code) => !known.has(`checks.code.${code}`))).toEqual([]);
  });

  it('have a text for every key the desk names outright', () => {
    const named = sources(desk).flatMap((text) =>
      [...text.matchAll(/\bt\('([a-zA-Z0-9.-]+)'/g)].map((m) => m[1] ?? ''),
    );
    expect(named.length).toBeGreaterThan(100);
    const missing = named.filter((key) => !known.has(key) && !known.has(`${key}_other`));
    expect(missing).toEqual([]);
  });

  it('say how each gate went', () => {
    const wanted = gateIds.flatMap((id) =>
      ['name', 'pass', 'fail', 'notTested'].map((part) => `gates.${id}.${part}`),
    );
    expect(wanted.filter((key) => !known.has(key))).toEqual([]);
  });
});
