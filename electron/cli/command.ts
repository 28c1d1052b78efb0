import type { CommandOutcome } from './outcome.ts';

/** A command of the command line. `progress` takes lines for people, written to standard error. */
export type Command = (args: readonly string[], progress: (line: string) => void) => Promise<CommandOutcome>;
