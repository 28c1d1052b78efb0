import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomic } from '../../../../electron/node/atomic-file.ts';
import { utf8 } from '../../../../shared/base/bytes.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('writing a file whole', () => {
  it('replaces the old file and leaves nothing beside it', async () => {
    writeFileSync(join(folder, 'a'), 'old');
    await writeAtomic(join(folder, 'a'), utf8('new'));
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
    expect(statSync(join(folder, 'a')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('refuses a folder in the place of the file and leaves it alone', async () => {
    mkdirSync(join(folder, 'a'));
    await expect(writeAtomic(join(folder, 'a'), utf8('new'))).rejects.toMatchObject({
      failure: { code: 'not-writable' },
    });
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('refuses a folder that is not there', async () => {
    await expect(writeAtomic(join(folder, 'no', 'a'), utf8('new'))).rejects.toMatchObject({
      failure: { code: 'not-writable' },
    });
  });
});
