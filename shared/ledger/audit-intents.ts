import type { AuditRecord } from './audit-record.ts';

/** Records of what was about to be done, of which no record says what became of it: oldest first. */
export function openIntents(records: readonly AuditRecord[]): readonly AuditRecord[] {
  const open = new Map<string, AuditRecord>();
  for (const record of records) {
    const { phase } = record.data;
    const key = `${record.ev} ${record.obj}`;
    if (record.ev === 'crash.recovered') open.clear();
    else if (phase === 'intent') open.set(key, record);
    else if (phase !== undefined) open.delete(key);
  }
  return [...open.values()];
}

/** Whether the window was started and never closed. */
export function endedUnasked(records: readonly AuditRecord[]): boolean {
  const last = records.findLast(({ ev }) => ev === 'app.started' || ev === 'app.closed');
  return last?.ev === 'app.started';
}
