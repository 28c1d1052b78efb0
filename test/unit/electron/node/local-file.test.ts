import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeLocalFile, readLocalFile } from '../../../../electron/node/local-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'freigabe-local-file-'));
const file = join(folder, 'events.csv');
writeFileSync(file, 'person,time\n');
mkdirSync(join(folder, 'sub'));

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: { readonly failure?: { readonly code: string } }) => error.failure?.code ?? 'no refusal',
  );

describe('describeLocalFile', () => {
  it('gives name and size and never the folder', async () => {
    expect(await describeLocalFile(file)).toEqual({ name: 'events.csv', sizeBytes: 12 });
  });

  it.each([
    ['a folder', 'sub', 'file-is-directory'],
    ['nothing', 'gone.csv', 'file-missing'],
    ['a path through a file', 'events.csv/x', 'file-missing'],
  ])('refuses %s', async (_name, path, code) => {
    expect(await codeOf(describeLocalFile(join(folder, path)))).toBe(code);
  });

  it('names the file but not its folder when it refuses', async () => {
    const error = await describeLocalFile(join(folder, 'gone.csv')).catch((each: unknown) => each);
    expect(JSON.stringify(error)).toContain('gone.csv');
    expect(JSON.stringify(error)).not.toContain(folder);
  });

  it.skipIf(process.getuid?.() === 0)('refuses what it may not read', async () => {
    const locked = join(folder, 'locked.csv');
    writeFileSync(locked, 'x');
    chmodSync(locked, 0);
    expect(await codeOf(describeLocalFile(locked))).toBe('file-unreadable');
  });

  it.skipIf(process.platform === 'win32')(
    'does not wait for somebody to write into a named pipe',
    async () => {
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      expect(await codeOf(describeLocalFile(pipe))).toBe('file-unreadable');
    },
  );
});

describe('readLocalFile', () => {
  it('reads a file of exactly the limit and refuses one byte more', async () => {
    expect(new TextDecoder().decode(await readLocalFile(file, 12))).toBe('person,time\n');
    expect(await codeOf(readLocalFile(file, 11))).toBe('file-too-large');
  });

  it('refuses a file that grows while it is read', async () => {
    const growing = join(folder, 'growing.csv');
    writeFileSync(growing, 'x'.repeat(8 * 1024 * 1024));
    const reading = codeOf(readLocalFile(growing, 1e9));
    const timer = setInterval(() => appendFileSync(growing, 'y'.repeat(1024 * 1024)), 0);
    expect(await reading.finally(() => clearInterval(timer))).toBe('file-changed');
  });
});
