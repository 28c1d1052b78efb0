import { join } from 'node:path';
import { build } from 'vite';

/** Bundles the process that loads, and its second thread, as the application's own processes are bundled, into `folder`; returns its path. */
export async function bundledLoader(folder: string): Promise<string> {
  const here = import.meta.dirname;
  const cli = join(here, '..', '..', '..', 'electron', 'cli', 'vault');
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      rollupOptions: {
        input: { loader: join(here, 'entry.ts'), 'loader-thread': join(cli, 'thread-entry.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  });
  return join(folder, 'loader.js');
}
