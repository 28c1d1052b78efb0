import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createVaultClient, type VaultClient } from '../../../shared/ipc/vault-client.ts';

/** A vault of the command line: a process of its own that alone sees raw rows and ends before anything is signed. */
export interface CliVault extends VaultClient {
  readonly close: () => Promise<void>;
}

/** Starts the vault process; it may read the files of `paths`, by token. */
export async function startVault(paths: ReadonlyMap<string, string>): Promise<CliVault> {
  const child = fork(fileURLToPath(new URL('entry.ts', import.meta.url)), [], { serialization: 'advanced' });
  const ended = once(child, 'exit');
  child.send([...paths] as never);
  const [first] = await Promise.race([once(child, 'message'), ended]);
  if (first !== 'ready') throw new Error('the vault process did not start');
  const client = createVaultClient({
    post: (message) => void child.send(message),
    onMessage: (listener) => void child.on('message', listener),
    onEnd: (listener) => void child.once('exit', listener),
  });
  return {
    ...client,
    close: async () => {
      client.end();
      child.disconnect();
      await ended;
    },
  };
}
