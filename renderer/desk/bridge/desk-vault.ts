import { createVaultClient } from '../../../shared/ipc/vault-client.ts';
import type { CallOptions } from '../../../shared/ipc/vault-client.ts';
import type { VaultRequest, VaultResponse, deskCalls } from '../../../shared/ipc/vault-contract.ts';

export type DeskCall = keyof typeof deskCalls;

/** The line to the vault with the calls the desk may make. */
export interface DeskVault {
  /** Calls the vault; a failure, `cancelled` and `vault-gone` among them, is thrown as `Refusal`. */
  readonly call: <C extends DeskCall>(
    name: C,
    request: VaultRequest<C>,
    options?: CallOptions,
  ) => Promise<VaultResponse<C>>;
  /** Gives the port up; calls under way fail with `vault-gone`. */
  readonly close: () => void;
}

/** Speaks to the vault over the port main handed out. */
export function createDeskVault(port: MessagePort): DeskVault {
  const { call, end } = createVaultClient({
    post: (message) => port.postMessage(message),
    onMessage: (listener) => port.addEventListener('message', (event) => listener(event.data)),
    onEnd: (listener) => port.addEventListener('close', listener),
  });
  port.start();
  return {
    call,
    close: () => {
      port.close();
      end();
    },
  };
}
