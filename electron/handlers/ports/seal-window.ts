import type { SealSubject } from '../../../shared/ipc/seal-contract.ts';

/** The small window in which the officer reads what is signed and types the passphrase. */
export interface SealWindow {
  /**
   * Shows the subject and hands each passphrase typed to `attempt`. A `Refusal` of it is shown there and the officer may
   * try again; anything else it throws closes the window. Brings what `attempt` brought, or nothing when called off.
   */
  readonly ask: <T>(
    subject: SealSubject,
    attempt: (passphrase: string) => Promise<T>,
  ) => Promise<T | undefined>;
}
