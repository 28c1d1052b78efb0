import type { KeptDecision } from '../../../shared/ipc/decision.ts';

/** Where rejections and withdrawals are kept: what was signed and its signature. */
export interface DecisionStore {
  /** Keeps a signed statement to reject or to withdraw. Refuses as files do. */
  readonly keep: (statement: Uint8Array, signature: Uint8Array) => Promise<KeptDecision>;
  /** What is kept about a release digest, oldest first; what is past its time is deleted before. */
  readonly about: (digest: string) => Promise<readonly KeptDecision[]>;
}
