import { existsSync, mkdtempSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRejectsFiles } from '../../../../electron/node/rejects-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'freigabe-rejects-'));
const bytes = new TextEncoder().encode('file,line,reason\n');

describe('files with rejected lines', () => {
  it('are named and deleted as long as they are as they were written', async () => {
    const files = createRejectsFiles();
    const path = join(folder, 'one.csv');
    await files.write(path, bytes);
    expect(await files.names()).toEqual(['one.csv']);
    expect(await files.remove()).toEqual({ deleted: ['one.csv'], left: [] });
    expect(existsSync(path)).toBe(false);
    expect(await files.names()).toEqual([]);
  });

  it('are left alone and named where somebody has changed them', async () => {
    const files = createRejectsFiles();
    const [changed, gone] = [join(folder, 'changed.csv'), join(folder, 'gone.csv')];
    await files.write(changed, bytes);
    await files.write(gone, bytes);
    writeFileSync(changed, 'somebody else wrote this');
    unlinkSync(gone);
    expect(await files.remove()).toEqual({ deleted: [], left: ['changed.csv'] });
    expect(existsSync(changed)).toBe(true);
  });

  it('are forgotten with the review', async () => {
    const files = createRejectsFiles();
    const path = join(folder, 'kept.csv');
    await files.write(path, bytes);
    files.forget();
    expect(await files.remove()).toEqual({ deleted: [], left: [] });
    expect(existsSync(path)).toBe(true);
  });
});
