import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { repositoryRoot } from '../../../../electron/launcher/repository.ts';
import { copyShippedPackages } from '../../../../electron/launcher/shipped-packages.ts';

export interface Harness {
  /** Folder of the small application. */
  readonly application: string;
  /** What is put into the real one with `-r`. */
  readonly inject: string;
}

/** Builds the small application and what is put into the real one, into `folder`. */
export async function buildHarness(folder: string): Promise<Harness> {
  await bundleForElectron(join(import.meta.dirname, 'main.ts'), folder, 'es', 'main.mjs');
  await bundleForElectron(join(import.meta.dirname, 'inject.ts'), folder, 'cjs', 'inject.cjs');
  await bundleForElectron(join(import.meta.dirname, 'native.ts'), folder, 'es', 'native.mjs');
  copyShippedPackages(repositoryRoot, folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'freigabe-probe', main: 'main.mjs' }));
  return { application: folder, inject: join(folder, 'inject.cjs') };
}

/** Bundles one source into one file that Electron can run. */
export async function bundleForElectron(
  source: string,
  folder: string,
  format: 'es' | 'cjs',
  name: string,
): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    build: {
      ssr: source,
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rollupOptions: {
        external: [/^electron(\/|$)/, /^node:/, /^@duckdb\/node-/],
        output: { format, entryFileNames: name },
      },
    },
  });
}
