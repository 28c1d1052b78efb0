/** What a record says besides what was done. `digest` or `fingerprint` is what it was done to, `actor` and `role` who did it. */
export type JournalDetail = Readonly<Record<string, string | number>>;

/**
 * This workstation's audit log: append-only, each record bound to the one before. No path, figure, identifier or passphrase goes in. A record is on
 * disk when `record` comes back; nothing is confirmed to a person before that. Refuses `audit-broken`, `audit-unwritable` and `ledger-busy`.
 */
export interface Journal {
  readonly record: (event: string, detail?: JournalDetail) => Promise<void>;
  /** Digest of the last record, 64 hexadecimal digits: what signed statements and reports anchor. */
  readonly head: () => Promise<string>;
}
