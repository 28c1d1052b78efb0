import { z } from 'zod';
import { Refusal } from '../base/failure.ts';
import {
  deskCalls,
  lookUpCalls,
  mainCalls,
  ToVault,
  vaultCalls,
  type FromVault,
  type VaultCall,
} from '../ipc/vault-contract.ts';
import type { Review } from './review.ts';
import type { Working } from './review-ports.ts';

/** One end of a port as both hosts have it. */
export interface VaultPort {
  readonly post: (message: FromVault) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
}

/** Makes signals that can be raised; the platform's `AbortController`. */
export interface Cancellation {
  readonly signal: AbortSignal;
  readonly abort: () => void;
}

/** Who is at the other end of a port. */
export type VaultCaller = 'desk' | 'main' | 'lookUp';

/** A candidate is main's alone to ask for, and a status the look-up window's: not even main may name an identifier. */
const callsOf: Readonly<Record<VaultCaller, object>> = {
  desk: deskCalls,
  main: { ...deskCalls, ...mainCalls },
  lookUp: lookUpCalls,
};

/**
 * Answers calls on a port: parses each request and response by the contract, runs it, reports progress, and cancels it
 * when told to. `who` decides which calls are answered.
 */
export function serveVault(
  review: Review,
  port: VaultPort,
  who: VaultCaller,
  newCancellation: () => Cancellation,
): void {
  const running = new Map<number, Cancellation>();
  port.onMessage((raw) => {
    const message = ToVault.parse(raw);
    if (message.kind === 'cancel') return running.get(message.id)?.abort();
    const cancellation = newCancellation();
    running.set(message.id, cancellation);
    const { id } = message;
    const { signal } = cancellation;
    const onProgress: Answering['onProgress'] = (progress) => port.post({ kind: 'progress', id, progress });
    void answer(message, { review, who, signal, onProgress })
      .then(
        (response) => port.post({ kind: 'done', id, response }),
        (error: unknown) => port.post({ kind: 'failed', id, failure: failureOf(error, cancellation.signal) }),
      )
      .finally(() => running.delete(id));
    return undefined;
  });
}

type Call = Extract<ToVault, { kind: 'call' }>;
/** What an answer is given with. */
interface Answering {
  readonly review: Review;
  readonly who: VaultCaller;
  readonly signal: AbortSignal;
  readonly onProgress: Working['onProgress'];
}

async function answer(message: Call, { review, who, signal, onProgress }: Answering): Promise<unknown> {
  if (!Object.hasOwn(callsOf[who], message.call)) throw new Error(`no such call: ${message.call}`);
  const call = message.call as VaultCall;
  const parsed = vaultCalls[call].request.safeParse(message.request);
  if (!parsed.success) throw new Refusal('bad-request', z.prettifyError(parsed.error), { call });
  const request = parsed.data as never;
  switch (call) {
    case 'profile':
      return review.profile(request, signal);
    case 'forgetOthers':
      return review.forgetOthers(request);
    case 'load':
      return review.load(request, { signal, onProgress });
    case 'zones':
      return review.zones(request);
    case 'view':
      return review.viewInSteps(request, { signal });
    case 'protect':
      return review.protect(request, { signal, onProgress });
    case 'attack':
      return review.attack(request, { signal, onProgress });
    case 'attackMarks':
      return review.attackMarks(request);
    case 'attackSlivers':
      return review.attackSlivers(request);
    case 'replay':
      return review.replay(request);
    case 'plant':
      return review.plant(request, { signal, onProgress });
    case 'remedies':
      return review.remedies(request, { signal, onProgress });
    case 'extractRisk':
      return review.extractRisk(request, { signal, onProgress });
    case 'extractFindings':
      return review.extractFindings(request, { signal, onProgress });
    case 'ranges':
      return review.ranges(request, { signal, onProgress });
    case 'nameEarlier':
      return review.nameEarlier(request);
    case 'handEarlier':
      return review.handEarlier(request);
    case 'rejects':
      return review.rejects(request);
    case 'candidate':
      return review.candidate(request, { signal, onProgress });
    case 'status':
      return review.status(request);
  }
}

function failureOf(
  error: unknown,
  signal: AbortSignal,
): { code: string; message: string; detail: Record<string, string | number> } {
  if (signal.aborted) return { code: 'cancelled', message: 'Cancelled.', detail: {} };
  if (error instanceof Refusal) {
    const { code, message, detail } = error.failure;
    return { code, message, detail: { ...detail } };
  }
  const kind = error instanceof Error ? error.name : 'unknown';
  return {
    code: 'defect',
    message: `Something went wrong inside the vault (${kind}). Nothing was released.`,
    detail: {},
  };
}
