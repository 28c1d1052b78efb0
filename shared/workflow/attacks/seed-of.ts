import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../../base/hex.ts';
import type { Recipe } from '../../recipe/recipe.ts';
import type { Protected } from '../protector.ts';

/**
 * What the random numbers of all attacks on a candidate derive from: SHA-256 over its figures. Where figures bear noise that is
 * drawn again for the release, over the recipe instead, so that the attacks do not hang on one draw.
 */
export function seedOf(recipe: Recipe, { tables }: Protected): string {
  const { terms: _, title: __, releaseDate: ___, ...counted } = recipe;
  const digest = sha256.create().update(bytesOf(JSON.stringify(counted)));
  if (recipe.guarantee.kind === 'classical')
    for (const { figures } of tables)
      digest
        .update(Uint8Array.from(figures, (figure) => figure & 0xff))
        .update(Uint8Array.from(figures, (figure) => (figure >> 8) & 0xff))
        .update(Uint8Array.from(figures, (figure) => (figure >> 16) & 0xff));
  return toHex(digest.digest());
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
