import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../../electron/cli/commands/generate.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'freigabe-generate-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const quiet = (): void => undefined;

function options(out: string, ...more: readonly string[]): readonly string[] {
  return ['--preset', 'town', '--persons', '40', '--days', '1', '--out', join(folder, out), ...more];
}

describe('generate', () => {
  it('writes eight files, the truth with the counts of the event file', async () => {
    const outcome = await generate(options('new/place'), quiet);
    expect(outcome.exitCode).toBe(0);
    expect((await readdir(join(folder, 'new/place'))).toSorted()).toEqual([
      'basemap.geojson',
      'cells.csv',
      'events.csv',
      'objections.csv',
      'persons.csv',
      'places.geojson',
      'truth.json',
      'zones.geojson',
    ]);
    const events = await readFile(join(folder, 'new/place/events.csv'), 'utf8');
    const truth: unknown = JSON.parse(await readFile(join(folder, 'new/place/truth.json'), 'utf8'));
    expect(truth).toHaveProperty('faults.rows', events.trimEnd().split('\n').length - 1);
    expect(await readdir(join(folder, 'new'))).toEqual(['place']);
  });

  it('fills an empty folder, and refuses one with anything in it', async () => {
    await mkdir(join(folder, 'empty'));
    await generate(options('empty'), quiet);
    await mkdir(join(folder, 'full'));
    await writeFile(join(folder, 'full/mine.txt'), 'keep');
    await expect(generate(options('full'), quiet)).rejects.toMatchObject({
      failure: { code: 'output-not-empty' },
    });
    expect(await readdir(join(folder, 'full'))).toEqual(['mine.txt']);
    await expect(generate(options('full/mine.txt'), quiet)).rejects.toMatchObject({
      failure: { code: 'output-not-empty' },
    });
  });

  it('says which folder cannot be written', async () => {
    await writeFile(join(folder, 'a-file'), '');
    await expect(generate(options('a-file/below'), quiet)).rejects.toMatchObject({
      failure: { code: 'output-not-empty' },
    });
  });

  it('leaves nothing behind when writing fails', async () => {
    await mkdir(join(folder, `taken.part-${process.pid}`));
    await expect(generate(options('taken'), quiet)).rejects.toMatchObject({
      failure: { code: 'write-failed' },
    });
    expect((await readdir(folder)).filter((name) => name.startsWith('taken'))).toEqual([]);
  });

  it.each([
    [['--persons', '0'], 'persons'],
    [['--days', '63'], 'days'],
    [['--seed', '-1'], undefined],
    [['--seed', '1.5'], 'seed'],
    [['--preset', 'village'], 'preset'],
    [['--unheard'], undefined],
  ])('refuses %j', async (wrong, option) => {
    const attempt = generate(options('never', ...wrong), quiet);
    await expect(attempt).rejects.toMatchObject({ failure: { code: 'bad-option' } });
    if (option !== undefined)
      await expect(attempt).rejects.toMatchObject({ failure: { detail: { option } } });
    expect(await readdir(folder)).not.toContain('never');
  });

  it('asks for --out and explains itself', async () => {
    await expect(generate([], quiet)).rejects.toMatchObject({ failure: { detail: { option: 'out' } } });
    expect((await generate(['--help'], quiet)).text).toContain('--persons');
  });
});
