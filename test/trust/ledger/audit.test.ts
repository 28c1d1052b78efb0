import { expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { auditAnchors } from '../../../shared/ledger/audit-anchors.ts';
import { auditLine, readAudit } from '../../../shared/ledger/audit-chain.ts';
import { auditFile, auditLines, auditRecord } from '../../support/audit-lines.ts';
import { tellTrial, trials } from '../trial.ts';

/** Records that are changed; one more stands behind them, since nothing follows from the last one yet. */
const records = trials(110, 1000);
const lines = auditLines(records + 1);

const holds = (changed: readonly string[]): boolean => readAudit(auditFile(changed), nodeCrypto).ok;

/** A record that has the right form and names the right one before it, and was never written. */
function invented(at: number): string {
  const read = readAudit(auditFile(lines.slice(0, at)), nodeCrypto);
  if (!read.ok) throw new Error('the log does not hold');
  return auditLine(auditRecord(at, read.head, { actor: 'ben' }));
}

it('A1: finds every edit, deletion, swap and insertion', { timeout: 600_000 }, () => {
  const began = performance.now();
  expect(holds(lines)).toBe(true);
  let [tried, unseen] = [0, 0];
  for (let at = 0; at < records; at++) {
    const [line, next] = [lines[at] ?? '', lines[at + 1] ?? ''];
    const changes = [
      lines.with(at, invented(at)),
      lines.toSpliced(at, 1),
      lines.toSpliced(at, 2, next, line),
      lines.toSpliced(at, 0, invented(at)),
    ];
    for (const changed of changes) {
      tried += 1;
      if (holds(changed)) unseen += 1;
    }
  }
  const seconds = (performance.now() - began) / 1000;
  tellTrial({
    id: 'A1',
    what: 'audit log: edit, delete, swap, insert',
    trials: tried,
    failed: unseen,
    seconds,
  });
  expect([tried, unseen]).toEqual([4 * records, 0]);
});

it('A2: cannot see a tail that was cut, says so, and sees it with an anchor', () => {
  const began = performance.now();
  const whole = readAudit(auditFile(lines), nodeCrypto);
  if (!whole.ok) throw new Error('the log does not hold');
  const cuts = Math.min(100, records);
  let wrong = 0;
  for (let cut = 1; cut <= cuts; cut++) {
    const read = readAudit(auditFile(lines.slice(0, -cut)), nodeCrypto);
    if (!read.ok) throw new Error('what is left must hold by itself');
    const early = whole.digests[0] ?? '';
    const blind = auditAnchors(read.digests, [early]);
    const anchored = auditAnchors(read.digests, [early, whole.head]);
    const saysSo = blind.missing.length === 0 && blind.unanchored === read.records.length - 1;
    if (!saysSo || anchored.missing[0] !== whole.head) wrong += 1;
  }
  const seconds = (performance.now() - began) / 1000;
  tellTrial({
    id: 'A2',
    what: 'audit log: tail cut, with and without an anchor',
    trials: cuts,
    failed: wrong,
    seconds,
  });
  expect(wrong).toBe(0);
});
