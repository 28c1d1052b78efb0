import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';

/**
 * Holds `text` to be what `test/golden/NAME` says. With GOLDEN_UPDATE=1 the file is written instead, but never when CI is
 * set: what is golden is looked at by a person before it is committed.
 */
export function expectGolden(name: string, text: string): void {
  const path = fileURLToPath(new URL(`../golden/${name}`, import.meta.url));
  if (process.env['GOLDEN_UPDATE'] === '1') {
    if (process.env['CI'] !== undefined) throw new Error('golden files are not written where CI is set');
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  if (!existsSync(path)) throw new Error(`${name} is absent: write it with GOLDEN_UPDATE=1 and look at it`);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
