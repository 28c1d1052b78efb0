import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sourceOfPaths } from '../../../../electron/node/extract-paths.ts';
import type { FileKind } from '../../../../shared/extract/source.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-paths-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(...names: readonly string[]): void {
  for (const name of names) writeFileSync(join(folder, name), name);
}

async function found(kind: FileKind, ...paths: readonly string[]) {
  const issued: string[] = [];
  const source = await sourceOfPaths(kind, paths, (path) => `${issued.push(basename(path))}`);
  return { source, issued };
}

describe('the source of chosen paths', () => {
  it('is one file where there is one, also in a folder', async () => {
    put('only.csv');
    const file = { kind: 'file', name: 'only.csv', sizeBytes: 8, token: '1' };
    expect((await found('events', join(folder, 'only.csv'))).source).toEqual(file);
    expect((await found('zones', folder)).source).toEqual(file);
  });

  it('is all files of a folder in the order of their names, named after it', async () => {
    put('part-2', 'part-1.csv', 'part-10.csv.gz', '_SUCCESS', '.part-1.csv.crc', 'Thumbs.db', 'desktop.ini');
    const { source, issued } = await found('events', folder);
    expect(issued).toEqual(['part-1.csv', 'part-10.csv.gz', 'part-2']);
    expect(source).toMatchObject({ kind: 'parts', name: basename(folder) });
  });

  it('is all files of folders that part a table, each by the folders it lies in', async () => {
    for (const day of ['date=2026-05-05', 'date=2026-05-04/hour=9', 'date=2026-05-04/hour=10', '_temporary'])
      mkdirSync(join(folder, day), { recursive: true });
    put('date=2026-05-05/part-0.csv', 'date=2026-05-05/.part-0.csv.crc', '_temporary/part-9.csv');
    put('date=2026-05-04/hour=9/part-0.csv', 'date=2026-05-04/hour=10/part-0.csv', '_SUCCESS');
    const { source, issued } = await found('events', folder);
    expect(source).toMatchObject({
      kind: 'parts',
      name: basename(folder),
      parts: [
        { name: 'date=2026-05-04/hour=10/part-0.csv', sizeBytes: 34 },
        { name: 'date=2026-05-04/hour=9/part-0.csv', sizeBytes: 33 },
        { name: 'date=2026-05-05/part-0.csv', sizeBytes: 26 },
      ],
    });
    expect(issued).toEqual(['part-0.csv', 'part-0.csv', 'part-0.csv']);
  });

  it('is several files by name, each once, however often and in whatever order they were chosen', async () => {
    put('b.csv', 'a.csv', 'c.csv');
    const { source, issued } = await found('cells', at('c.csv'), at('b.csv'), at('a.csv'), at('b.csv'));
    expect(issued).toEqual(['a.csv', 'b.csv', 'c.csv']);
    expect(source).toMatchObject({ kind: 'parts', name: 'a.csv … c.csv' });
  });

  it.each([
    ['a folder in the folder', 'folder-nested', () => mkdirSync(join(folder, 'may'))],
    [
      'a folder in a part',
      'folder-nested',
      () => mkdirSync(join(folder, 'day=1', 'may'), { recursive: true }),
    ],
    ['parts without files', 'folder-empty', () => mkdirSync(join(folder, 'day=1'))],
    [
      'versions of a table',
      'folder-versions',
      () => {
        mkdirSync(join(folder, '_delta_log'));
        put('part-0.parquet');
      },
    ],
    ['nothing in the folder', 'folder-empty', () => put('_SUCCESS')],
  ])('is refused for %s', async (_name, code, make) => {
    make();
    await expect(found('events', folder)).rejects.toMatchObject({ failure: { code } });
  });

  it('is refused for several files where one is wanted, and where one is gone, before any token is given out', async () => {
    put('a.csv', 'b.csv');
    const issued: string[] = [];
    const ask = (kind: FileKind, ...paths: readonly string[]) =>
      sourceOfPaths(kind, paths, (path) => `${issued.push(path)}`);
    await expect(ask('zones', folder)).rejects.toMatchObject({
      failure: { code: 'one-file-only', detail: { kind: 'zones', count: 2 } },
    });
    await expect(ask('events', join(folder, 'a.csv'), join(folder, 'gone.csv'))).rejects.toMatchObject({
      failure: { code: 'file-missing' },
    });
    expect(issued).toEqual([]);
  });
});
