import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../../base/hex.ts';
import { utf8 } from '../../base/bytes.ts';
import type { Released } from '../../ledger/released.ts';
import type { Recipe } from '../../recipe/recipe.ts';

/**
 * What the random numbers of all attacks on a candidate derive from: SHA-256 over the recipe and what is published, so that anybody
 * can work it out from the bundle and it tells nothing more. Where figures bear noise that is drawn again for the release, over the
 * recipe alone, so that the attacks do not hang on one draw.
 */
export function seedOf(recipe: Recipe, { tables }: Released): string {
  const { terms: _, title: __, releaseDate: ___, ...counted } = recipe;
  const digest = sha256.create().update(utf8(JSON.stringify(counted)));
  if (recipe.guarantee.kind === 'classical')
    for (const { product, zone, other, start, band, age, gender, persons } of tables) {
      digest.update(utf8(product));
      for (const column of [zone, other, start, band, age, gender, persons])
        digest.update(littleEndian(column));
    }
  return toHex(digest.digest());
}

function littleEndian(column: Int32Array): Uint8Array {
  const bytes = new Uint8Array(4 * column.length);
  const view = new DataView(bytes.buffer);
  column.forEach((value, i) => view.setInt32(4 * i, value, true));
  return bytes;
}
