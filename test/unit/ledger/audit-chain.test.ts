import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { canonicalJson } from '../../../shared/base/canonical-json.ts';
import { toHex } from '../../../shared/base/hex.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { auditAnchors } from '../../../shared/ledger/audit-anchors.ts';
import { auditLine, emptyAudit, readAudit } from '../../../shared/ledger/audit-chain.ts';
import { endedUnasked, openIntents } from '../../../shared/ledger/audit-intents.ts';
import type { AuditRecord } from '../../../shared/ledger/audit-record.ts';
import { auditFile, auditLines, auditRecord } from '../../support/audit-lines.ts';

const lines = auditLines(6);
const read = (changed: readonly string[]): ReturnType<typeof readAudit> =>
  readAudit(auditFile(changed), nodeCrypto);

const at = (seq: number, ev: string, obj: string, phase?: string): AuditRecord =>
  auditRecord(seq, emptyAudit, { ev, obj: obj.repeat(64), data: phase === undefined ? {} : { phase } });

describe('the audit log', () => {
  it('reads back what was written, each record by a rule that can be done by hand', () => {
    const log = read(lines);
    if (!log.ok) throw new Error('it holds');
    expect(log.records.map(({ seq }) => seq)).toEqual([0, 1, 2, 3, 4, 5]);
    const [first] = log.records;
    const byHand = toHex(nodeCrypto.sha256(utf8(`freigabe-audit-v1\n${canonicalJson(first ?? null)}`)));
    expect(log.records[1]?.prev).toBe(byHand);
    expect(log.digests[0]).toBe(byHand);
    expect(read([])).toMatchObject({ ok: true, head: emptyAudit });
  });

  it.each([
    ['form', 3, lines.with(2, `${lines[2]} `)],
    ['form', 3, lines.with(2, (lines[2] ?? '').replace('"v":1', '"v":2'))],
    ['form', 3, lines.with(2, (lines[2] ?? '').replace('{"actor"', '{"a":1,"actor"'))],
    ['order', 3, lines.toSpliced(2, 1)],
    ['order', 1, lines.toSpliced(0, 1)],
    ['link', 4, lines.with(2, (lines[2] ?? '').replace('anna', 'benn'))],
  ] as const)('does not hold with a fault of %s at line %i', (fault, line, changed) => {
    expect(read(changed)).toEqual({ ok: false, line, fault });
  });

  it('does not hold with a last line that does not end', () => {
    const whole = auditFile(lines);
    expect(readAudit(whole.subarray(0, -1), nodeCrypto)).toEqual({ ok: false, line: 6, fault: 'form' });
  });

  it.each([
    { data: { file: '/home/anna/events.csv' } },
    { data: { file: String.raw`C:\Users\anna` } },
    { data: { file: '~/events.csv' } },
    { data: { text: 'two\nlines' } },
    { ev: 'Sign' },
    { obj: 'somebody' },
    { actor: '' },
  ] satisfies readonly Partial<AuditRecord>[])('never holds %j', (change) => {
    expect(() => auditLine(auditRecord(0, emptyAudit, change))).toThrow();
  });

  it('tells by anchors how far it reaches, and which are not in it', () => {
    const log = read(lines);
    if (!log.ok) throw new Error('it holds');
    const [, second, , fourth] = log.digests;
    const anchors = auditAnchors(log.digests, [fourth ?? '', second ?? '', 'f'.repeat(64), emptyAudit]);
    expect(anchors.found.map(({ seq }) => seq)).toEqual([3, 1]);
    expect(anchors.missing).toEqual(['f'.repeat(64)]);
    expect(anchors.unanchored).toBe(2);
    expect(auditAnchors(log.digests, []).unanchored).toBe(6);
  });

  it('names what was begun and never ended', () => {
    const records = [
      at(0, 'app.started', ''),
      at(1, 'release.export', 'a', 'intent'),
      at(2, 'release.export', 'b', 'intent'),
      at(3, 'release.export', 'a', 'done'),
      at(4, 'key.created', 'b'),
    ];
    expect(openIntents(records).map(({ seq }) => seq)).toEqual([2]);
    expect(endedUnasked(records)).toBe(true);
    expect(endedUnasked([...records, at(5, 'app.closed', '')])).toBe(false);
    expect(openIntents([...records, at(5, 'crash.recovered', '')])).toEqual([]);
  });
});
