import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { trustTable, withTable } from './table.ts';
import type { TrialResult } from './trial.ts';

const root = join(import.meta.dirname, '../..');
const readme = join(root, 'README.md');
/** Attacks on who signed and on whom to believe are quick, and stand with the tests of bundles; calling off large loads stands with other loads. */
const everything = [
  'trust/',
  'unit/bundle/policy-attacks',
  'unit/bundle/trust-list',
  'unit/bundle/ledger-attacks',
  'engine/cancel/stretches',
];

/** Runs every proof in full, prints the table and puts it into the README. The exit code is 0 only when nothing failed. */
function run(only: readonly string[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'freigabe-trust-'));
  try {
    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const { status } = spawnSync(
      process.execPath,
      [vitest, 'run', '-c', 'test/vitest.config.ts', ...(only.length > 0 ? only : everything)],
      { cwd: root, stdio: 'inherit', env: { ...process.env, TRUST: 'full', TRUST_RESULTS: folder } },
    );
    const results = readdirSync(folder).map(
      (name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as TrialResult,
    );
    const day = new Date().toISOString().slice(0, 10);
    const table = trustTable(
      results,
      `Measured ${day} on ${cpus().length} cores with Node ${process.versions.node}.`,
    );
    process.stdout.write(`\n${table}\n`);
    if (only.length === 0 && status === 0)
      writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), table));
    return status ?? 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = run(process.argv.slice(2));
