import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One row of the table of trust: what was tried how often, and how often it went wrong. */
export interface TrialResult {
  /** As in the list of tests: `B1`, `N3`; a suffix tells rows of one test apart, `B4-large`. */
  readonly id: string;
  readonly what: string;
  readonly trials: number;
  readonly failed: number;
  readonly seconds: number;
}

/** How often to try: `full` where `TRUST` is `full` in the environment, else `short`. */
export function trials(short: number, full: number): number {
  return process.env['TRUST'] === 'full' ? full : short;
}

/** Prints the row, and writes it to `TRUST_RESULTS/<id>.json` where that folder is named. */
export function tellTrial(result: TrialResult): void {
  const { id, what, trials: count, failed, seconds } = result;
  process.stdout.write(`${id} | ${what} | ${count} | ${failed} failed | ${seconds.toFixed(1)} s\n`);
  const folder = process.env['TRUST_RESULTS'];
  if (folder === undefined || folder === '') return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${id}.json`), `${JSON.stringify(result)}\n`);
}
