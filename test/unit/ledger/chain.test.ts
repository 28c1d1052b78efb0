import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { canonicalJson } from '../../../shared/base/canonical-json.ts';
import { utf8 } from '../../../shared/base/bytes.ts';
import { toHex } from '../../../shared/base/hex.ts';
import {
  digestOfEntry,
  emptyHead,
  headOf,
  nextEntry,
  readChain,
  writeChain,
} from '../../../shared/ledger/chain.ts';
import { type LedgerEntry, type ReleaseEntry, releasesOf } from '../../../shared/ledger/ledger-entry.ts';
import { releaseToRecord } from '../../support/ledger-entries.ts';

function chainOf(length: number): readonly ReleaseEntry[] {
  const entries: LedgerEntry[] = [];
  for (let i = 0; i < length; i++) entries.push(nextEntry(entries, releaseToRecord(`${i}`), nodeCrypto));
  return releasesOf(entries);
}

const entries = chainOf(12);
const read = (changed: readonly LedgerEntry[]): ReturnType<typeof readChain> =>
  readChain(writeChain(changed), nodeCrypto);

const change = (entry: ReleaseEntry): readonly ReleaseEntry[] => [
  { ...entry, releaseDigest: entry.releaseDigest.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) },
  { ...entry, policyId: 'other' },
  { ...entry, outcome: 'demo' },
  { ...entry, period: { from: '2026-05-03', to: entry.period.to } },
  { ...entry, charge: { rho: '0.1', deltaExponent: 6 } },
  { ...entry, recipe: { ...entry.recipe, minimumPersons: 6 } },
  { ...entry, predecessors: [{ releaseDigest: entry.releaseDigest, rule: 'charged' }] },
];

describe('the chain of entries', () => {
  it('reads back what it wrote, with the head', () => {
    expect(read(entries)).toEqual({ ok: true, entries, head: headOf(entries, nodeCrypto) });
    expect(read([])).toEqual({ ok: true, entries: [], head: emptyHead });
  });

  it('names in each entry the digest of the one before, by a rule that can be done by hand', () => {
    const [first, second] = entries;
    if (first === undefined || second === undefined) throw new Error('there are two');
    expect(first.previous).toBe(emptyHead);
    const byHand = toHex(nodeCrypto.sha256(utf8(`freigabe-ledger-v1\n${canonicalJson(first)}`)));
    expect(second.previous).toBe(byHand);
    expect(digestOfEntry(first, nodeCrypto)).toBe(byHand);
  });

  it('breaks whichever entry is changed, in whichever field', () => {
    for (const [at, entry] of entries.slice(0, -1).entries())
      for (const changed of change(entry))
        expect(read(entries.with(at, changed))).toEqual({ ok: false, line: at + 2, fault: 'link' });
  });

  it('breaks when an entry is left out, put in twice or moved', () => {
    for (let at = 0; at < entries.length - 1; at++) {
      expect(read(entries.toSpliced(at, 1))).toMatchObject({ ok: false, line: at + 1, fault: 'order' });
      expect(read(entries.toSpliced(at, 0, ...entries.slice(at, at + 1)))).toMatchObject({
        ok: false,
        fault: 'order',
      });
    }
    const [first, second, ...rest] = entries;
    if (first === undefined || second === undefined) throw new Error('there are two');
    expect(read([second, first, ...rest])).toMatchObject({ ok: false, line: 1, fault: 'order' });
    expect(read([first, { ...second, previous: emptyHead }, ...rest])).toMatchObject({
      ok: false,
      line: 2,
      fault: 'link',
    });
  });

  it('breaks on every byte that is flipped, save that the end of the last entry binds nothing yet', () => {
    const three = chainOf(3);
    const bytes = writeChain(three);
    const lastLine = writeChain(three.slice(0, 2)).length;
    let unseen = 0;
    for (let at = 0; at < lastLine; at += 7) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      if (readChain(flipped, nodeCrypto).ok) unseen++;
    }
    expect(unseen).toBe(0);
  });

  it('takes no line that is cut short, has other spaces or a field too many', () => {
    const whole = new TextDecoder().decode(writeChain(entries.slice(0, 1)));
    for (const text of [
      whole.slice(0, -1),
      whole.slice(0, -20),
      whole.replace('{', '{ '),
      whole.replace('{', '{"a":1,'),
      '\n',
      `${whole}\n`,
    ])
      expect(readChain(utf8(text), nodeCrypto)).toMatchObject({ ok: false, fault: 'form' });
  });

  it('cannot see that entries were taken off the end', () => {
    expect(read(entries.slice(0, 5)).ok).toBe(true);
  });
});
