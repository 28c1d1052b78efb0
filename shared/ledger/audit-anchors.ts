import { emptyAudit } from './audit-chain.ts';

/** What digests kept elsewhere, in signed statements or on printed reports, say of a log whose links hold. */
export interface AuditAnchors {
  /** Each anchor, and the number of the record it is the digest of. */
  readonly found: readonly { readonly digest: string; readonly seq: number }[];
  /** Anchors that are of no record: the log was cut off before them, or is another one. */
  readonly missing: readonly string[];
  /** Records behind the last anchor found. Whether more were cut off there is not detectable. */
  readonly unanchored: number;
}

/** Looks for `anchors` among the digests of a log, oldest first. The digest of an empty log anchors nothing. */
export function auditAnchors(digests: readonly string[], anchors: readonly string[]): AuditAnchors {
  const place = new Map(digests.map((digest, seq) => [digest, seq]));
  const asked = [...new Set(anchors)].filter((digest) => digest !== emptyAudit);
  const found = asked.flatMap((digest) => {
    const seq = place.get(digest);
    return seq === undefined ? [] : [{ digest, seq }];
  });
  const last = found.reduce((most, { seq }) => Math.max(most, seq), -1);
  return {
    found,
    missing: asked.filter((digest) => !place.has(digest)),
    unanchored: digests.length - 1 - last,
  };
}
