/** Thrown when a file cannot be read as a whole with the results of reading it in chunks: it is then read in chunks. */
export class NotScannable extends Error {
  /** Token of the file. */
  readonly token: string;

  constructor(token: string, reason: string) {
    super(`the file must be read in chunks: ${reason}`);
    this.token = token;
  }
}
