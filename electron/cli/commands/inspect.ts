import type { Json } from '../../../shared/base/json.ts';
import type { OpenedBundle } from '../../../shared/bundle/report.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import type { CommandOutcome } from '../outcome.ts';
import { readBundle, reportJson, reportText } from './verify.ts';

/**
 * Shows what a bundle holds, without judging who signed it: 0 when its contents could be read, 1 when container, digests or
 * forms do not hold. Throws `Refusal` when the file cannot be read.
 */
export async function inspect(path: string): Promise<CommandOutcome> {
  const report = await verifyBundle(await readBundle(path), undefined, nodeCrypto);
  const { contents } = report;
  if (contents === undefined) return { exitCode: 1, json: reportJson(report), text: reportText(report) };
  return {
    exitCode: 0,
    json: { report: reportJson(report), contents: contentsJson(contents) },
    text: `${contentsText(contents)}\n${reportText(report)}`,
  };
}

function contentsJson({ release, recipe, policy, tables, zones, evidence, build }: OpenedBundle): Json {
  return {
    release,
    recipe,
    policy,
    tables: Object.fromEntries(tables.map((table) => [table.product, sizeOf(table)])),
    zones: zones.features.length,
    evidence,
    build,
  };
}

interface TableSize {
  readonly rows: number;
  readonly published: number;
  /** The smallest figure; none where nothing is published. */
  readonly smallest: number | null;
}

function sizeOf({ rows }: OpenedBundle['tables'][number]): TableSize & Json {
  const published = rows.filter(({ status }) => status === 'published');
  const smallest = published.reduce(
    (least: number | null, { persons = 0 }) => Math.min(least ?? persons, persons),
    null,
  );
  return { rows: rows.length, published: published.length, smallest };
}

function sizeText(table: OpenedBundle['tables'][number]): string {
  const { rows, published, smallest } = sizeOf(table);
  const least = smallest === null ? '' : `, the smallest ${smallest}`;
  return `  ${table.product.padEnd(10)} ${rows} rows, ${published} with a figure${least}`;
}

function contentsText({ release, tables, zones, build }: OpenedBundle): string {
  return [
    `${release.title} (${release.id})`,
    `by ${release.organisation}, ${release.releaseDate}, for ${release.terms.recipient}`,
    `purpose: ${release.terms.purpose}`,
    `legal basis: ${release.terms.legalBasis}`,
    `${release.period.from} to ${release.period.to}, ${release.timeZone}, per ${release.timeBin}`,
    release.predicate,
    `${zones.features.length} zones, ${tables.length} ${tables.length === 1 ? 'table' : 'tables'}:`,
    ...tables.map(sizeText),
    `policy ${release.policy.id}: ${release.policy.approvals} approvals${release.policy.solo ? ', SOLO' : ''}${release.policy.demo ? ', DEMO' : ''}`,
    `made with ${build.name} ${build.software} (${build.commit})`,
    '',
  ].join('\n');
}
