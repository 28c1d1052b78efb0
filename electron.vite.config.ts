import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { commitOf } from './electron/launcher/commit.ts';
import { trustedTypesPath, trustedTypesScript } from './electron/main/lockdown/trusted-types.ts';

const root = import.meta.dirname;
const preloads = join(root, 'electron', 'preload');
const windows = { desk: 'desk', vault: 'vault', seal: 'seal', 'look-up': 'vault/look-up' };

/** Every file directly in electron/preload/ is the preload of a window: <name>.ts becomes out/preload/<name>.cjs. */
const preloadEntries = Object.fromEntries(
  readdirSync(preloads)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => [basename(name, '.ts'), join(preloads, name)]),
);

/** Puts the Trusted Types policy before every other script of a page. */
const trustedTypes: Plugin = {
  name: 'freigabe-trusted-types',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: trustedTypesPath.slice(1), source: trustedTypesScript });
  },
  transformIndexHtml: () => [{ tag: 'script', attrs: { src: trustedTypesPath }, injectTo: 'head-prepend' }],
};

export default defineConfig({
  main: {
    define: { FREIGABE_COMMIT: JSON.stringify(commitOf(root)) },
    build: {
      outDir: join(root, 'out', 'main'),
      target: 'node20',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          entry: join(root, 'electron', 'main', 'entry.ts'),
          bench: join(root, 'electron', 'main', 'bench', 'entry.ts'),
          native: join(root, 'electron', 'main', 'native', 'entry.ts'),
          'native-thread': join(root, 'electron', 'main', 'native', 'thread-entry.ts'),
          unlock: join(root, 'electron', 'main', 'unlock', 'entry.ts'),
        },
        // Native code stays where npm put it; electron/launcher/shipped-packages.ts names it.
        external: [/^@duckdb\/node-/],
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: join(root, 'out', 'preload'),
      target: 'node20',
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: { input: preloadEntries, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    base: '/',
    plugins: [react(), trustedTypes],
    worker: { format: 'es' },
    build: {
      outDir: join(root, 'out', 'renderer'),
      target: 'chrome130',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
      rollupOptions: {
        input: Object.fromEntries(
          Object.entries(windows).map(([name, folder]) => [
            name,
            join(root, 'renderer', folder, 'index.html'),
          ]),
        ),
      },
    },
  },
});
