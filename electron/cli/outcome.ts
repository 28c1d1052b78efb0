import type { Json } from '../../shared/base/json.ts';

/** What a command found: the exit code (0 holds, 1 does not hold, 2 could not be done), and the same twice, for programs and people. */
export interface CommandOutcome {
  readonly exitCode: 0 | 1 | 2;
  readonly json: Json;
  readonly text: string;
}
