/** Files with rejected lines that were written in the open review. Their paths stay with main. */
export interface RejectsFiles {
  /** Writes a file and remembers it. Refuses as files do. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Names of the files that were written and are still there as they were written. */
  readonly names: () => Promise<readonly string[]>;
  /** Deletes them. One that somebody changed since, or that cannot be deleted, stays. Names of both kinds. */
  readonly remove: () => Promise<{ readonly deleted: readonly string[]; readonly left: readonly string[] }>;
  /** The review is over: nothing is remembered any more. */
  readonly forget: () => void;
}
