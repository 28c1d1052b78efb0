import type { LeaveAnswer } from '../handlers/ports/dialogs.ts';

/** What leaving works on. */
export interface LeavingPorts {
  /** Names of the lists of rejected lines that were written in the open review and are still there. */
  readonly written: () => Promise<readonly string[]>;
  readonly ask: (names: readonly string[]) => Promise<LeaveAnswer>;
  readonly hide: () => void;
  /** Resolves once what was last set is on disk. */
  readonly settled: () => Promise<void>;
  /** Closes the review, which wipes the vault. */
  readonly close: (deleteRejects: boolean) => Promise<unknown>;
  readonly end: () => void;
}

/** What closing the window does: asks what becomes of lists of rejected lines, and ends once the vault is gone, that is on record and settings are saved. */
export function createLeaving(ports: LeavingPorts): () => Promise<void> {
  let leaving = false;
  return async () => {
    if (leaving) return;
    leaving = true;
    const names = await ports.written().catch(() => []);
    const answer = names.length === 0 ? 'keep' : await ports.ask(names).catch(() => 'keep');
    if (answer === 'stay') {
      leaving = false;
      return;
    }
    ports.hide();
    await ports.close(answer === 'delete').catch(() => undefined);
    await ports.settled();
    ports.end();
  };
}
