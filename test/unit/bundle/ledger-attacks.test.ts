import { describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { fromUtf8 } from '../../../shared/base/bytes.ts';
import { paths } from '../../../shared/bundle/names.ts';
import type { VerificationReport } from '../../../shared/bundle/report.ts';
import type { Trust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import type { SeenLedger } from '../../../shared/checkpoint/seen-ledger.ts';
import { remembered } from '../../../shared/checkpoint/witness.ts';
import {
  emptyLedger,
  keyOf,
  type LedgerOf,
  ledgerSigner,
  published,
  seenOf,
  withdrawing,
  withLedger,
} from '../../support/ledger-publisher.ts';
import { smallRelease, smallTrust } from '../../support/small-bundle.ts';
import { editText, repacked } from '../../support/tampered-bundle.ts';
import { told, untold } from '../../support/told-failures.ts';

const checkpointFile = 'ledger/checkpoint.txt';
const leavesFile = 'ledger/leaves.txt';

const one = await published(emptyLedger(), 'One');
const two = await published(one.ledger, 'Two');
const three = await published(two.ledger, 'Three');
/** Another second release, of the same publisher with the same key: a lie to somebody. */
const otherTwo = await published(one.ledger, 'Another two');

const knowing = (ledger: LedgerOf | undefined, seen: readonly SeenLedger[] = []): Trust => ({
  ...smallTrust(),
  ledgerKeys: ledger === undefined ? [] : [keyOf(ledger)],
  seen,
});

async function verified(bytes: Uint8Array, trust: Trust): Promise<VerificationReport> {
  const report = await verifyBundle(bytes, trust, nodeCrypto);
  expect(untold(report)).toEqual([]);
  return report;
}

/** What the check says: its code, or the notes of one that holds. */
async function saidOf(bytes: Uint8Array, trust: Trust): Promise<readonly string[]> {
  const { checks } = await verified(bytes, trust);
  const check = checks.find(({ id }) => id === 'ledger');
  if (check === undefined) return [];
  if (!check.ok) return [check.code, ...check.particulars.map(({ what }) => what)];
  const notes = check.notes ?? [];
  for (const note of notes) expect(told(note).de).not.toBe(told(note).en);
  return notes.map(({ what }) => what);
}

const removing =
  (path: string) =>
  (files: Map<string, Uint8Array>): void =>
    void files.delete(path);

describe('the ledger in a bundle', () => {
  it('holds up to the release, and says where it stands', async () => {
    const report = await verified(three.bytes, knowing(one.ledger));
    expect(report.outcome).toBe('release');
    expect(report.ledger).toEqual(seenOf(three.ledger));
    expect(await saidOf(three.bytes, knowing(one.ledger))).toEqual(['ledger-place', 'ledger-new']);
  });

  it('is not checked against a key where the trust list names none, and says so', async () => {
    const report = await verified(two.bytes, knowing(undefined));
    expect(report.outcome).toBe('release');
    expect(report.ledger).toEqual(seenOf(two.ledger, ''));
    expect(await saidOf(two.bytes, knowing(undefined))).toContain('ledger-key-unknown');
  });

  it('may be absent where the release names none', async () => {
    expect(await saidOf(await smallRelease(), knowing(one.ledger))).toEqual(['ledger-none']);
  });

  it.each([
    ['no checkpoint', removing(checkpointFile), 'files-missing'],
    ['no leaves', removing(leavesFile), 'files-missing'],
    [
      'a checkpoint that is no note',
      editText(checkpointFile, (text) => text.replace('\n\n', '\n')),
      'ledger-file-form',
    ],
    [
      'an extension line',
      editText(checkpointFile, (text) => text.replace('\n\n', '\nmore\n\n')),
      'ledger-file-form',
    ],
    ['capital leaves', editText(leavesFile, (text) => text.toUpperCase()), 'ledger-file-form'],
    ['leaves without an end', editText(leavesFile, (text) => text.slice(0, -1)), 'ledger-file-form'],
    ['another origin', editText(checkpointFile, (text) => text.replaceAll('00aa', '00ab')), 'ledger-origin'],
    [
      'two signatures',
      editText(checkpointFile, (text) => text + (text.split('\n').at(-2) ?? '') + '\n'),
      'ledger-signatures',
    ],
    ['another size', editText(checkpointFile, (text) => text.replace('\n3\n', '\n4\n')), 'ledger-size'],
    ['a leaf less', editText(leavesFile, (text) => text.slice(65)), 'ledger-size'],
    [
      'two leaves swapped',
      editText(leavesFile, (text) => text.slice(65, 130) + text.slice(0, 65) + text.slice(130)),
      'ledger-root',
    ],
    [
      'a changed leaf',
      editText(leavesFile, (text) => text.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))),
      'ledger-root',
    ],
  ] as const)('does not hold with %s', async (_what, edit, what) => {
    expect(await saidOf(repacked(three.bytes, edit), knowing(one.ledger))).toEqual(['E_LEDGER', what]);
  });

  it('does not hold when it is of another history, or about another release', async () => {
    const past = await withLedger(three.bytes, {
      ...three.ledger,
      leaves: [...otherTwo.ledger.leaves, ...three.ledger.leaves.slice(2)],
    });
    expect(await saidOf(past, knowing(one.ledger))).toEqual(['E_LEDGER', 'ledger-previous']);
    const swapped = await withLedger(two.bytes, otherTwo.ledger);
    expect(await saidOf(swapped, knowing(one.ledger))).toEqual(['E_LEDGER', 'ledger-leaf']);
    const longer = await withLedger(two.bytes, three.ledger);
    expect(await saidOf(longer, knowing(one.ledger))).toEqual(['E_LEDGER', 'ledger-size']);
    const withdrawn = withdrawing(one.ledger, 0);
    expect(await saidOf(await withLedger(two.bytes, withdrawn), knowing(one.ledger))).toEqual([
      'E_LEDGER',
      'ledger-leaf',
    ]);
  });

  it('may not be put into a bundle that names none', async () => {
    const added = await withLedger(await smallRelease(), one.ledger);
    expect(await saidOf(added, knowing(one.ledger))).toEqual(['E_EXTRA_FILE', 'files-extra']);
  });

  it('must be signed by a key the trust list names for it', async () => {
    const stranger = { ...two.ledger, signer: ledgerSigner(41) };
    const foreign = await withLedger(two.bytes, stranger);
    expect(await saidOf(foreign, knowing(two.ledger))).toEqual(['E_LEDGER_KEY', 'ledger-key']);
    expect(await saidOf(foreign, knowing(stranger))).toEqual(['ledger-place', 'ledger-new']);
    const other = editText(checkpointFile, (text) =>
      text.replace(
        /(— \S+ .{20})(.)/u,
        (_all, head: string, letter: string) => `${head}${letter === 'A' ? 'B' : 'A'}`,
      ),
    );
    expect(await saidOf(repacked(two.bytes, other), knowing(two.ledger))).toEqual([
      'E_LEDGER_KEY',
      'ledger-key',
    ]);
  });
});

describe('what a dishonest publisher or a thief can try (B7)', () => {
  it('rollback: an older bundle holds, and the reader is told that it is older', async () => {
    const said = await saidOf(one.bytes, knowing(one.ledger, [seenOf(three.ledger)]));
    expect(said).toEqual(['ledger-place', 'ledger-older']);
    expect(remembered([seenOf(three.ledger)], seenOf(one.ledger))).toEqual([seenOf(three.ledger)]);
  });

  it('fork: a second history is refused, with both roots', async () => {
    const trust = knowing(one.ledger, [seenOf(two.ledger)]);
    const { outcome, checks } = await verified(otherTwo.bytes, trust);
    expect(outcome).toBe('rejected');
    const check = checks.find(({ id }) => id === 'ledger');
    if (check?.ok !== false) throw new Error('the fork was not seen');
    expect(check.code).toBe('E_FORK');
    const [root, seenRoot] = [seenOf(otherTwo.ledger).root, seenOf(two.ledger).root];
    expect(check.particulars[0]?.values).toMatchObject({ root, seenRoot, size: 2, seenSize: 2 });
    expect(root).not.toBe(seenRoot);
  });

  it('fork: is seen where the shorter history comes second, and across a change of the key', async () => {
    const long = await published(otherTwo.ledger, 'Other three');
    expect((await saidOf(two.bytes, knowing(one.ledger, [seenOf(long.ledger)])))[0]).toBe('E_FORK');
    const renewed = { ...otherTwo.ledger, signer: ledgerSigner(42) };
    const bytes = await withLedger(otherTwo.bytes, renewed);
    const both = {
      ...knowing(two.ledger, [seenOf(two.ledger)]),
      ledgerKeys: [keyOf(two.ledger), keyOf(renewed)],
    };
    expect((await saidOf(bytes, both))[0]).toBe('E_FORK');
  });

  it('fork: is seen where no ledger key is known, by what the signers vouched for', async () => {
    const trust = knowing(undefined, [seenOf(two.ledger, '')]);
    expect((await saidOf(otherTwo.bytes, trust))[0]).toBe('E_FORK');
  });

  it('fast-forward: what a stolen key made us remember does not stand in the way of the next key', async () => {
    const invented = {
      ...one.ledger,
      leaves: Array.from(
        { length: 500 },
        (_, sequence) =>
          ({ kind: 'release', releaseDigest: 'f'.repeat(64), releaseId: 'invented', sequence }) as const,
      ),
    };
    const seen = [seenOf(invented)];
    expect((await saidOf(two.bytes, knowing(one.ledger, seen)))[0]).toBe('E_FORK');
    const renewed = { ...two.ledger, signer: ledgerSigner(43) };
    const bytes = await withLedger(two.bytes, renewed);
    expect(await saidOf(bytes, knowing(renewed, seen))).toEqual(['ledger-place', 'ledger-new']);
    const kept = remembered(seen, seenOf(renewed));
    expect(kept.map(({ size }) => size)).toEqual([500, 2]);
    const next = await published({ ...renewed, leaves: two.ledger.leaves }, 'Three');
    expect(await saidOf(next.bytes, knowing(renewed, kept))).toEqual(['ledger-place', 'ledger-newer']);
  });

  it('freeze: an old state looks like an old state, and only the expiry of the list ends it', async () => {
    const trust = knowing(two.ledger, [seenOf(two.ledger)]);
    expect(await saidOf(two.bytes, trust)).toEqual(['ledger-place', 'ledger-same']);
    const { origin } = two.ledger;
    const rules = { origin, threshold: 2, roles: [] };
    const listed = (expired: boolean): Trust => ({
      ...trust,
      signers: trust.signers.map((each) => ({ ...each, origin, validFrom: 0 })),
      lists: [{ ...rules, expired }],
    });
    expect((await verified(two.bytes, listed(false))).outcome).toBe('release');
    const over = await verified(two.bytes, listed(true));
    expect(over.outcome).toBe('rejected');
    expect(over.checks.flatMap(({ code }) => code ?? [])).toContain('E_TRUST_EXPIRED');
  });

  it('withdrawal: a release that a later state withdraws is refused, others are not', async () => {
    const later = withdrawing(three.ledger, 1);
    const trust = knowing(one.ledger, [seenOf(later)]);
    const { outcome, checks } = await verified(two.bytes, trust);
    expect(outcome).toBe('rejected');
    expect(checks.find(({ id }) => id === 'ledger')).toMatchObject({
      code: 'E_WITHDRAWN',
      particulars: [{ values: { position: 3 } }],
    });
    expect(await saidOf(one.bytes, trust)).toEqual(['ledger-place', 'ledger-older']);
    expect(await saidOf(three.bytes, trust)).toEqual(['ledger-place', 'ledger-older']);
  });

  it('nothing of the ledger is in what is signed but the place before the release', async () => {
    const release = await verified(two.bytes, knowing(one.ledger));
    expect(release.contents?.release.ledger).toEqual({
      origin: one.ledger.origin,
      sequence: 1,
      previousRoot: seenOf(one.ledger).root,
    });
    const manifest = repacked(two.bytes, (files) => {
      for (const path of [paths.manifest, paths.tagManifest])
        expect(fromUtf8(files.get(path) ?? new Uint8Array())).not.toContain('ledger/');
    });
    expect(manifest).toEqual(two.bytes);
  });
});
