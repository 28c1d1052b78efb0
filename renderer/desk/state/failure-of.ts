import { Refusal } from '../../../shared/base/failure.ts';
import type { Failure } from '../../../shared/base/failure.ts';

/** What is shown of something thrown: a refusal as it is, anything else as a defect with its message. */
export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Refusal) return thrown.failure;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'unexpected', message, detail: { message } };
}
