import { parseArgs } from 'node:util';
import { Refusal } from '../../../shared/base/failure.ts';
import type { Json } from '../../../shared/base/json.ts';
import type { OpenedBundle, VerificationReport } from '../../../shared/bundle/report.ts';
import type { Trust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import type { EarlierRelease } from '../../../shared/ledger/compare-releases.ts';
import type { Policy } from '../../../shared/policy/policy.ts';
import {
  attackBundle,
  type BundleAttackProgress,
  type BundleAttackReport,
} from '../../../shared/workflow/attacks/attack-bundle.ts';
import { contentsHold } from '../../../shared/workflow/contents-hold.ts';
import { releasedTables } from '../../../shared/workflow/inspect-bundle.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import { attackText } from '../attack-text.ts';
import type { Command } from '../command.ts';
import type { CommandOutcome } from '../outcome.ts';
import { policyArgument } from '../recipe-argument.ts';
import { startSolver } from '../vault/start-solver.ts';
import { readBundle, readTrust, reportJson, reportText } from './verify.ts';

const help = `Verify a bundle from anyone, then try every attack that needs no raw data on what it holds.

  attack BUNDLE [--trust F] [--with EARLIER ...] [--policy P]

  --trust F       whose keys you know: trust.json or an OpenSSH allowed_signers file. Without it who signed is not judged.
  --with EARLIER  a further bundle its readers may have: figures are subtracted across both; may stand several times
  --policy P      your limits: a policy file, or preset:default, preset:solo, preset:demo (default: the bundle's own)

Exit code 0: all that could be tested holds; 1: something does not; 2: it could not be done. What needs raw data is not
tested; what the signer attests of it stands beside.
`;

/** What is attacked, and with what. */
export interface AttackRequest {
  readonly path: string;
  readonly trustPath?: string | undefined;
  readonly earlierPaths: readonly string[];
  readonly policy?: Policy | undefined;
}

/** `attack`. */
export const attack: Command = async (args, progress) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      trust: { type: 'string' },
      with: { type: 'string', multiple: true },
      policy: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help === true) return { exitCode: 0, json: { help }, text: help };
  const [path] = positionals;
  if (path === undefined)
    throw new Refusal('bad-option', 'Say which bundle to attack: attack BUNDLE. See --help.', {
      option: 'attack BUNDLE',
    });
  return attackFile(
    {
      path,
      trustPath: values.trust,
      earlierPaths: values.with ?? [],
      policy: values.policy === undefined ? undefined : await policyArgument(values.policy),
    },
    progress,
  );
};

/** Verifies and attacks a bundle. Throws `Refusal` when a file cannot be read, or an earlier bundle does not hold. */
export async function attackFile(
  { path, trustPath, earlierPaths, policy }: AttackRequest,
  progress: (line: string) => void,
): Promise<CommandOutcome> {
  const trust = trustPath === undefined ? undefined : await readTrust(trustPath);
  const verified = await verifyBundle(await readBundle(path), trust, nodeCrypto);
  const { contents } = verified;
  if (contents === undefined || !contentsHold(verified.checks))
    return {
      exitCode: 1,
      json: { verification: reportJson(verified), attacks: [] },
      text: `${reportText(verified)}\nNot attacked: what the bundle holds is not what it should be.\n`,
    };
  const earlier = await readEarlier(earlierPaths);
  const held = policy ?? contents.policy;
  const reports = await attackContents(contents, { earlier, policy: held }, progress);
  const holds = isTrusted(verified, trust) && reports.every(({ report }) => report.outcome !== 'fail');
  return {
    exitCode: holds ? 0 : 1,
    json: { verification: reportJson(verified), policy: held.id, attacks: reports.map(attackJson) },
    text: `${reportText(verified)}\n${attackText(reports, held.id)}`,
  };
}

interface Means {
  readonly earlier: readonly EarlierRelease[];
  readonly policy: Policy;
}

async function attackContents(
  contents: OpenedBundle,
  { earlier, policy }: Means,
  progress: (line: string) => void,
): Promise<readonly BundleAttackReport[]> {
  const released = { recipe: contents.recipe, ...releasedTables(contents) };
  const work = attackBundle({
    released,
    policy,
    earlier,
    evidence: contents.evidence,
    solver: await startSolver(),
  });
  const tell = teller(progress);
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    tell(step.value);
  }
}

/** A line for each attack that is begun, and for each tenth of it. */
function teller(progress: (line: string) => void): (at: BundleAttackProgress) => void {
  let last = '';
  return ({ attack: name, done, total }) => {
    const tenth = total === 0 ? 0 : Math.floor((10 * done) / total);
    const line = tenth === 0 ? `trying ${name}` : `trying ${name}: ${10 * tenth} %`;
    if (line !== last) progress(line);
    last = line;
  };
}

async function readEarlier(paths: readonly string[]): Promise<readonly EarlierRelease[]> {
  const releases: EarlierRelease[] = [];
  for (const path of paths) {
    // oxlint-disable-next-line no-await-in-loop -- one bundle at a time: a table may be hundreds of megabytes
    const report = await verifyBundle(await readBundle(path), undefined, nodeCrypto);
    const { contents } = report;
    if (contents === undefined || !contentsHold(report.checks))
      throw new Refusal('bad-bundle', `${path} does not hold; check it with: verify ${path}`, { file: path });
    releases.push({
      id: contents.release.id,
      released: { recipe: contents.recipe, ...releasedTables(contents) },
    });
  }
  return releases;
}

/** As `verify` has it; without a trust list no key is known, and that alone is not held against the bundle. */
function isTrusted({ outcome, checks }: VerificationReport, trust: Trust | undefined): boolean {
  if (trust !== undefined) return outcome === 'release';
  return checks.every(({ id, ok }) => ok || id === 'signers' || id === 'approvals');
}

function attackJson({ report, attested }: BundleAttackReport): Json {
  const { attack: name, version, outcome, reason, measured, limit, parameters, figures } = report;
  return {
    attack: name,
    version,
    outcome,
    ...(reason !== undefined && { reason }),
    ...(measured !== undefined && { measured }),
    ...(limit !== undefined && { limit }),
    parameters,
    figures,
    ...(attested && { attested: attested as Json }),
  };
}
