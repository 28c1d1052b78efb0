import type { Product } from '../products/product.ts';

/** File extension of a bundle. */
export const bundleExtension = '.freigabe.zip';
/** SSHSIG namespace of approvals: a signature made for anything else does not count here. */
export const approvalNamespace = 'freigabe.approval.v1';
/** SSHSIG namespace of publishers' trust lists. */
export const trustNamespace = 'freigabe.trust.v1';
/** in-toto predicate type of approvals. */
export const approvalPredicateType = 'urn:freigabe:approval:v1';
/** `$id` of the JSON Schema of a file of the bundle. */
export function schemaId(name: string): string {
  return `urn:freigabe:schema:${name}:1`;
}

/** Where each file that every bundle has lies. */
export const paths = {
  bagit: 'bagit.txt',
  bagInfo: 'bag-info.txt',
  manifest: 'manifest-sha256.txt',
  tagManifest: 'tagmanifest-sha256.txt',
  release: 'release.json',
  verify: 'VERIFY.txt',
  dataPackage: 'data/datapackage.json',
  zonesTable: 'data/tables/zones.csv',
  zones: 'data/geo/zones.geojson',
  recipe: 'data/recipe/recipe.json',
  policy: 'data/recipe/policy.json',
  evidence: 'data/evidence/evidence.json',
  methodEnglish: 'data/evidence/method.en.txt',
  methodGerman: 'data/evidence/method.de.txt',
  reportEnglish: 'data/evidence/report.en.html',
  reportGerman: 'data/evidence/report.de.html',
  build: 'data/provenance/build.json',
} as const;

/** Where the table of a product lies, as CSV. */
export function tablePath(product: Product): string {
  return `data/tables/${product}.csv`;
}
/** Where the table of a product lies, as Parquet. */
export function parquetPath(product: Product): string {
  return `data/tables/${product}.parquet`;
}

/** The ledger of the publisher up to this release. Not in the manifests, since it is written after sealing. */
export const ledgerPaths = { checkpoint: 'ledger/checkpoint.txt', leaves: 'ledger/leaves.txt' } as const;

/** Names of the JSON Schemas under `data/schemas/`. */
export const schemaNames = ['approval', 'build', 'evidence', 'policy', 'recipe', 'release', 'zones'] as const;
export type SchemaName = (typeof schemaNames)[number];
/** Where the schema called `name` lies. */
export function schemaPath(name: SchemaName): string {
  return `data/schemas/${name}.schema.json`;
}

/** The tag files `tagmanifest-sha256.txt` lists, sorted. */
export const tagPaths = [paths.verify, paths.bagInfo, paths.bagit, paths.manifest, paths.release].toSorted(
  byBytes,
);
/** The payload `manifest-sha256.txt` lists in a bundle with the tables of `products`, sorted. */
export function payloadPathsOf(products: readonly Product[]): readonly string[] {
  return [
    ...Object.values(paths).filter((path) => path.startsWith('data/')),
    ...schemaNames.map(schemaPath),
    ...products.flatMap((product) => [tablePath(product), parquetPath(product)]),
  ].toSorted(byBytes);
}
/** `approvals/01-preparer.json` or its signature `approvals/01-preparer.json.sig`; groups: number, role, `.sig`. */
export const approvalPath = /^approvals\/([0-9]{2})-([a-z-]+)\.json(\.sig)?$/;

/** Order of ASCII names by their bytes. */
export function byBytes(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
