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

function contentsJson({ release, recipe, policy, rows, zones, evidence, build }: OpenedBundle): Json {
  return {
    release,
    recipe,
    policy,
    rows: rows.length,
    zones: zones.features.length,
    evidence,
    build,
  };
}

function contentsText({ release, rows, zones, build }: OpenedBundle): string {
  const published = rows.filter(({ status }) => status === 'published');
  const smallest = published.reduce(
    (least, { persons = 0 }) => Math.min(least, persons),
    Number.POSITIVE_INFINITY,
  );
  return [
    `${release.title} (${release.id})`,
    `by ${release.organisation}, ${release.releaseDate}, for ${release.terms.recipient}`,
    `purpose: ${release.terms.purpose}`,
    `legal basis: ${release.terms.legalBasis}`,
    `${release.period.from} to ${release.period.to}, ${release.timeZone}, per ${release.timeBin}`,
    release.predicate,
    `${zones.features.length} zones, ${rows.length} rows, ${published.length} with a figure${published.length > 0 ? `, the smallest ${smallest}` : ''}`,
    `policy ${release.policy.id}: ${release.policy.approvals} approvals${release.policy.solo ? ', SOLO' : ''}${release.policy.demo ? ', DEMO' : ''}`,
    `made with ${build.name} ${build.software} (${build.commit})`,
    '',
  ].join('\n');
}
