import type { MessagePortMain } from 'electron';
import { type CallingPort, createVaultClient, type VaultClient } from '../../shared/ipc/vault-client.ts';
import type { EngineName } from '../../shared/policy/engine-choice.ts';

/** A vault that runs, whatever kind of process it is. */
export interface LiveVault {
  readonly engine: EngineName;
  /** Whether it may put on disk, encrypted, what does not fit into memory. */
  readonly spills: boolean;
  /** The end of its port that goes to the desk. */
  readonly toDesk: MessagePortMain;
  /** Main's own line to it. */
  readonly client: VaultClient;
  /** Names further files it may read, token to path; resolves when it may. */
  readonly allow: (files: ReadonlyMap<string, string>) => Promise<void>;
  /** Hands it the port of a look-up window. */
  readonly joinLookUp: (port: MessagePortMain) => void;
  /** Called once, with the reason, when its process ends without having been ended. */
  readonly onGone: (listener: (reason: string) => void) => void;
  /** Ends its process, waits until it is gone, and removes what it left. */
  readonly end: () => Promise<void>;
}

/** Main's line to a vault over its end of a port. */
export function lineTo(port: MessagePortMain): VaultClient {
  const calling: CallingPort = {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', ({ data }) => listener(data)),
    onEnd: (listener) => void port.on('close', listener),
  };
  const client = createVaultClient(calling);
  port.start();
  return client;
}
