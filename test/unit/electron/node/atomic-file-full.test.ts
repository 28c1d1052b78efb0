import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type * as fileSystem from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeAtomic } from '../../../../electron/node/atomic-file.ts';
import { utf8 } from '../../../../shared/base/bytes.ts';

const { fault, fail } = vi.hoisted(() => {
  const now = { call: '', code: '' };
  const reject = (): Promise<never> => Promise.reject(Object.assign(new Error(now.code), { code: now.code }));
  return { fault: now, fail: reject };
});
vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fileSystem>();
  return {
    ...real,
    rename: (from: string, to: string) => (fault.call === 'rename' ? fail() : real.rename(from, to)),
    open: async (path: string, flags: string, mode?: number) => {
      if (fault.call === 'open' && flags === 'wx') return fail();
      const file = await real.open(path, flags, mode);
      if (flags === 'wx' && fault.call === 'write') file.writeFile = fail;
      if (fault.call === (flags === 'wx' ? 'sync' : 'sync folder')) file.sync = fail;
      return file;
    },
  };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-'));
  writeFileSync(join(folder, 'a'), 'old');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('writing when the disk fails', () => {
  it.each([
    ['open', 'ENOSPC', 'disk-full'],
    ['write', 'ENOSPC', 'disk-full'],
    ['write', 'EDQUOT', 'disk-full'],
    ['write', 'EIO', 'write-failed'],
    ['sync', 'EIO', 'write-failed'],
    ['sync', 'ENOSPC', 'disk-full'],
    ['rename', 'EACCES', 'not-writable'],
    ['rename', 'EXDEV', 'write-failed'],
  ])(
    'at %s with %s it refuses, keeps the old file and leaves nothing behind',
    async (call, code, refusal) => {
      Object.assign(fault, { call, code });
      await expect(writeAtomic(join(folder, 'a'), utf8('new'))).rejects.toMatchObject({
        failure: { code: refusal },
      });
      expect(readdirSync(folder)).toEqual(['a']);
      expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('old');
    },
  );

  it('says that it does not know when only the folder cannot be flushed', async () => {
    Object.assign(fault, { call: 'sync folder', code: 'EIO' });
    await expect(writeAtomic(join(folder, 'a'), utf8('new'))).rejects.toMatchObject({
      failure: { code: 'write-unknown' },
    });
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
  });
});
