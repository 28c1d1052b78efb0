import type { z } from 'zod';
import { equalBytes, fromUtf8, utf8 } from '../base/bytes.ts';
import { canonicalJsonFile, parseCanonicalJsonFile } from '../base/canonical-json.ts';
import type { Json } from '../base/json.ts';
import { Policy } from '../policy/policy.ts';
import { violations } from '../policy/violations.ts';
import type { Crypto } from '../ports/crypto.ts';
import { predicateText, Recipe } from '../recipe/recipe.ts';
import { bagInfoText, bagitText } from './bag-info.ts';
import { dataPackage } from './data-package.ts';
import { Build, Evidence } from './evidence.ts';
import { paths, payloadPaths, schemaNames, schemaPath } from './names.ts';
import { Release, releaseIdFor, releaseRecord } from './release.ts';
import { type Check, failed, type OpenedBundle, passed } from './report.ts';
import { columnsOf } from './table-columns.ts';
import { type TableFault, tableFaults } from './table-faults.ts';
import { parquetFault } from './table-parquet.ts';
import { readTableCsv, type TableRead } from './table-read.ts';
import { ZoneCollection, zoneIdsOf, writeZonesCsv } from './zones.ts';
import type { BundleFiles } from './zip-write.ts';

/** What the sealed files say, and whether they agree with each other. */
export interface CheckedContents {
  readonly checks: readonly Check[];
  readonly contents?: OpenedBundle;
}

class Misformed extends Error {}

/**
 * Reads the sealed files of a bundle whose digests hold and recomputes what follows from what: release record, policy, every
 * row of the table against the recipe, and the Parquet table against the CSV table.
 */
export async function verifyContents(files: BundleFiles, crypto: Crypto): Promise<CheckedContents> {
  const forms = readForms(files);
  if (forms instanceof Misformed) return { checks: [failed('schemas', 'E_SCHEMA', forms.message)] };
  const { recipe, policy } = forms;
  const table = readTableCsv(file(files, paths.table));
  const checks = [
    passed('schemas', 'all JSON files have the form of their schema'),
    releaseCheck(files, forms, crypto),
    evidenceCheck(forms),
    policyCheck(recipe, policy),
    ...tableChecks(table, recipe, zoneIdsOf(forms.zones)),
  ];
  if (!table.ok) return { checks };
  const fault = await parquetFault(file(files, paths.parquet), table.rows, table.columns);
  const parquet =
    fault === undefined
      ? passed('parquet', 'equals the CSV table, cell by cell')
      : failed('parquet', 'E_PARQUET', `Here ${fault}.`);
  return {
    checks: [...checks, parquet],
    contents: { ...forms, evidence: forms.evidence.evidence, rows: table.rows },
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
    const recipe = readForm(files, paths.recipe, Recipe);
    if (recipe.period === null || recipe.releaseDate === '')
      throw new Misformed(`${paths.recipe}: no period or no release date`);
    return {
      recipe,
      release: readForm(files, paths.release, Release),
      policy: readForm(files, paths.policy, Policy),
      evidence: readForm(files, paths.evidence, Evidence),
      build: readForm(files, paths.build, Build),
      zones: readForm(files, paths.zones, ZoneCollection),
    };
  } catch (error) {
    if (error instanceof Misformed) return error;
    throw error;
  }
}

function readForm<T>(files: BundleFiles, path: string, form: z.ZodType<T>): T {
  const parsed = form.safeParse(readJson(files, path));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Misformed(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
}

function readJson(files: BundleFiles, path: string): Json {
  const json = parseCanonicalJsonFile(file(files, path));
  if (json.ok) return json.value;
  throw new Misformed(`${path}: ${json.reason}`);
}

function file(files: BundleFiles, path: string): Uint8Array {
  return files.get(path) ?? new Uint8Array();
}

function releaseCheck(files: BundleFiles, { release, recipe, policy, zones }: Forms, crypto: Crypto): Check {
  const { organisation } = release;
  const id = releaseIdFor(recipe, file(files, paths.recipe), file(files, paths.table), crypto);
  const record = releaseRecord({ recipe, policy, organisation, id });
  const payload = payloadPaths.map((path) => file(files, path).length);
  const bagInfo = bagInfoText({ organisation, releaseId: id, releaseDate: recipe.releaseDate, payload });
  const expected: readonly (readonly [string, Uint8Array])[] = [
    [paths.release, canonicalJsonFile(record)],
    [paths.bagit, utf8(bagitText)],
    [paths.bagInfo, utf8(bagInfo)],
    [paths.zonesTable, writeZonesCsv(zones)],
    [paths.dataPackage, canonicalJsonFile(dataPackage(record, recipe))],
  ];
  const predicate = predicateText(recipe.minimumPersons);
  const silent = [paths.methodEnglish, paths.methodGerman].filter(
    (path) => !fromUtf8(file(files, path))?.includes(predicate),
  );
  const wrong = expected
    .filter(([path, bytes]) => !equalBytes(file(files, path), bytes))
    .map(([path]) => path);
  if (wrong.length + silent.length === 0) return passed('release', `${id}, ${organisation}`);
  return failed('release', 'E_RELEASE', [...wrong, ...silent].join(', '));
}

function evidenceCheck({ evidence, recipe, policy }: Forms): Check {
  const holds = evidence.predicate === predicateText(recipe.minimumPersons) && evidence.demo === policy.demo;
  return holds ? passed('evidence', evidence.predicate) : failed('evidence', 'E_EVIDENCE', '');
}

function policyCheck(recipe: Recipe, policy: Policy): Check {
  const broken = violations(recipe, policy).map(
    ({ rule, asked, allowed }) => `${rule} is ${asked}, allowed is ${allowed}`,
  );
  if (broken.length === 0) return passed('policy', `the recipe keeps the policy "${policy.id}"`);
  return failed('policy', 'E_POLICY', `${broken.join('; ')}.`);
}

function tableChecks(table: TableRead, recipe: Recipe, zoneIds: ReadonlySet<string>): readonly Check[] {
  if (!table.ok) return [failed('table', 'E_TABLE', `Here ${table.reason}.`)];
  const faults = tableFaults(table.rows, recipe, zoneIds);
  const of = (code: TableFault['code']): string | undefined =>
    faults.find((fault) => fault.code === code)?.detail;
  const [grammar, zones] = [of('E_TABLE'), of('E_ZONES')];
  const columns =
    columnsOf(recipe).join(',') === table.columns.join(',') ? undefined : 'line 1: other columns';
  const matches = columns ?? of('E_RECIPE');
  return [
    grammar === undefined
      ? passed('table', `${table.rows.length} rows, sorted, each group once`)
      : failed('table', 'E_TABLE', `In ${grammar}.`),
    zones === undefined
      ? passed('zones', 'every zone of the table has its shape')
      : failed('zones', 'E_ZONES', `In ${zones}.`),
    matches === undefined
      ? passed('recipe', 'columns, categories, times and figures are those of the recipe')
      : failed('recipe', 'E_RECIPE', `In ${matches}.`),
  ];
}
