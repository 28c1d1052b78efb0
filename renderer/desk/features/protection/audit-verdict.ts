import type { AuditFigures } from '../../../../shared/ipc/protection.ts';

/** What the audit comes to, the last part of the key of its sentence, and how many groups that speaks of. */
export interface AuditVerdict {
  readonly outcome: 'pass' | 'fail' | 'notTested';
  readonly sentence: 'pass' | 'fail' | 'notTested' | 'waiting' | 'nothingHidden';
  readonly count: number;
}

/** The verdict on hidden groups; absent figures are not tested. Whatever was not tested keeps it from passing. */
export function auditVerdict(audit: AuditFigures | undefined): AuditVerdict {
  if (audit === undefined) return { outcome: 'notTested', sentence: 'waiting', count: 0 };
  const { exact, narrow, safe, notTested } = audit;
  if (exact + narrow > 0) return { outcome: 'fail', sentence: 'fail', count: exact + narrow };
  if (notTested > 0) return { outcome: 'notTested', sentence: 'notTested', count: notTested };
  return { outcome: 'pass', sentence: safe === 0 ? 'nothingHidden' : 'pass', count: safe };
}
