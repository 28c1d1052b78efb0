import type { Json } from '../../../shared/base/json.ts';
import type { OpenedBundle } from '../../../shared/bundle/report.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import type { JudgedRule } from '../../../shared/ipc/judged-rule.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import { judgeBundle } from '../../../shared/workflow/judge-bundle.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { judgementText } from '../judgement-text.ts';
import type { CommandOutcome } from '../outcome.ts';
import { readBundle, readTrust, reportJson, reportText } from './verify.ts';

/** The reader's own policy, and a file that says whose approvals count for it. */
export interface OwnPolicy {
  readonly policy: Policy;
  readonly trustPath?: string | undefined;
}

/**
 * Shows what a bundle holds, without judging who signed it: 0 when its contents could be read, 1 when container, digests or
 * forms do not hold. With a policy of the reader's own every rule of it stands beside, and one that is broken makes it 1. Throws
 * `Refusal` when a file cannot be read.
 */
export async function inspect(path: string, own?: OwnPolicy): Promise<CommandOutcome> {
  const trust = own?.trustPath === undefined ? undefined : await readTrust(own.trustPath);
  const report = await verifyBundle(await readBundle(path), trust, nodeCrypto);
  const { contents, signatures } = report;
  if (contents === undefined) return { exitCode: 1, json: reportJson(report), text: reportText(report) };
  const rules = own === undefined ? [] : judgeBundle({ contents, signatures, trust }, own.policy);
  const judgement = own === undefined ? '' : `\n${judgementText(rules, own.policy)}`;
  return {
    exitCode: rules.some(({ verdict }) => verdict === 'broken') ? 1 : 0,
    json: {
      report: reportJson(report),
      contents: contentsJson(contents),
      ...(own && { judgement: { policy: own.policy.id, rules: rules.map(ruleJson) } }),
    },
    text: `${contentsText(contents)}\n${reportText(report)}${judgement}`,
  };
}

function ruleJson({ reason, ...rule }: JudgedRule): Json {
  return { ...rule, ...(reason && { reason }) };
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
    ...askedTerms(release.terms),
    `${release.period.from} to ${release.period.to}, ${release.timeZone}, per ${release.timeBin}`,
    release.predicate,
    `${zones.features.length} zones, ${tables.length} ${tables.length === 1 ? 'table' : 'tables'}:`,
    ...tables.map(sizeText),
    `policy ${release.policy.id}: ${release.policy.approvals} approvals${release.policy.solo ? ', SOLO' : ''}${release.policy.demo ? ', DEMO' : ''}`,
    `made with ${build.name} ${build.software} (${build.commit})`,
    '',
  ].join('\n');
}

/** What a policy may ask a release to say besides; nothing of it where it is not said. */
function askedTerms({
  recipientProfile,
  dpiaReference,
  reviewBy,
}: OpenedBundle['release']['terms']): readonly string[] {
  return [
    ...(recipientProfile === '' ? [] : [`meant for: ${recipientProfile}`]),
    ...(dpiaReference === '' ? [] : [`impact assessment: ${dpiaReference}`]),
    ...(reviewBy === '' ? [] : [`to be reviewed by: ${reviewBy}`]),
  ];
}
