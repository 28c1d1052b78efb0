/** Files of this machine, by path. What cannot be read or written is a `Refusal`. */
export interface Files {
  /** Last part of a path. */
  readonly name: (path: string) => string;
  /** Whole contents; refuses a directory, a missing or unreadable file, and one of more than `limit` bytes. */
  readonly read: (path: string, limit: number) => Promise<Uint8Array>;
  /** All or nothing; an older file of that name stays until the new one is whole on disk. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}
