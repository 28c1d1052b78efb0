import './without-eval.ts';
import { Review } from '../../shared/workflow/review.ts';
import { poolOfThread } from '../../shared/workflow/second-thread/pool-of-thread.ts';
import { serveVault, type VaultCaller, type VaultPort } from '../../shared/workflow/serve-vault.ts';
import { breathe } from './breathe.ts';
import { startEngine } from './duckdb/start-engine.ts';
import { sourceReader } from './read-source.ts';
import { startThread } from './second-thread/start-thread.ts';
import { startSolver } from './solver/start-solver.ts';

const review = startEngine().then(
  (engine) =>
    new Review({
      engine,
      reader: sourceReader,
      solver: startSolver,
      blockPool: navigator.hardwareConcurrency > 1 ? poolOfThread(startThread) : undefined,
      random: { take: (count) => crypto.getRandomValues(new Uint8Array(count)) },
      breathe,
      newKey: () =>
        Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
          byte.toString(16).padStart(2, '0'),
        ).join(''),
      now: () => performance.now(),
    }),
);

function vaultPort(port: MessagePort): VaultPort {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => {
      port.addEventListener('message', ({ data }) => listener(data));
      port.start();
    },
  };
}

async function serve(port: MessagePort, who: VaultCaller): Promise<void> {
  serveVault(await review, vaultPort(port), who, () => new AbortController());
}

addEventListener('message', (event) => {
  const [first, second] = event.ports;
  if (event.source !== window || first === undefined) return;
  const { kind } = event.data as { readonly kind: unknown };
  if (kind === 'lookUp') void serve(first, 'lookUp');
  else if (kind === 'ports' && second !== undefined) {
    void serve(first, 'desk');
    void serve(second, 'main');
  }
});
