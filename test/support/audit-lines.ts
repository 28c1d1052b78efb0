import { nodeCrypto } from '../../electron/node/crypto.ts';
import { auditLine, digestOfRecord, emptyAudit } from '../../shared/ledger/audit-chain.ts';
import type { AuditRecord } from '../../shared/ledger/audit-record.ts';

/** A record as it could stand at `seq`, behind `prev`. */
export function auditRecord(seq: number, prev: string, change: Partial<AuditRecord> = {}): AuditRecord {
  return {
    v: 1,
    seq,
    prev,
    t: '2026-11-22T10:00:00Z',
    mono: `${1_000_000_000 * seq}`,
    boot: '0f0f0f0f-0000-4000-8000-000000000000',
    actor: 'anna',
    role: 'privacy-officer',
    ev: 'decision.sign',
    obj: seq.toString(16).padStart(64, '0'),
    data: { phase: seq % 2 === 0 ? 'intent' : 'done', n: seq },
    app: '1.4.0',
    ...change,
  };
}

/** A log of `length` records as its lines, without line feeds. */
export function auditLines(length: number): readonly string[] {
  const lines: string[] = [];
  let prev = emptyAudit;
  for (let seq = 0; seq < length; seq++) {
    const line = auditLine(auditRecord(seq, prev));
    lines.push(line);
    prev = digestOfRecord(line, nodeCrypto);
  }
  return lines;
}

/** Lines as the file holds them. */
export function auditFile(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
}
