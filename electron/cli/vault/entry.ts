import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Review } from '../../../shared/workflow/review.ts';
import { poolOfThread } from '../../../shared/workflow/second-thread/pool-of-thread.ts';
import { serveVault } from '../../../shared/workflow/serve-vault.ts';
import { sourceReader } from '../../node/read-source.ts';
import { startWasmEngine } from '../../node/wasm-engine.ts';
import { startSolver } from './start-solver.ts';
import { startThread } from './start-thread.ts';

const paths = new Map<string, string>();

/** The first message names the files this process may read; all others are calls. */
process.once('message', (files: readonly (readonly [string, string])[]) => void serve(files));
process.once('disconnect', () => process.exit());

async function serve(files: readonly (readonly [string, string])[]): Promise<void> {
  for (const [token, path] of files) paths.set(token, path);
  const engine = await startWasmEngine();
  const review = new Review({
    engine,
    reader: sourceReader(paths),
    solver: startSolver,
    blockPool: availableParallelism() > 1 ? poolOfThread(startThread) : undefined,
    random: { take: (count) => randomBytes(count) },
    breathe: async () => new Promise((resolve) => setImmediate(resolve)),
    newKey: () => randomBytes(16).toString('hex'),
    now: () => performance.now(),
  });
  serveVault(
    review,
    {
      post: (message) => process.send?.(message),
      onMessage: (listener) => process.on('message', listener),
    },
    'main',
    () => new AbortController(),
  );
  process.send?.('ready');
}
