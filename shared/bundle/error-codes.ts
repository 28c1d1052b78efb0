/** What each failure of the verifier means. The codes are stable; files, messages and tests name them. */
export const errorCodes = {
  E_CONTAINER:
    'The file is not a bundle as this application writes it: its archive was cut off, changed or made by another program.',
  E_CHECKSUM: "The archive's own checksum of a file does not fit the file: it was damaged or changed.",
  E_MISSING_FILE: 'A file that belongs to the bundle is missing.',
  E_EXTRA_FILE: 'The bundle holds a file that does not belong to it and that nobody signed.',
  E_SIZE: 'A file or a table is larger than any this application writes: it was not read.',
  E_MANIFEST: 'A list of digests is not well-formed.',
  E_DIGEST: 'A file was changed after the bundle was sealed: its digest is another one.',
  E_UNSIGNED: 'Nobody signed this bundle.',
  E_STATEMENT: 'A signed statement is not well-formed, or stands in the wrong place.',
  E_SUBJECT: 'A signed statement is about another bundle.',
  E_SIGNATURE:
    'A signature does not fit its statement: one of them was changed, or it was made for another purpose.',
  E_UNKNOWN_KEY: 'The bundle is signed with a key not known to you.',
  E_SIGNER: 'A statement names a signer whose key in your trust list is another one.',
  E_ROLE: 'A signer signed in a role your trust list does not give them.',
  E_PRESENCE:
    'A signature was made without touching a security key, or without its PIN, where your trust list or the key asks for it.',
  E_POSITION:
    "Your trust list goes by positions in the publisher's ledger, and the release has none there, or one of another ledger.",
  E_NOT_YET_VALID: 'A signer signed a release that comes before those your trust list lets them sign.',
  E_NO_LONGER_VALID: 'A signer signed a release that comes after those your trust list lets them sign.',
  E_REVOKED: 'A signer signed with a key that your trust list has revoked for releases as late as this one.',
  E_TRUST_EXPIRED: 'Your trust list of this publisher is out of date; nothing it says counts any more.',
  E_CHAIN: 'The order of the signatures was changed, or one was taken out or put in.',
  E_DEMO: 'The demo key and the demo policy go together, and one of them stands alone.',
  E_APPROVALS: 'Fewer people approved the release than the policy or your trust list asks for.',
  E_LEDGER: 'The ledger in the bundle does not fit the release or is not well-formed.',
  E_LEDGER_KEY: 'The state of the ledger is not signed by a key your trust list names for it.',
  E_FORK: 'The publisher showed you another history of its releases before: the ledger was forked.',
  E_WITHDRAWN: 'The publisher has withdrawn this release.',
  E_SCHEMA: 'A file of the bundle does not have the form its schema asks for.',
  E_RELEASE: 'release.json, bag-info.txt or a method text does not say what recipe and policy say.',
  E_EVIDENCE:
    'The evidence does not carry the literal predicate of the recipe, or its demo mark differs from the policy.',
  E_POLICY: 'The recipe breaks the policy in the bundle.',
  E_TABLE:
    'A table is not well-formed: a cell, the order of the rows, a group that stands twice, or times that differ.',
  E_ZONES:
    'A table names a zone that has no shape in the bundle, or a zone names a parent that is no coarser zone.',
  E_RECIPE:
    'The recipe does not match a table: columns, categories, zones, times or figures are not what it would give.',
  E_PARQUET: 'A Parquet table and its CSV table differ.',
} as const;

/** The name of one kind of failure. */
export type ErrorCode = keyof typeof errorCodes;
