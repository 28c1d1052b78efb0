import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repositoryRoot } from '../../electron/launcher/repository.ts';

const run = promisify(execFile);
const rows = Array.from(
  { length: 60 },
  (_, i) => `p${i % 12},2026-05-04T10:${`${i}`.padStart(2, '0')}:00Z,${51 + (i % 3)},12`,
);
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'freigabe-engines-'));
  writeFileSync(join(folder, 'events.csv'), `person,time,lat,lon\n${rows.join('\n')}\np1,no time,51,12\n`);
  writeFileSync(join(folder, 'id.txt'), 'p3\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a command answers about the events, and what it says on the way. */
async function asked(command: string, engine: string, ...more: readonly string[]) {
  const args = [command, '--events', join(folder, 'events.csv'), '--engine', engine, ...more, '--json'];
  const { stdout, stderr } = await run(
    process.execPath,
    ['--import', 'tsx', 'electron/cli/entry.ts', ...args],
    {
      cwd: repositoryRoot,
    },
  ).catch((error: unknown) => error as { stdout: string; stderr: string });
  return { answer: JSON.parse(stdout) as unknown, said: stderr };
}

it('understands the same with either engine, and says which it was', async () => {
  const [native, wasm] = [await asked('profile', 'native'), await asked('profile', 'wasm')];
  expect(native.said).toContain('engine: DuckDB native (as asked)');
  expect(wasm.said).toContain('engine: DuckDB-WASM (as asked)');
  expect(native.answer).toMatchObject({ understanding: { rowsKept: 60, persons: 12 } });
  expect(native.answer).toEqual(wasm.answer);
}, 90_000);

it('looks a status up with the engine that was asked for, and refuses what is none', async () => {
  const { answer } = await asked('status', 'native', '--id-file', join(folder, 'id.txt'));
  expect(answer).toMatchObject({ inExtract: true });
  expect((await asked('profile', 'fastest')).answer).toMatchObject({ error: { code: 'bad-option' } });
}, 90_000);
