import { utf8 } from '../../shared/base/bytes.ts';
import { toHex } from '../../shared/base/hex.ts';
import { essentialsOf, type ReleaseEntry, type ReleaseToRecord } from '../../shared/ledger/ledger-entry.ts';
import { nodeCrypto } from '../../electron/node/crypto.ts';
import type { Recipe } from '../../shared/recipe/recipe.ts';
import { exactRecipe } from './small-release.ts';

/** Hexadecimal SHA-256 of a text. */
export function digestOf(text: string): string {
  return toHex(nodeCrypto.sha256(utf8(text)));
}

/** What the ledger would keep of a release called `name` with a recipe. */
export function releaseToRecord(name: string, change: Partial<Recipe> = {}): ReleaseToRecord {
  const recipe = { ...exactRecipe, ...change };
  const { guarantee } = recipe;
  if (recipe.period === null) throw new Error('a release has its period');
  return {
    kind: 'release',
    version: 1,
    releaseId: `freigabe-2026-05-20-${digestOf(name).slice(0, 8)}`,
    releaseDigest: digestOf(`release ${name}`),
    bundle: digestOf(`bundle ${name}`),
    title: `Release ${name}`,
    outcome: 'release',
    policyId: 'solo',
    releaseDate: recipe.releaseDate,
    claimedTime: '2026-05-20T10:00:00Z',
    period: recipe.period,
    timeZone: recipe.timeZone,
    products: [...recipe.products],
    zones: digestOf('zones'),
    shapes: digestOf('shapes'),
    recipe: essentialsOf(recipe),
    tables: recipe.products.map((product) => ({
      product,
      table: digestOf(`${name} ${product}`),
      suppression: digestOf(product),
    })),
    charge:
      guarantee.kind === 'classical' ? null : { rho: guarantee.rho, deltaExponent: guarantee.deltaExponent },
    predecessors: [],
  };
}

/** That, as an entry; its place in a chain is no matter of the test. */
export function entryOf(name: string, change: Partial<Recipe> = {}): ReleaseEntry {
  return { ...releaseToRecord(name, change), sequence: 0, previous: digestOf('before') };
}
