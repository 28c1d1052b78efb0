import { beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '../../../electron/node/crypto.ts';
import { concatBytes, utf8 } from '../../../shared/base/bytes.ts';
import type { Trust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { readZip } from '../../../shared/bundle/zip-read.ts';
import { smallRelease, smallTrust } from '../../support/small-bundle.ts';
import { untold } from '../../support/told-failures.ts';
import { repacked } from '../../support/tampered-bundle.ts';

let bundle: Uint8Array;
let trust: Trust;
/** For every byte of the bundle, the name of the file whose data it is; `undefined` for the archive around the files. */
let owners: (string | undefined)[];

/** Numbers from 0 to 2^32 - 1, the same on every run (mulberry32). */
function counter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

async function codesOf(bytes: Uint8Array): Promise<ReadonlySet<string | undefined>> {
  const report = await verifyBundle(bytes, trust, nodeCrypto);
  expect(report.outcome).toBe('rejected');
  expect(untold(report)).toEqual([]);
  return new Set(report.checks.filter(({ ok }) => !ok).map(({ code }) => code));
}

/** The codes one of which must be among those of a change inside the file called `name`. */
function expectedIn(name: string | undefined): readonly string[] {
  if (name === undefined) return ['E_CONTAINER'];
  if (name.endsWith('.sig')) return ['E_SIGNATURE'];
  if (name.startsWith('approvals/')) return ['E_SIGNATURE', 'E_STATEMENT', 'E_SUBJECT'];
  if (name === 'tagmanifest-sha256.txt') return ['E_SUBJECT'];
  return ['E_DIGEST'];
}

beforeAll(async () => {
  bundle = await smallRelease();
  trust = smallTrust();
  owners = Array.from({ length: bundle.length });
  const zip = readZip(bundle);
  if (!zip.ok) throw new Error(zip.fault.what);
  for (const [name, data] of zip.files) owners.fill(name, data.byteOffset, data.byteOffset + data.length);
});

describe('a bundle that was tampered with', () => {
  it('is rejected with the right code after each of 10,000 random single-byte changes', async () => {
    const next = counter(20261122);
    for (let trial = 0; trial < 10_000; trial += 1) {
      const at = next() % bundle.length;
      const changed = bundle.slice();
      changed[at] = ((changed[at] ?? 0) + 1 + (next() % 255)) & 255;
      // oxlint-disable-next-line no-await-in-loop -- one at a time keeps memory flat
      const codes = await codesOf(changed);
      const fits = expectedIn(owners[at]).some((code) => codes.has(code));
      if (!fits) expect.fail(`byte ${at} of ${owners[at] ?? 'the archive'} gave ${[...codes].join(', ')}`);
    }
  }, 300_000);

  it('is rejected after each of 500 truncations', async () => {
    const next = counter(500);
    for (let trial = 0; trial < 500; trial += 1) {
      const length = trial < 50 ? trial : next() % bundle.length;
      // oxlint-disable-next-line no-await-in-loop -- one at a time keeps memory flat
      expect(await codesOf(bundle.slice(0, length))).toEqual(new Set(['E_CONTAINER']));
    }
  });

  it('is rejected with one more byte anywhere around it, and with one more file', async () => {
    expect(await codesOf(concatBytes([bundle, utf8('x')]))).toEqual(new Set(['E_CONTAINER']));
    expect(await codesOf(concatBytes([utf8('x'), bundle]))).toEqual(new Set(['E_CONTAINER']));
    for (const name of ['extra.txt', 'data/tables/more.csv', 'approvals/notes.txt']) {
      // oxlint-disable-next-line no-await-in-loop -- three
      expect(await codesOf(repacked(bundle, (files) => files.set(name, utf8('x'))))).toEqual(
        new Set(['E_EXTRA_FILE']),
      );
    }
  });
});
