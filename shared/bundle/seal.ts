import { utf8 } from '../base/bytes.ts';
import { canonicalJsonFile } from '../base/canonical-json.ts';
import { Refusal } from '../base/failure.ts';
import { toHex } from '../base/hex.ts';
import type { Json } from '../base/json.ts';
import { Policy } from '../policy/policy.ts';
import { policyForRecipients } from '../policy/policy-for-recipients.ts';
import { violations } from '../policy/violations.ts';
import type { Crypto } from '../ports/crypto.ts';
import type { Product } from '../products/product.ts';
import type { TableRow } from '../products/table-row.ts';
import { predicateOf } from '../recipe/guarantee.ts';
import { Recipe } from '../recipe/recipe.ts';
import { bagInfoText, bagitText } from './bag-info.ts';
import { dataPackage } from './data-package.ts';
import { writeManifest } from './manifest.ts';
import { methodEnglish } from './method-english.ts';
import { methodGerman } from './method-german.ts';
import { parquetPath, paths, payloadPathsOf, schemaNames, schemaPath, tablePath, tagPaths } from './names.ts';
import { inEnglish, type Particular, particular, refusalDetail } from './particular.ts';
import { type LedgerPlace, releaseIdFor, releaseRecord } from './release.ts';
import { jsonSchema } from './schemas.ts';
import { reportHtml } from './report-html/report-html.ts';
import { oversizedFiles, tooManyRows } from './sizes.ts';
import { byPrimaryKey, columnsOf } from './table-columns.ts';
import { writeTableCsv } from './table-csv.ts';
import { type SortedTable, tableFaults } from './table-faults.ts';
import { writeTableParquet } from './table-parquet.ts';
import { verifyText } from './verify-text.ts';
import { levelFault } from './table-zones.ts';
import { normaliseZones, type ZoneCollection, zoneLevels, type ZonesToSeal, writeZonesCsv } from './zones.ts';
import { type BundleFiles, writeZip } from './zip-write.ts';

/** The table of one product as it is handed in: rows in any order, each group once. */
export interface TableToSeal {
  readonly product: Product;
  readonly rows: Iterable<TableRow>;
}

/** All that goes into a bundle. `recipe` is resolved: release date, period and terms are filled in. */
export interface BundleContents {
  readonly recipe: Recipe;
  readonly policy: Policy;
  /** Who publishes; one line. */
  readonly organisation: string;
  /** One table of each product of the recipe, in its order. */
  readonly tables: readonly TableToSeal[];
  /** All zones the tables name, the finest ones and those of coarser levels. */
  readonly zones: ZonesToSeal;
  /** Counts per stage and reason, gates and their outcome. Must hold nothing the recipient may not see. */
  readonly evidence: Json;
  readonly software: { readonly name: string; readonly version: string; readonly commit: string };
  /** Where the release will stand in the ledger; none for a demonstration. */
  readonly ledger?: LedgerPlace;
}

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
  const { files, releaseId } = payloadAndRelease(contents, { tables, zones }, crypto);
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

interface Tables {
  readonly tables: readonly SortedTable[];
  readonly zones: ZoneCollection;
}

function payloadAndRelease(
  contents: BundleContents,
  { tables, zones }: Tables,
  crypto: Crypto,
): {
  readonly files: Map<string, Uint8Array>;
  readonly releaseId: string;
} {
  const { recipe, policy, organisation, evidence, software } = contents;
  const written = tables.map(({ product, rows }) => {
    const columns = columnsOf(recipe, product);
    return { product, csv: writeTableCsv(rows, columns), parquet: writeTableParquet(rows, columns) };
  });
  const recipeFile = canonicalJsonFile(recipe);
  const csvFiles = written.map(({ csv }) => csv);
  const releaseId = releaseIdFor(recipe, recipeFile, csvFiles, crypto);
  const { ledger = null } = contents;
  const release = releaseRecord({ recipe, policy, organisation, id: releaseId, ledger });
  const predicate = predicateOf(recipe);
  const build = {
    version: 1 as const,
    name: software.name,
    software: software.version,
    commit: software.commit,
  };
  const report = { release, recipe, policy: policyForRecipients(policy), tables, zones, evidence, build };
  const files = new Map<string, Uint8Array>([
    [paths.release, canonicalJsonFile(release)],
    [paths.dataPackage, canonicalJsonFile(dataPackage(release, recipe))],
    ...written.flatMap(({ product, csv, parquet }) => [
      [tablePath(product), csv] as const,
      [parquetPath(product), parquet] as const,
    ]),
    [paths.zonesTable, writeZonesCsv(zones)],
    [paths.zones, canonicalJsonFile(zones as Json)],
    [paths.recipe, recipeFile],
    [paths.policy, canonicalJsonFile(report.policy)],
    [paths.evidence, canonicalJsonFile({ version: 1, predicate, demo: policy.demo, evidence })],
    [paths.methodEnglish, utf8(methodEnglish(recipe))],
    [paths.methodGerman, utf8(methodGerman(recipe))],
    [paths.reportEnglish, utf8(reportHtml({ language: 'en', contents: report }))],
    [paths.reportGerman, utf8(reportHtml({ language: 'de', contents: report }))],
    [paths.build, canonicalJsonFile(build)],
    ...schemaNames.map((name) => [schemaPath(name), canonicalJsonFile(jsonSchema(name))] as const),
  ]);
  return { files, releaseId };
}

function refuseUnfit(contents: BundleContents, tables: Tables): void {
  const { recipe, policy, organisation } = contents;
  refuseOpen(recipe, policy);
  const [broken] = violations(recipe, policy);
  if (broken !== undefined)
    throw new Refusal(
      'policy-violated',
      `The recipe breaks the policy "${policy.id}": ${broken.rule} is ${broken.asked}, allowed is ${broken.allowed}.`,
      { rule: broken.rule, asked: broken.asked, allowed: broken.allowed },
    );
  if (!/^\S(?:[^\p{Cc}]{0,198}\S)?$/u.test(organisation))
    throw new Refusal(
      'organisation-unfit',
      'The name of the organisation must be one line of 1 to 200 characters.',
    );
  const [long] = tooManyRows(tables.tables.map(({ product, rows }) => ({ product, rows: rows.length })));
  if (long !== undefined)
    throw new Refusal(
      'tables-too-long',
      `Nobody could verify the release. ${inEnglish(long)} Use coarser zones or bins, or a shorter period.`,
      refusalDetail(long),
    );
  const fault = unfitTable(recipe, tables);
  if (fault !== undefined)
    throw new Refusal(
      'table-unfit',
      `A table does not fit the recipe. ${inEnglish(fault)}`,
      refusalDetail(fault),
    );
}

function refuseOversized(files: BundleFiles): void {
  const [large] = oversizedFiles(files);
  if (large !== undefined)
    throw new Refusal(
      'bundle-file-too-large',
      `Nobody could verify the release. ${inEnglish(large)} Use coarser zones or bins, or a shorter period.`,
      refusalDetail(large),
    );
}

function unfitTable(recipe: Recipe, { tables, zones }: Tables): Particular | undefined {
  const products = tables.map(({ product }) => product).join(', ');
  const asked = recipe.products.join(', ');
  if (products !== asked) return particular('tables-differ', { products: products || '-', asked });
  const levels = zoneLevels(zones);
  const wrongLevel = levelFault(recipe, levels);
  if (wrongLevel !== undefined) return wrongLevel;
  for (const table of tables) {
    const [fault] = tableFaults(table, recipe, levels);
    if (fault !== undefined) return fault.particular;
  }
  return undefined;
}

function refuseOpen(recipe: Recipe, policy: Policy): void {
  const { purpose, legalBasis, recipient } = recipe.terms;
  const open = recipe.period === null || recipe.releaseDate === '';
  if (
    open ||
    [purpose, legalBasis, recipient].includes('') ||
    !Recipe.safeParse(recipe).success ||
    !Policy.safeParse(policy).success
  )
    throw new Refusal(
      'recipe-not-resolved',
      'The recipe is not complete: it needs a release date, a period, a purpose, a legal basis and a recipient.',
    );
}
