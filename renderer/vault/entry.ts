import { z } from 'zod';
import { Review } from '../../shared/workflow/review.ts';
import { serveVault, type VaultPort } from '../../shared/workflow/serve-vault.ts';
import { startEngine } from './duckdb/start-engine.ts';
import { sourceReader } from './read-source.ts';

z.config({ jitless: true });

const review = startEngine().then(
  (engine) =>
    new Review({
      engine,
      reader: sourceReader,
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

async function serve(desk: MessagePort, main: MessagePort): Promise<void> {
  const ready = await review;
  serveVault(ready, vaultPort(desk), 'desk', () => new AbortController());
  serveVault(ready, vaultPort(main), 'main', () => new AbortController());
}

addEventListener('message', (event) => {
  const [desk, main] = event.ports;
  if (event.source === window && desk && main) void serve(desk, main);
});
