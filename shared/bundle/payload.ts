import { utf8 } from '../base/bytes.ts';
import { canonicalJsonFile } from '../base/canonical-json.ts';
import type { Json } from '../base/json.ts';
import { policyForRecipients } from '../policy/policy-for-recipients.ts';
import type { Crypto } from '../ports/crypto.ts';
import { predicateOf } from '../recipe/guarantee.ts';
import type { BundleContents, OrderedTables } from './bundle-contents.ts';
import { dataPackage } from './data-package.ts';
import { methodEnglish } from './method-english.ts';
import { methodGerman } from './method-german.ts';
import { parquetPath, paths, schemaNames, schemaPath, tablePath } from './names.ts';
import { releaseIdFor, releaseRecord } from './release.ts';
import { reportHtml } from './report-html/report-html.ts';
import { jsonSchema } from './schemas.ts';
import { columnsOf } from './table-columns.ts';
import { writeTableCsv } from './table-csv.ts';
import { writeTableParquet } from './table-parquet.ts';
import { writeZonesCsv } from './zones.ts';

/** The files of a bundle but those that list or explain the others, and the id of the release, which follows from what it publishes. */
export function payloadOf(
  contents: BundleContents,
  { tables, zones }: OrderedTables,
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
