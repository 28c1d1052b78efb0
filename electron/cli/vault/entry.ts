import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Refusal } from '../../../shared/base/failure.ts';
import { Review } from '../../../shared/workflow/review.ts';
import { poolOfThread } from '../../../shared/workflow/second-thread/pool-of-thread.ts';
import { serveVault } from '../../../shared/workflow/serve-vault.ts';
import { sourceReader } from '../../node/read-source.ts';
import { startEngine } from './start-engine.ts';
import { startSolver } from './start-solver.ts';
import { startThread } from './start-thread.ts';
import { VaultStart, type VaultStarted } from './vault-start.ts';

/** The first message names the files this process may read, and what reads them; all others are calls. */
process.once('message', (raw) => void begin(VaultStart.parse(raw)));
process.once('disconnect', () => process.exit());

async function begin(start: VaultStart): Promise<void> {
  const started = await serve(start).catch((error: unknown): VaultStarted => {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, detail } = error.failure;
    return { ok: false, failure: { code, message, detail: { ...detail } } };
  });
  process.send?.(started);
}

async function serve({ files, choice, spill }: VaultStart): Promise<VaultStarted> {
  const paths = new Map(files);
  const engine = await startEngine(choice, { paths, spill });
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
  return { ok: true, engine: engine.name };
}
