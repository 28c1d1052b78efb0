import { parseCanonicalJsonFile } from '../base/canonical-json.ts';
import type { Json } from '../base/json.ts';
import { paths, tablePath } from '../bundle/names.ts';
import { readTableCsv } from '../bundle/table-read.ts';
import { readZip } from '../bundle/zip-read.ts';
import { ZoneCollection } from '../bundle/zones.ts';
import type { Released } from '../ledger/released.ts';
import { Recipe } from '../recipe/recipe.ts';
import { releasedTables } from './inspect-bundle.ts';

/**
 * What a bundle released, for comparing. Reads, and does not verify: the bundle was verified before the ledger took it, and the
 * ledger holds its digest. Throws where it is no bundle.
 */
export function keptRelease(bytes: Uint8Array): Released {
  const zip = readZip(bytes);
  if (!zip.ok) throw new Error('a kept bundle cannot be opened');
  const file = (path: string): Uint8Array => zip.files.get(path) ?? new Uint8Array();
  const recipe = Recipe.parse(jsonIn(file(paths.recipe)));
  const zones = ZoneCollection.parse(jsonIn(file(paths.zones)));
  const tables = recipe.products.map((product) => {
    const read = readTableCsv(file(tablePath(product)), product);
    if (!read.ok) throw new Error(`a kept bundle has no readable table ${product}`);
    return { product, rows: read.rows };
  });
  return { recipe, ...releasedTables({ recipe, zones, tables }) };
}

function jsonIn(bytes: Uint8Array): Json {
  const parsed = parseCanonicalJsonFile(bytes);
  if (!parsed.ok) throw new Error('a kept bundle holds a file that is no canonical JSON');
  return parsed.value;
}
