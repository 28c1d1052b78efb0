import { z } from 'zod';
import { toHex } from '../base/hex.ts';
import { concatBytes } from '../base/bytes.ts';
import type { Policy } from '../policy/policy.ts';
import type { Crypto } from '../ports/crypto.ts';
import { Product } from '../products/product.ts';
import { predicateOf } from '../recipe/guarantee.ts';
import { type Recipe, Terms, TimeBin } from '../recipe/recipe.ts';
import { ReleaseGuarantee, releaseGuarantee } from './release-guarantee.ts';

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/**
 * Where a release stands in the ledger of its publisher: the name of the ledger, how many leaves come before its own, and the root of the
 * Merkle tree over those (RFC 9162, section 2.1; that of no leaves is the SHA-256 of nothing), in hexadecimal.
 */
export const LedgerPlace = z.strictObject({
  origin: z.string().regex(/^[a-z0-9][a-z0-9./-]{0,99}$/),
  sequence: z.int().nonnegative(),
  previousRoot: z.string().regex(/^[0-9a-f]{64}$/),
});
export type LedgerPlace = Readonly<z.infer<typeof LedgerPlace>>;

/** `release.json`: what a reader must know first. All but `organisation` and `ledger` follows from recipe, policy and tables. */
export const Release = z.strictObject({
  version: z.literal(1),
  id: z.string().regex(/^freigabe-\d{4}-\d{2}-\d{2}-[0-9a-f]{8}$/),
  title: z.string(),
  organisation: z.string(),
  releaseDate: Day,
  period: z.strictObject({ from: Day, to: Day }),
  timeZone: z.string(),
  products: z.array(Product).min(1),
  timeBin: TimeBin,
  guarantee: ReleaseGuarantee,
  terms: Terms,
  policy: z.strictObject({
    id: z.string(),
    title: z.string(),
    approvals: z.int(),
    solo: z.boolean(),
    demo: z.boolean(),
  }),
  predicate: z.string(),
  /** The place in its publisher's ledger, `null` for demonstrations and for bundles made without one. */
  ledger: LedgerPlace.nullable(),
});
export type Release = z.infer<typeof Release>;

/** What identifies a release besides its digest. */
export interface ReleaseSource {
  readonly recipe: Recipe;
  readonly policy: Policy;
  readonly organisation: string;
  readonly id: string;
  readonly ledger: LedgerPlace | null;
}

/**
 * `freigabe-<release date>-<8 hexadecimal digits>`: the digits begin the SHA-256 of the SHA-256 of `recipe.json` and of each
 * table's CSV file, in the recipe's order. A name to tell releases apart, not a proof: that is the release digest.
 */
export function releaseIdFor(
  recipe: Recipe,
  recipeFile: Uint8Array,
  tables: readonly Uint8Array[],
  crypto: Crypto,
): string {
  const digest = crypto.sha256(concatBytes([recipeFile, ...tables].map((file) => crypto.sha256(file))));
  return `freigabe-${recipe.releaseDate}-${toHex(digest).slice(0, 8)}`;
}

/** The one `release.json` that goes with a recipe and policy; `recipe.period` must be set. */
export function releaseRecord({ recipe, policy, organisation, id, ledger }: ReleaseSource): Release {
  if (recipe.period === null) throw new Error('a release needs its period');
  return {
    version: 1,
    id,
    title: recipe.title,
    organisation,
    releaseDate: recipe.releaseDate,
    period: recipe.period,
    timeZone: recipe.timeZone,
    products: [...recipe.products],
    timeBin: recipe.timeBin,
    guarantee: releaseGuarantee(recipe),
    terms: recipe.terms,
    policy: {
      id: policy.id,
      title: policy.title,
      approvals: policy.approvals,
      solo: policy.solo,
      demo: policy.demo,
    },
    predicate: predicateOf(recipe),
    ledger,
  };
}
