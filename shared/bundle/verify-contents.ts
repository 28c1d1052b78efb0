import type { z } from 'zod';
import { equalBytes, fromUtf8, utf8 } from '../base/bytes.ts';
import { canonicalJsonFile, parseCanonicalJsonFile } from '../base/canonical-json.ts';
import type { Json } from '../base/json.ts';
import { Policy } from '../policy/policy.ts';
import { type Violation, violations } from '../policy/violations.ts';
import type { Crypto } from '../ports/crypto.ts';
import { predicateOf } from '../recipe/guarantee.ts';
import { Recipe } from '../recipe/recipe.ts';
import { bagInfoText, bagitText } from './bag-info.ts';
import { dataPackage } from './data-package.ts';
import { Build, Evidence } from './evidence.ts';
import { jsonParticular } from './json-particular.ts';
import { paths, payloadPathsOf, schemaNames, schemaPath, tablePath } from './names.ts';
import { type Particular, particular } from './particular.ts';
import { Release, releaseIdFor, releaseRecord } from './release.ts';
import { type Check, failed, type OpenedBundle, passed } from './report.ts';
import { escaped } from './report-html/html.ts';
import { isPlainPage } from './report-html/page.ts';
import { readForm } from './schema-fault.ts';
import { checkParquet, checkTables, readTables } from './verify-tables.ts';
import { ZoneCollection, writeZonesCsv } from './zones.ts';
import type { BundleFiles } from './zip-write.ts';

/** What the sealed files say, and whether they agree with each other. */
export interface CheckedContents {
  readonly checks: readonly Check[];
  readonly contents?: OpenedBundle;
}

class Misformed extends Error {
  readonly fault: Particular;
  constructor(fault: Particular) {
    super(fault.what);
    this.fault = fault;
  }
}

/**
 * Reads the sealed files of a bundle whose digests hold and recomputes what follows from what: release record, policy, every
 * row of the tables against the recipe, and the Parquet tables against the CSV tables.
 */
export async function verifyContents(files: BundleFiles, crypto: Crypto): Promise<CheckedContents> {
  const forms = readForms(files);
  if (forms instanceof Misformed) return { checks: [failed('schemas', 'E_SCHEMA', [forms.fault])] };
  const { recipe, policy, zones } = forms;
  const tables = readTables(files, recipe);
  const checks = [
    passed('schemas', 'all JSON files have the form of their schema'),
    releaseCheck(files, forms, crypto),
    evidenceCheck(forms),
    policyCheck(recipe, policy),
    ...checkTables(tables, recipe, zones),
  ];
  if (!tables.ok) return { checks };
  return {
    checks: [...checks, await checkParquet(tables.tables, files)],
    contents: {
      ...forms,
      evidence: forms.evidence.evidence,
      tables: tables.tables.map(({ product, rows }) => ({ product, rows })),
    },
  };
}

interface Forms {
  readonly release: Release;
  readonly recipe: Recipe;
  readonly policy: Policy;
  readonly evidence: Evidence;
  readonly build: Build;
  readonly zones: ZoneCollection;
}

function readForms(files: BundleFiles): Forms | Misformed {
  try {
    for (const path of [paths.dataPackage, ...schemaNames.map(schemaPath)]) readJson(files, path);
    const recipe = readFile(files, paths.recipe, Recipe);
    if (recipe.period === null || recipe.releaseDate === '')
      throw new Misformed(particular('recipe-unresolved', {}, { path: paths.recipe }));
    return {
      recipe,
      release: readFile(files, paths.release, Release),
      policy: readFile(files, paths.policy, Policy),
      evidence: readFile(files, paths.evidence, Evidence),
      build: readFile(files, paths.build, Build),
      zones: readFile(files, paths.zones, ZoneCollection),
    };
  } catch (error) {
    if (error instanceof Misformed) return error;
    throw error;
  }
}

function readFile<T>(files: BundleFiles, path: string, form: z.ZodType<T>): T {
  const read = readForm(readJson(files, path), path, form);
  if (read.ok) return read.value;
  throw new Misformed(read.fault);
}

function readJson(files: BundleFiles, path: string): Json {
  const json = parseCanonicalJsonFile(file(files, path));
  if (json.ok) return json.value;
  throw new Misformed(jsonParticular(json.fault, path));
}

function file(files: BundleFiles, path: string): Uint8Array {
  return files.get(path) ?? new Uint8Array();
}

function releaseCheck(files: BundleFiles, { release, recipe, policy, zones }: Forms, crypto: Crypto): Check {
  const { organisation } = release;
  const tables = recipe.products.map((product) => file(files, tablePath(product)));
  const id = releaseIdFor(recipe, file(files, paths.recipe), tables, crypto);
  const record = releaseRecord({ recipe, policy, organisation, id, ledger: release.ledger });
  const payload = payloadPathsOf(recipe.products).map((path) => file(files, path).length);
  const bagInfo = bagInfoText({ organisation, releaseId: id, releaseDate: recipe.releaseDate, payload });
  const expected: readonly (readonly [string, Uint8Array])[] = [
    [paths.release, canonicalJsonFile(record)],
    [paths.bagit, utf8(bagitText)],
    [paths.bagInfo, utf8(bagInfo)],
    [paths.zonesTable, writeZonesCsv(zones)],
    [paths.dataPackage, canonicalJsonFile(dataPackage(record, recipe))],
  ];
  const predicate = predicateOf(recipe);
  const silent = [paths.methodEnglish, paths.methodGerman].filter(
    (path) => !fromUtf8(file(files, path))?.includes(predicate),
  );
  const wrong = expected
    .filter(([path, bytes]) => !equalBytes(file(files, path), bytes))
    .map(([path]) => path);
  const unfit = unfitReports(files, { id, predicate });
  if (wrong.length + silent.length + unfit.length === 0) return passed('release', `${id}, ${organisation}`);
  return failed('release', 'E_RELEASE', [
    ...(wrong.length === 0 ? [] : [particular('record-differs', { paths: wrong.join(', ') })]),
    ...(silent.length === 0 ? [] : [particular('method-silent', { paths: silent.join(', ') })]),
    ...(unfit.length === 0 ? [] : [particular('report-unfit', { paths: unfit.join(', ') })]),
  ]);
}

/** Reports that are more than a plain page, or do not carry the id and the literal predicate of the release. */
function unfitReports(
  files: BundleFiles,
  { id, predicate }: { readonly id: string; readonly predicate: string },
): readonly string[] {
  const reports = [
    ['en', paths.reportEnglish],
    ['de', paths.reportGerman],
  ] as const;
  return reports.flatMap(([language, path]) => {
    const page = fromUtf8(file(files, path)) ?? '';
    const told = [id, predicate].every((text) => page.includes(escaped(text)));
    return told && isPlainPage(page, language) ? [] : [path];
  });
}

function evidenceCheck({ evidence, recipe, policy }: Forms): Check {
  const place = { path: paths.evidence };
  const wrong = [
    ...(evidence.predicate === predicateOf(recipe) ? [] : [particular('evidence-predicate', {}, place)]),
    ...(evidence.demo === policy.demo ? [] : [particular('evidence-demo', {}, place)]),
  ];
  return wrong.length === 0
    ? passed('evidence', evidence.predicate)
    : failed('evidence', 'E_EVIDENCE', wrong);
}

function policyCheck(recipe: Recipe, policy: Policy): Check {
  const broken = violations(recipe, policy).map(brokenRule);
  if (broken.length === 0) return passed('policy', `the recipe keeps the policy "${policy.id}"`);
  return failed('policy', 'E_POLICY', broken);
}

function brokenRule({ rule, asked, allowed }: Violation): Particular {
  return particular('policy-broken', { rule, asked, allowed }, { path: paths.recipe });
}
