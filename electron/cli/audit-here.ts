import { join } from 'node:path';
import { auditGround } from '../node/audit-ground.ts';
import { type AuditLog, createAuditLog } from '../node/audit-log.ts';
import { softwareIdentity } from './software.ts';

/** The audit log that belongs to a folder of the ledger; the window writes to the same one. */
export function auditIn(ledgerFolder: string): AuditLog {
  return createAuditLog(join(ledgerFolder, 'audit.jsonl'), auditGround(softwareIdentity().version));
}
