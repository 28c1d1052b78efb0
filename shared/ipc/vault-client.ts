import { Refusal } from '../base/failure.ts';
import {
  FromVault,
  vaultCalls,
  type Progress,
  type ToVault,
  type VaultCall,
  type VaultRequest,
  type VaultResponse,
} from './vault-contract.ts';

/** The calling end of a port, whatever it is made of. */
export interface CallingPort {
  readonly post: (message: ToVault) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called once when the other end is gone. */
  readonly onEnd: (listener: () => void) => void;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** A line to the vault. */
export interface VaultClient {
  /** Rejects with the vault's refusal, `cancelled` among them, and with `vault-gone` when it ends before it answers. */
  readonly call: <C extends VaultCall>(
    call: C,
    request: VaultRequest<C>,
    options?: CallOptions,
  ) => Promise<VaultResponse<C>>;
  /** Ends every open call with `vault-gone`. */
  readonly end: () => void;
}

interface Waiting {
  readonly resolve: (response: unknown) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: CallOptions['onProgress'];
}

/** Numbers the calls on a port and brings each answer, parsed by the contract, to the call it belongs to. */
export function createVaultClient(port: CallingPort): VaultClient {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let ended = false;
  const end = (): void => {
    ended = true;
    for (const each of waiting.values()) each.reject(vaultGone());
    waiting.clear();
  };
  port.onMessage((raw) => {
    const parsed = FromVault.safeParse(raw);
    const call = parsed.success ? waiting.get(parsed.data.id) : undefined;
    if (!parsed.success || !call) return undefined;
    const message = parsed.data;
    if (message.kind === 'progress') return call.onProgress?.(message.progress);
    waiting.delete(message.id);
    if (message.kind === 'done') return call.resolve(message.response);
    const { code, message: text, detail } = message.failure;
    return call.reject(new Refusal(code, text, detail));
  });
  port.onEnd(end);
  return {
    call: async (call, request, { signal, onProgress } = {}) => {
      if (ended) throw vaultGone();
      const id = ++last;
      const answer = new Promise<unknown>((resolve, reject) =>
        waiting.set(id, { resolve, reject, onProgress }),
      );
      port.post({ kind: 'call', id, call, request });
      const cancel = (): void => port.post({ kind: 'cancel', id });
      if (signal?.aborted === true) cancel();
      signal?.addEventListener('abort', cancel);
      try {
        return vaultCalls[call].response.parse(await answer) as VaultResponse<typeof call>;
      } finally {
        signal?.removeEventListener('abort', cancel);
      }
    },
    end,
  };
}

/** What a call meets when there is no vault, or no longer. */
export function vaultGone(): Refusal {
  return new Refusal('vault-gone', 'The extract is no longer in memory. Open it again.');
}
