import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../../../shared/base/failure.ts';
import { createVaultClient, type VaultClient } from '../../../shared/ipc/vault-client.ts';
import type { EngineChoice, EngineName } from '../../../shared/policy/engine-choice.ts';
import type { SpillFolder } from '../../node/spill-folder.ts';
import { type VaultStart, VaultStarted } from './vault-start.ts';

/** What a vault of the command line is started with. */
export interface CliVaultStart {
  /** The files it may read, by token. */
  readonly paths: ReadonlyMap<string, string>;
  readonly choice: EngineChoice;
  /** For what does not fit into memory; removed with the vault. */
  readonly spill?: SpillFolder | undefined;
}

/** A vault of the command line: a process of its own that alone sees raw rows and ends before anything is signed. */
export interface CliVault extends VaultClient {
  readonly engine: EngineName;
  readonly close: () => Promise<void>;
}

/** Starts the vault process. Refuses `native-missing`. */
export async function startVault({ paths, choice, spill }: CliVaultStart): Promise<CliVault> {
  const child = fork(fileURLToPath(new URL('entry.ts', import.meta.url)), [], { serialization: 'advanced' });
  const ended = once(child, 'exit');
  const start: VaultStart = { files: [...paths].map(([token, path]) => [token, path]), choice };
  child.send(spill === undefined ? start : { ...start, spill: spill.path });
  const [first] = await Promise.race([once(child, 'message'), ended]);
  const answer = VaultStarted.safeParse(first);
  if (!answer.success) throw new Error('the vault process did not start');
  const started = answer.data;
  if (!started.ok) {
    child.disconnect();
    await ended;
    await spill?.remove();
    const { code, message, detail } = started.failure;
    throw new Refusal(code, message, detail);
  }
  const client = createVaultClient({
    post: (message) => void child.send(message),
    onMessage: (listener) => void child.on('message', listener),
    onEnd: (listener) => void child.once('exit', listener),
  });
  return {
    ...client,
    engine: started.engine,
    close: async () => {
      client.end();
      child.disconnect();
      await ended;
      await spill?.remove();
    },
  };
}
