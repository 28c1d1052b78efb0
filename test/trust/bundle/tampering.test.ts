import { describe, expect, it } from 'vitest';
import { concatBytes, utf8 } from '../../../shared/base/bytes.ts';
import { sealedAt, signedBy } from '../../support/listed-release.ts';
import { repacked } from '../../support/tampered-bundle.ts';
import { trials } from '../trial.ts';
import { type Change, deletions, insertions, substitutions, tried, truncations } from './changes.ts';
import { drawnBelow } from './drawn.ts';
import { referenceBundle, referenceTrust } from './reference.ts';
import { tellTried } from './tell-tried.ts';
import { manyRows } from './many-rows.ts';

const bundle = await referenceBundle();
const size = bundle.length;

describe('a bundle that was tampered with', () => {
  it('is rejected in every shorter length', async () => {
    const lengths = drawnBelow(size, trials(500, size), 2);
    await tellTried('B2', 'truncations', () => tried(truncations(bundle, lengths), referenceTrust));
  }, 3_600_000);

  it('is rejected without any one byte', async () => {
    const places = drawnBelow(size, trials(500, size), 3);
    await tellTried('B3-deleted', 'bytes deleted', () => tried(deletions(bundle, places), referenceTrust));
  }, 3_600_000);

  it('is rejected with one more byte anywhere', async () => {
    const places = drawnBelow(size + 1, trials(500, size + 1), 4);
    await tellTried('B3-inserted', 'bytes inserted', () =>
      tried(insertions(bundle, places, 5), referenceTrust),
    );
  }, 3_600_000);

  it('is rejected with another byte in the place of a random one', async () => {
    await tellTried('B4', 'bytes substituted', () =>
      tried(substitutions(bundle, trials(1000, 100_000), 20261122), referenceTrust),
    );
  }, 7_200_000);

  it('is rejected with one more file, and with bytes around it', async () => {
    const names = ['extra.txt', 'data/tables/more.csv', 'approvals/notes.txt', 'ledger/more.txt'];
    const container = { what: 'around', codes: ['E_CONTAINER'] };
    const changes: readonly Change[] = [
      { ...container, bytes: concatBytes([bundle, utf8('x')]) },
      { ...container, bytes: concatBytes([utf8('x'), bundle]) },
      ...names.map((name) => ({
        bytes: repacked(bundle, (files) => files.set(name, utf8('x'))),
        what: name,
        codes: ['E_EXTRA_FILE'],
      })),
    ];
    expect((await tried(changes, referenceTrust)).missed).toEqual([]);
  });
});

describe('a large bundle', () => {
  it('is rejected with another byte in the place of a random one', async () => {
    const large = await signedBy(sealedAt(0, manyRows(trials(4, 480))));
    await tellTried('B4-large', `the same in ${(large.length / 1e6).toFixed(1)} MB`, () =>
      tried(substitutions(large, trials(50, 20_000), 6), referenceTrust),
    );
  }, 7_200_000);
});
