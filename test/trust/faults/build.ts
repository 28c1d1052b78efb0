import { join } from 'node:path';
import { build } from 'vite';

/** Makes one file of the worker with everything in it but Node, so that its start asks the disk for little. */
export async function buildWorker(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    root: import.meta.dirname,
    ssr: { noExternal: true },
    build: {
      ssr: join(import.meta.dirname, 'harness/main.ts'),
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rollupOptions: { external: [/^node:/], output: { format: 'es', entryFileNames: 'worker.mjs' } },
    },
  });
  return join(folder, 'worker.mjs');
}
