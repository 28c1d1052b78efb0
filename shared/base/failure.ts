/**
 * Something that can happen and that a person must read: a stable `code` (kebab-case, looked up in the language files),
 * the `detail` that fills the sentence (file name, line, column, limit), and an English `message` for logs and the
 * command line that says what happened, where, and what to do.
 */
export interface Failure {
  readonly code: string;
  readonly message: string;
  readonly detail: Readonly<Record<string, string | number>>;
}

/** Thrown when work cannot go on for a reason a person can mend. Everything else that is thrown is a defect. */
export class Refusal extends Error {
  readonly failure: Failure;
  constructor(code: string, message: string, detail: Readonly<Record<string, string | number>> = {}) {
    super(message);
    this.name = 'Refusal';
    this.failure = { code, message, detail };
  }
}
