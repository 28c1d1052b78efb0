import { fromUtf8, utf8 } from '../base/bytes.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { toHex } from '../base/hex.ts';
import type { Crypto } from '../ports/crypto.ts';
import { AuditRecord } from './audit-record.ts';

/** What stands before the first record. */
export const emptyAudit = '0'.repeat(64);
const context = 'freigabe-audit-v1\n';

/** `form`: no record in the one canonical form; `order`: its number is not the next; `link`: it does not follow from the one before. */
export type AuditFault = 'form' | 'order' | 'link';

/** A log whose every record follows from the one before, or the first line, from 1, that does not. */
export type AuditRead =
  | {
      readonly ok: true;
      readonly records: readonly AuditRecord[];
      /** Digest of each record, in order. */
      readonly digests: readonly string[];
      readonly head: string;
    }
  | { readonly ok: false; readonly line: number; readonly fault: AuditFault };

/** The digest of a record: SHA-256 of `freigabe-audit-v1`, a line feed and its line without the line feed. */
export function digestOfRecord(line: string, crypto: Pick<Crypto, 'sha256'>): string {
  return toHex(crypto.sha256(utf8(`${context}${line}`)));
}

/** The line of a record, without its line feed. Throws where the record has no right form: what it may not hold never gets in. */
export function auditLine(record: AuditRecord): string {
  return canonicalJson(AuditRecord.parse(record));
}

/**
 * Reads a log and checks every link. A record that was changed, left out, moved or put in between breaks it, save that lines taken off the end
 * cannot be seen from the log alone: `auditAnchors` tells what a digest kept elsewhere says of that.
 */
export function readAudit(bytes: Uint8Array, crypto: Pick<Crypto, 'sha256'>): AuditRead {
  const text = fromUtf8(bytes);
  if (text === undefined) return { ok: false, line: 1, fault: 'form' };
  const lines = text.split('\n');
  const last = lines.pop();
  const records: AuditRecord[] = [];
  const digests: string[] = [];
  for (const [index, line] of lines.entries()) {
    const record = recordIn(line);
    const fault = record === undefined ? 'form' : faultOf(record, index, digests.at(-1) ?? emptyAudit);
    if (record === undefined || fault !== undefined)
      return { ok: false, line: index + 1, fault: fault ?? 'form' };
    records.push(record);
    digests.push(digestOfRecord(line, crypto));
  }
  if (last !== '') return { ok: false, line: lines.length + 1, fault: 'form' };
  return { ok: true, records, digests, head: digests.at(-1) ?? emptyAudit };
}

function faultOf(record: AuditRecord, seq: number, prev: string): AuditFault | undefined {
  if (record.seq !== seq) return 'order';
  return record.prev === prev ? undefined : 'link';
}

function recordIn(line: string): AuditRecord | undefined {
  try {
    const record = AuditRecord.safeParse(JSON.parse(line)).data;
    return record !== undefined && canonicalJson(record) === line ? record : undefined;
  } catch {
    return undefined;
  }
}
