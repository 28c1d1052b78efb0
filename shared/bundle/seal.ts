import { utf8 } from '../base/bytes.ts';
import { toHex } from '../base/hex.ts';
import type { Crypto } from '../ports/crypto.ts';
import { bagInfoText, bagitText } from './bag-info.ts';
import type { BundleContents } from './bundle-contents.ts';
import { writeManifest } from './manifest.ts';
import { paths, payloadPathsOf, tagPaths } from './names.ts';
import { payloadOf } from './payload.ts';
import { refuseOversized, refuseUnfit } from './refuse-unfit.ts';
import { byPrimaryKey } from './table-columns.ts';
import { verifyText } from './verify-text.ts';
import { writeZip } from './zip-write.ts';
import { normaliseZones } from './zones.ts';

/** A bundle nobody has signed yet. */
export interface SealedBundle {
  readonly bytes: Uint8Array;
  readonly releaseId: string;
  /** SHA-256 of `tagmanifest-sha256.txt`, 64 hexadecimal digits: what signers sign and readers compare. */
  readonly releaseDigest: string;
}

/**
 * Puts `contents` into a bundle. The same contents give the same bytes on every machine, in every time zone and language.
 * Throws `Refusal` `recipe-not-resolved`, `policy-violated`, `organisation-unfit`, `zones-unfit`, `table-unfit`, `tables-too-long`,
 * `bundle-file-too-large` or `bundle-too-large`: what the verifier would reject is never sealed.
 */
export function sealBundle(contents: BundleContents, crypto: Crypto): SealedBundle {
  const zones = normaliseZones(contents.zones);
  const tables = contents.tables.map(({ product, rows }) => ({
    product,
    rows: [...rows].toSorted(byPrimaryKey),
  }));
  refuseUnfit(contents, { tables, zones });
  const { files, releaseId } = payloadOf(contents, { tables, zones }, crypto);
  const { recipe, policy, organisation } = contents;
  const digest = (path: string): string => toHex(crypto.sha256(files.get(path) ?? new Uint8Array()));
  const digests = (list: readonly string[]): Uint8Array =>
    writeManifest(new Map(list.map((path) => [path, digest(path)])));
  const payloadPaths = payloadPathsOf(recipe.products);
  const payload = payloadPaths.map((path) => files.get(path)?.length ?? 0);
  files.set(paths.bagit, utf8(bagitText));
  files.set(
    paths.bagInfo,
    utf8(bagInfoText({ organisation, releaseId, releaseDate: recipe.releaseDate, payload })),
  );
  files.set(paths.verify, utf8(verifyText(releaseId, policy)));
  files.set(paths.manifest, digests(payloadPaths));
  files.set(paths.tagManifest, digests(tagPaths));
  refuseOversized(files);
  return { bytes: writeZip(files), releaseId, releaseDigest: digest(paths.tagManifest) };
}
