import { fromUtf8, utf8 } from '../base/bytes.ts';
import { toHex } from '../base/hex.ts';
import type { BundleContents } from '../bundle/bundle-contents.ts';
import { paths, tablePath } from '../bundle/names.ts';
import { readZip } from '../bundle/zip-read.ts';
import { essentialsOf, type Predecessor, type ReleaseToRecord } from '../ledger/ledger-entry.ts';
import type { Crypto } from '../ports/crypto.ts';

/** A signed bundle as the ledger takes it. */
export interface SignedRelease {
  readonly bytes: Uint8Array;
  readonly releaseId: string;
  readonly releaseDigest: string;
  readonly outcome: ReleaseToRecord['outcome'];
  readonly claimedTime: string;
  readonly contents: Pick<BundleContents, 'recipe' | 'policy'>;
  readonly predecessors: readonly Predecessor[];
}

/** What the ledger is to keep of a signed bundle, read from its bytes. */
export function ledgerRecord(signed: SignedRelease, crypto: Crypto): ReleaseToRecord {
  const { bytes, contents, predecessors } = signed;
  const { recipe, policy } = contents;
  const zip = readZip(bytes);
  if (!zip.ok || recipe.period === null) throw new Error('only a sealed bundle can be recorded');
  const digest = (file: Uint8Array | undefined): string => toHex(crypto.sha256(file ?? new Uint8Array()));
  const { guarantee } = recipe;
  return {
    kind: 'release',
    version: 1,
    releaseId: signed.releaseId,
    releaseDigest: signed.releaseDigest,
    bundle: digest(bytes),
    title: recipe.title,
    outcome: signed.outcome,
    policyId: policy.id,
    releaseDate: recipe.releaseDate,
    claimedTime: signed.claimedTime,
    period: recipe.period,
    timeZone: recipe.timeZone,
    products: [...recipe.products],
    zones: digest(zip.files.get(paths.zonesTable)),
    shapes: digest(zip.files.get(paths.zones)),
    recipe: essentialsOf(recipe),
    tables: recipe.products.map((product) => {
      const table = zip.files.get(tablePath(product));
      return { product, table: digest(table), suppression: digest(withoutFigures(table)) };
    }),
    charge:
      guarantee.kind === 'classical' ? null : { rho: guarantee.rho, deltaExponent: guarantee.deltaExponent },
    predecessors: [...predecessors],
  };
}

/** A table with its figures left out: which groups it lists and which of them bear one. */
function withoutFigures(table: Uint8Array | undefined): Uint8Array {
  return utf8((fromUtf8(table ?? new Uint8Array()) ?? '').replaceAll(/,[0-9]*,([a-z]+)$/gm, ',,$1'));
}
