import { Refusal } from '../../shared/base/failure.ts';
import {
  FromVault,
  mainCalls,
  type VaultRequest,
  type VaultResponse,
} from '../../shared/ipc/vault-contract.ts';

/** The part of `MessagePortMain` that is used. */
export interface ControlPort {
  readonly on: {
    (event: 'message', listener: (message: { readonly data: unknown }) => void): unknown;
    (event: 'close', listener: () => void): unknown;
  };
  readonly start: () => void;
  readonly postMessage: (message: unknown) => void;
}

/** Main's own line to the vault. */
export interface VaultClient {
  /** Refuses as the vault refuses, and with `vault-gone` when it ends before it answers. */
  readonly call: <C extends keyof typeof mainCalls>(
    call: C,
    request: VaultRequest<C>,
  ) => Promise<VaultResponse<C>>;
  /** Ends every open call with `vault-gone`. */
  readonly end: () => void;
}

interface Pending {
  readonly resolve: (response: unknown) => void;
  readonly reject: (error: Error) => void;
}

export function createVaultClient(port: ControlPort): VaultClient {
  const pending = new Map<number, Pending>();
  let last = 0;
  let ended = false;
  const end = (): void => {
    ended = true;
    for (const each of pending.values()) each.reject(vaultGone());
    pending.clear();
  };
  port.on('message', ({ data }) => settle(pending, data));
  port.on('close', end);
  port.start();
  return {
    call: async (call, request) => {
      if (ended) throw vaultGone();
      const id = (last += 1);
      const response = new Promise<unknown>((resolve, reject) => pending.set(id, { resolve, reject }));
      port.postMessage({ kind: 'call', id, call, request });
      return mainCalls[call].response.parse(await response) as VaultResponse<typeof call>;
    },
    end,
  };
}

/** What a call meets when there is no vault, or no longer. */
export function vaultGone(): Refusal {
  return new Refusal('vault-gone', 'The extract is no longer in memory. Open it again.');
}

function settle(pending: Map<number, Pending>, data: unknown): void {
  const message = FromVault.safeParse(data);
  if (!message.success) return;
  const waiting = pending.get(message.data.id);
  if (waiting === undefined || message.data.kind === 'progress') return;
  pending.delete(message.data.id);
  if (message.data.kind === 'done') waiting.resolve(message.data.response);
  else {
    const { code, message: text, detail } = message.data.failure;
    waiting.reject(new Refusal(code, text, detail));
  }
}
