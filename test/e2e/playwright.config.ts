import { defineConfig } from '@playwright/test';

/** Takes far longer than any other, so it is begun first: the workers then end at about the same time. */
const longest = 'screens.spec.ts';

export default defineConfig({
  testDir: 'specs',
  outputDir: '../../test-results',
  globalSetup: './support/build-first.ts',
  projects: [
    { name: 'screens', testMatch: longest },
    { name: 'ways', testMatch: '*.spec.ts', testIgnore: longest },
  ],
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
});
