import type { SeenLedger } from '../../../shared/checkpoint/seen-ledger.ts';

/** What this machine saw of publishers' ledgers. */
export interface Witness {
  /** The longest history of each origin and key. Refuses `witness-unreadable`. */
  readonly seen: () => Promise<readonly SeenLedger[]>;
  /** Keeps what an accepted bundle showed, where it goes on from what is kept. Refuses as `seen` and as files do. */
  readonly remember: (ledger: SeenLedger) => Promise<void>;
}
