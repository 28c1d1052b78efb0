import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configDefaults, defineConfig } from 'vitest/config';
import { LongestFirst } from './support/longest-first.ts';

const root = new URL('.', import.meta.url).pathname;
const folders = ['unit', 'property', 'statistical', 'engine', 'golden', 'architecture', 'trust'];
const every = folders.map((folder) => `${folder}/**/*.test.ts`);

/** Hardening, the real application, memory and calling off are tested each in a process of its own. */
const alone = [
  'trust/**/*.test.ts',
  'architecture/*.test.ts',
  'engine/hostile/*.test.ts',
  'engine/cancel/*.test.ts',
  'unit/electron/main/**/*.test.ts',
  'unit/electron/preload/**/*.test.ts',
  ...replacingModules(),
];

/** Tests that put other modules, globals or clocks in place of what others would find in the same process. */
function replacingModules(): readonly string[] {
  return readdirSync(join(root, 'unit'), { recursive: true, encoding: 'utf8' })
    .map((path) => `unit/${path}`)
    .filter((path) => path.endsWith('.test.ts') && /\bvi\b/.test(readFileSync(join(root, path), 'utf8')));
}

export default defineConfig({
  test: {
    root,
    pool: 'forks',
    /** One more than the cores there are in CI: some of the tests wait for the network, for a minute to pass, or for a killed application. */
    maxWorkers: 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      { extends: true, test: { name: 'alone', include: alone, testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: 'together',
          include: every,
          exclude: [...configDefaults.exclude, ...alone],
          testTimeout: 60_000,
          isolate: false,
        },
      },
    ],
  },
});
