import { canonicalJson } from '../base/canonical-json.ts';
import { Refusal } from '../base/failure.ts';
import type { Crypto } from '../ports/crypto.ts';
import { isExpired } from './trust-of-lists.ts';
import { readTrustListFile, type TrustListFile } from './trust-list-file.ts';
import type { TrustList } from './trust-list.ts';
import { rootFingerprint, rootSignatures, withoutGroups } from './trust-root.ts';

/** A list that arrived, and what is known already. */
export interface OfferedList {
  readonly file: Uint8Array;
  /** The list held of the same origin, if any. */
  readonly held: TrustList | undefined;
  /** The fingerprint of the root keys as somebody was told it, by letter or voice; spaces do not matter. */
  readonly fingerprint: string | undefined;
  /** What the machine's clock says, UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly now: string;
}

/** A list that may be kept, and whether it is the first of its publisher, a newer one or the one held. */
export interface AcceptedList extends TrustListFile {
  readonly change: 'first' | 'newer' | 'same';
}

/**
 * Decides whether a list may be kept. Nothing is believed on first sight: the first list of a publisher needs the fingerprint of
 * its root keys; each later one has a higher version and is signed by enough root keys of the list held and by enough of its
 * own. Throws `Refusal` `trust-list-rollback`, `-threshold`, `-handover`, `-fork`, `-expired`, `-unseen` (no fingerprint given),
 * `-fingerprint`, and what `readTrustListFile` throws.
 */
export function acceptTrustList(offer: OfferedList, crypto: Crypto): AcceptedList {
  const read = readTrustListFile(offer.file, crypto);
  const { list, signedBy } = read;
  const { held } = offer;
  if (held !== undefined) refuseOlder(held, list);
  refuseTooFew('trust-list-threshold', list, { list, signed: rootSignatures(list, signedBy) });
  if (held !== undefined)
    refuseTooFew('trust-list-handover', held, { list, signed: rootSignatures(held, signedBy) });
  const change = changeFrom(held, list);
  if (isExpired(list, offer.now))
    throw new Refusal(
      'trust-list-expired',
      `The trust list ended on ${list.expires}. Ask the publisher for a newer one.`,
      { expires: list.expires },
    );
  refuseOtherRoot(offer, list, crypto);
  return { ...read, change };
}

function refuseOlder(held: TrustList, { version, origin }: TrustList): void {
  if (origin !== held.origin) throw new Error(`a list of ${origin} was compared with one of ${held.origin}`);
  if (version < held.version)
    throw new Refusal(
      'trust-list-rollback',
      `The trust list is version ${version}; version ${held.version} is held already, and no older one is taken. Ask the publisher for the newest list.`,
      { version, held: held.version },
    );
}

function changeFrom(held: TrustList | undefined, list: TrustList): AcceptedList['change'] {
  if (held === undefined) return 'first';
  const { version } = list;
  if (version > held.version) return 'newer';
  if (canonicalJson(held) === canonicalJson(list)) return 'same';
  throw new Refusal(
    'trust-list-fork',
    `There are two trust lists of version ${version}, both well signed: this one differs from the one held. Ask the publisher which is theirs; somebody may have misused their root keys.`,
    { version },
  );
}

function refuseTooFew(
  code: 'trust-list-threshold' | 'trust-list-handover',
  { rootThreshold: needed, version: held }: TrustList,
  { list, signed }: { readonly list: TrustList; readonly signed: number },
): void {
  if (signed >= needed) return;
  const detail = { signed, needed, version: list.version, held };
  if (code === 'trust-list-threshold')
    throw new Refusal(
      'trust-list-threshold',
      `${signed} of ${needed} root keys signed the trust list. Ask the publisher for a list with all signatures.`,
      detail,
    );
  throw new Refusal(
    'trust-list-handover',
    `${signed} of the ${needed} root keys needed of version ${held}, which is held, signed version ${list.version}. Import the versions between them first, in their order.`,
    detail,
  );
}

function refuseOtherRoot({ held, fingerprint }: OfferedList, list: TrustList, crypto: Crypto): void {
  if (fingerprint !== undefined && withoutGroups(fingerprint) !== rootFingerprint(list, crypto))
    throw new Refusal(
      'trust-list-fingerprint',
      'The fingerprint is not that of the root keys of this trust list: a slip in typing, or a list of somebody else. Compare it digit by digit with the letter.',
      {},
    );
  if (fingerprint === undefined && held === undefined)
    throw new Refusal(
      'trust-list-unseen',
      `This is the first trust list of ${list.origin} here. Give the fingerprint of its root keys, as the publisher told it by letter or voice.`,
      { origin: list.origin },
    );
}
