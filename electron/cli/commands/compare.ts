import { parseArgs } from 'node:util';
import { Refusal } from '../../../shared/base/failure.ts';
import type { Json } from '../../../shared/base/json.ts';
import type { Trust } from '../../../shared/bundle/trust.ts';
import { verifyBundle } from '../../../shared/bundle/verify.ts';
import type { BundleToCompare } from '../../../shared/workflow/compare-bundles/changed-bundle.ts';
import {
  compareBundles,
  type BundleComparison,
} from '../../../shared/workflow/compare-bundles/compare-bundles.ts';
import { contentsHold } from '../../../shared/workflow/contents-hold.ts';
import { nodeCrypto } from '../../node/crypto.ts';
import type { Command } from '../command.ts';
import { comparisonText } from '../comparison-text.ts';
import type { CommandOutcome } from '../outcome.ts';
import { startSolver } from '../vault/start-solver.ts';
import { readBundle, readTrust } from './verify.ts';

const help = `Compare a bundle with an earlier one: what changed, and what readers who have both could subtract.

  compare EARLIER LATER [--trust F] [--json]

  --trust F  whose keys you know: trust.json or an OpenSSH allowed_signers file. Without it who signed is not judged.

Exit code 0: nothing can be subtracted; 1: something can, or it cannot be excluded; 2: it could not be done, for
instance because a bundle does not hold. Needs no raw data.
`;

/** `compare`. */
export const compare: Command = async (args, progress) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { trust: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help === true) return { exitCode: 0, json: { help }, text: help };
  const [earlier, later] = positionals;
  if (earlier === undefined || later === undefined || positionals.length > 2)
    throw new Refusal('bad-option', 'Say which two bundles to compare: compare EARLIER LATER. See --help.', {
      option: 'compare EARLIER LATER',
    });
  return compareFiles({ earlier, later, trustPath: values.trust }, progress);
};

/** The two files, and whose keys are known. */
export interface CompareRequest {
  readonly earlier: string;
  readonly later: string;
  readonly trustPath?: string | undefined;
}

/** Verifies and compares two bundles. Throws `Refusal` when a file cannot be read or a bundle does not hold. */
export async function compareFiles(
  { earlier, later, trustPath }: CompareRequest,
  progress: (line: string) => void,
): Promise<CommandOutcome> {
  const trust = trustPath === undefined ? undefined : await readTrust(trustPath);
  const before = await openBundle(earlier, trust);
  const after = await openBundle(later, trust);
  const comparison = await comparisonOf(before, after, progress);
  return {
    exitCode: comparison.subtraction.verdict === 'nothing' ? 0 : 1,
    json: comparison as unknown as Json,
    text: comparisonText(comparison),
  };
}

async function openBundle(path: string, trust: Trust | undefined): Promise<BundleToCompare> {
  const { contents, checks, signatures, releaseDigest, outcome } = await verifyBundle(
    await readBundle(path),
    trust,
    nodeCrypto,
  );
  const isByOthers = trust !== undefined && outcome !== 'release' && outcome !== 'prepared';
  if (contents === undefined || releaseDigest === undefined || isByOthers || !contentsHold(checks))
    throw new Refusal('bad-bundle', `${path} does not hold; check it with: verify ${path}`, { file: path });
  return { contents, signatures, releaseDigest };
}

async function comparisonOf(
  before: BundleToCompare,
  after: BundleToCompare,
  progress: (line: string) => void,
): Promise<BundleComparison> {
  const work = compareBundles(before, after, await startSolver());
  let last = '';
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    const { done, total } = step.value;
    const line = total === 0 ? 'subtracting' : `subtracting: ${Math.floor((100 * done) / total)} %`;
    if (line !== last) progress(line);
    last = line;
  }
}
