/** This machine's plain record of what was done. No path, figure, identifier or passphrase goes in. */
export interface Journal {
  readonly record: (event: string, detail?: Readonly<Record<string, string | number>>) => Promise<void>;
}
