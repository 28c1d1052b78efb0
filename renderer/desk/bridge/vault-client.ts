import { Refusal } from '../../../shared/base/failure.ts';
import { FromVault, deskCalls } from '../../../shared/ipc/vault-contract.ts';
import type { Progress, ToVault, VaultRequest, VaultResponse } from '../../../shared/ipc/vault-contract.ts';

export type DeskCall = keyof typeof deskCalls;

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface VaultClient {
  /** Calls the vault; a failure, `cancelled` among them, is thrown as `Refusal`. */
  call<C extends DeskCall>(
    name: C,
    request: VaultRequest<C>,
    options?: CallOptions,
  ): Promise<VaultResponse<C>>;
  /** Gives the port up; calls under way fail with `vault-closed`. */
  close(): void;
}

interface Waiting {
  readonly done: (response: unknown) => void;
  readonly failed: (failure: Error) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

function settle(waiting: Map<number, Waiting>, message: FromVault): void {
  const call = waiting.get(message.id);
  if (call === undefined) return;
  if (message.kind === 'progress') return call.onProgress?.(message.progress);
  waiting.delete(message.id);
  if (message.kind === 'done') return call.done(message.response);
  const { code, message: text, detail } = message.failure;
  call.failed(new Refusal(code, text, detail));
}

/** Numbers calls over the port main handed out, and brings each answer to the call it belongs to. */
export function createVaultClient(port: MessagePort): VaultClient {
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const send = (message: ToVault) => port.postMessage(message);

  port.addEventListener('message', (event) => settle(waiting, FromVault.parse(event.data)));
  port.start();

  return {
    async call(name, request, options = {}) {
      const contract = deskCalls[name];
      const id = ++lastId;
      const { signal, onProgress } = options;
      const answer = new Promise<unknown>((done, failed) => {
        waiting.set(id, { done, failed, onProgress });
      });
      send({ kind: 'call', id, call: name, request: contract.request.parse(request) });
      const cancel = () => send({ kind: 'cancel', id });
      if (signal?.aborted === true) cancel();
      signal?.addEventListener('abort', cancel, { once: true });
      try {
        return contract.response.parse(await answer) as VaultResponse<typeof name>;
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    close() {
      port.close();
      for (const call of waiting.values())
        call.failed(new Refusal('vault-closed', 'The review was closed while it was at work.'));
      waiting.clear();
    },
  };
}
