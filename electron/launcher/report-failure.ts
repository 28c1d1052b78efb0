import { Refusal } from '../../shared/base/failure.ts';
import { say } from './say.ts';

/** Says what went wrong and sets the exit code 2; a defect is thrown on. */
export function reportFailure(error: unknown): void {
  if (!(error instanceof Refusal)) throw error;
  say(error.message);
  process.exitCode = 2;
}
