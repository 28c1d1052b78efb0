import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot } from '../../../../electron/launcher/repository.ts';
import { copyShippedPackages, shippedPackages } from '../../../../electron/launcher/shipped-packages.ts';

const script = `import { createRequire } from 'node:module';
import { DuckDBInstance } from '@duckdb/node-api';
const connection = await (await DuckDBInstance.create(':memory:')).connect();
const answer = await connection.runAndReadAll('SELECT 41 + 1');
createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
console.log(answer.getRows()[0][0]);`;

it('copies what native DuckDB runs on where there is nothing else, and no other package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-shipped-'));
  try {
    copyShippedPackages(repositoryRoot, folder);
    const file = join(folder, 'script.mjs');
    writeFileSync(file, script);
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe('42\n');
    const names = shippedPackages(repositoryRoot);
    expect(names.every((name) => /^(?:@duckdb\/|detect-libc$)/.test(name))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 30_000);
