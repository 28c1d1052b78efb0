import { Refusal } from '../../shared/base/failure.ts';
import type { Journal, JournalDetail } from './ports/journal.ts';

/**
 * Does `work` between two records: what is about to happen, and what became of it. An intent without an outcome, after a crash, says that it is not
 * known whether it happened. `undefined` from `work` counts as cancelled.
 */
export async function withIntent<T>(
  journal: Journal,
  event: string,
  detail: JournalDetail,
  work: () => Promise<T>,
): Promise<T> {
  await journal.record(event, { ...detail, phase: 'intent' });
  let result: T;
  try {
    result = await work();
  } catch (error) {
    const code = error instanceof Refusal ? error.failure.code : 'defect';
    await journal.record(event, { ...detail, phase: 'failed', code });
    throw error;
  }
  await journal.record(event, { ...detail, phase: result === undefined ? 'cancelled' : 'done' });
  return result;
}
